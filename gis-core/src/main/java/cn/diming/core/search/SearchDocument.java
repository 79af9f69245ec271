package cn.diming.core.search;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.Disclosure;
import cn.diming.core.text.NameParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns a record into an index document. */
final class SearchDocument {

    private static final int LONGEST_KEY = 60;
    private static final double COORDINATE_DIGITS = 1e7;

    private final SearchRecord record;
    private final Document document = new Document();
    private final Set<String> tokens = new LinkedHashSet<>();

    private SearchDocument(SearchRecord record) {
        this.record = record;
    }

    /** Empty for a record that nothing could lead to, without position or name, and for what is not for the public. */
    static Optional<Document> of(SearchRecord record) {
        Optional<LonLat> position = record.position();
        if (position.isEmpty() || record.stored().title().isBlank() || !Disclosure.isPublic(record.stored())) {
            return Optional.empty();
        }
        return Optional.of(new SearchDocument(record).build(position.get()));
    }

    private Document build(LonLat position) {
        document.add(
                new StringField(IndexField.ID, Long.toString(record.stored().id()), Field.Store.NO));
        add(IndexField.KIND, record.kind().name());
        add(IndexField.LEVEL, MatchLevel.of(record.kind(), record.level()).name());
        record.classCode().ifPresent(code -> add(IndexField.CLASS, code));
        record.registrations().forEach(entry -> add(IndexField.CLASS, entry.classCode()));
        record.stored().text("status").ifPresent(status -> add(IndexField.STATUS, status));
        List<SearchRecord.Name> names = record.names();
        if (record.kind() == SearchKind.DOOR_PLATE) {
            addStreet();
        } else {
            names.forEach(this::addName);
        }
        within(record.division());
        record.code().ifPresent(code -> add(IndexField.CODE, code));
        record.registrations().forEach(r -> r.placeCode().ifPresent(code -> add(IndexField.CODE, code)));
        record.sources().forEach(source -> add(IndexField.SOURCE_KEY, source.key()));
        document.add(new LatLonPoint(IndexField.POSITION, position.lat(), position.lon()));
        document.add(new LatLonDocValuesField(IndexField.POSITION, position.lat(), position.lon()));
        document.add(new FeatureField(IndexField.PRIOR, IndexField.PRIOR, record.prior()));
        document.add(
                new BinaryDocValuesField(IndexField.RANK_ROW, rankRow(names).encode()));
        document.add(new StoredField(
                IndexField.ANSWER, new BytesRef(answer(names, position).encode())));
        return document;
    }

    private void addName(SearchRecord.Name name) {
        String key = NameText.key(name.text());
        if (key.isEmpty()) {
            return;
        }
        key = NameKeys.cut(key, LONGEST_KEY);
        NameParts parts = NameText.split(key);
        add(IndexField.NAME, key);
        add(IndexField.STEM, parts.specific());
        add(IndexField.LETTERS, letters(parts.specific()));
        add(IndexField.LETTERS, letters(key));
        NameKeys.pairs(key).forEach(pair -> add(IndexField.PAIRS, pair));
        NameKeys.beginnings(key, NameKeys.LONGEST_HAN_PREFIX).forEach(start -> add(IndexField.NAME_BEGINS, start));
        if (NameText.isLatin(key)) {
            addSound(key);
        } else {
            addReadings(key, parts.specific());
        }
        name.romanised().map(NameText::letters).filter(s -> s.length() > 1).ifPresent(this::addSound);
    }

    private void addReadings(String key, String stem) {
        List<List<String>> readings = NameKeys.readings(key);
        int specific = stem.codePointCount(0, stem.length());
        for (List<String> reading : readings) {
            NameKeys.soundPairs(reading).forEach(pair -> add(IndexField.SOUND_PAIRS, pair));
            addSound(String.join("", reading));
            if (specific < reading.size()) {
                add(IndexField.SOUND, String.join("", reading.subList(0, specific)));
            }
        }
        for (String initials : NameKeys.initials(readings)) {
            add(IndexField.INITIALS, initials);
            if (specific < initials.length()) {
                add(IndexField.INITIALS, initials.substring(0, specific));
            }
            NameKeys.beginnings(initials, initials.length()).forEach(start -> add(IndexField.INITIALS_BEGIN, start));
        }
    }

    private void addSound(String joined) {
        add(IndexField.SOUND, joined);
        NameKeys.beginnings(joined, NameKeys.LONGEST_PINYIN_PREFIX)
                .forEach(start -> add(IndexField.SOUND_BEGINS, start));
    }

    private void addStreet() {
        String street = street();
        if (!street.isEmpty()) {
            add(IndexField.STREET, street);
            add(
                    IndexField.STREET_SOUND,
                    String.join("", NameKeys.readings(street).getFirst()));
        }
        number().ifPresent(number -> {
            add(IndexField.NUMBER, number.token());
            add(IndexField.NUMBER, Long.toString(number.main()));
        });
    }

    private String street() {
        return NameText.key(record.stored().text("street_name").orElse(""));
    }

    private Optional<HouseNumber> number() {
        return record.stored()
                .text("number_text")
                .or(() -> record.stored().text("address"))
                .flatMap(HouseNumber::of);
    }

    private void within(String division) {
        for (int digits : new int[] {2, 4, 6, 9, 12}) {
            if (digits <= division.length()) {
                add(IndexField.WITHIN, division.substring(0, digits));
            }
        }
    }

    private RankRow rankRow(List<SearchRecord.Name> names) {
        List<RankRow.Name> keys = new ArrayList<>();
        if (record.kind() == SearchKind.DOOR_PLATE) {
            keys.add(new RankRow.Name(street(), MatchKind.NAME));
        } else {
            names.forEach(name -> keys.add(new RankRow.Name(NameText.key(name.text()), name.kind())));
        }
        return new RankRow(
                record.kind(),
                record.level(),
                record.prior(),
                record.division(),
                number().map(HouseNumber::token).orElse(""),
                NameText.key(record.stored().text("address").orElse("")),
                keys);
    }

    private StoredAnswer answer(List<SearchRecord.Name> names, LonLat position) {
        return new StoredAnswer(
                record.stored().id(),
                names.stream().map(SearchRecord.Name::text).toList(),
                periods(names),
                record.stored().text("romanised").orElse(null),
                record.classCode().orElse(null),
                record.stored().divisionCode().orElse(null),
                record.code().orElse(null),
                record.sources().isEmpty() ? null : record.sources().getFirst().key(),
                rounded(position.lon()),
                rounded(position.lat()),
                record.stored()
                        .box()
                        .filter(box -> box.minLon() < box.maxLon() || box.minLat() < box.maxLat())
                        .map(SearchDocument::corners)
                        .orElse(null));
    }

    /** By place in the list of names; null where no name has one, which is usual. */
    private static @Nullable Map<Integer, String> periods(List<SearchRecord.Name> names) {
        Map<Integer, String> periods = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            names.get(i).period().ifPresent(period -> periods.put(at, period));
        }
        return periods.isEmpty() ? null : periods;
    }

    /** Each token once: a second posting would only cost. */
    private void add(String field, String token) {
        if (!token.isEmpty() && tokens.add(field + ' ' + token)) {
            document.add(new StringField(field, token, Field.Store.NO));
        }
    }

    /** The characters of a name in fixed order. */
    static String letters(String name) {
        return name.codePoints()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static double[] corners(Bbox box) {
        return new double[] {rounded(box.minLon()), rounded(box.minLat()), rounded(box.maxLon()), rounded(box.maxLat())
        };
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * COORDINATE_DIGITS) / COORDINATE_DIGITS;
    }
}
