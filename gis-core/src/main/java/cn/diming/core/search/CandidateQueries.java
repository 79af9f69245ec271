package cn.diming.core.search;

import cn.diming.core.text.NameParts;
import cn.diming.core.text.PinyinInput;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Index queries that gather candidates. They are generous; {@link Ranking} decides. The weights only see to it that the
 * right one is among the first hundred.
 */
final class CandidateQueries {

    private static final float WHOLE = 10;
    private static final float STEM = 6;
    private static final float SOUND = 6;
    private static final float BEGINNING = 4;
    private static final float LETTERS = 3;
    private static final float PAIRS = 6;
    private static final float SOUND_PAIRS = 4;
    private static final float DIVISION_LEVEL = 1.5f;
    private static final float PRIOR = 1.5f;
    private static final float NEAR = 4;
    private static final double NEAR_PIVOT_METRES = 3000;

    private final SearchRequest request;
    private final boolean filterKinds;

    /** @param filterKinds false while streets are looked for on the way to their doors */
    CandidateQueries(SearchRequest request, boolean filterKinds) {
        this.request = request;
        this.filterKinds = filterKinds;
    }

    /** Names that are, sound or begin as typed. */
    Query begun(Hypothesis hypothesis) {
        BooleanQuery.Builder names = new BooleanQuery.Builder();
        asTyped(names, hypothesis.name());
        return preferring(hypothesis, names.build()).build();
    }

    /** Names that share pairs of characters or syllables with what was typed; perhaps in the narrowest division only. */
    Query resembling(Hypothesis hypothesis, boolean inside) {
        BooleanQuery.Builder names = new BooleanQuery.Builder();
        asTyped(names, hypothesis.name());
        resemblances(names, hypothesis.name());
        if (inside) {
            return preferring(hypothesis, names.build())
                    .add(within(hypothesis.narrowest().orElseThrow()), Occur.FILTER)
                    .build();
        }
        return preferring(hypothesis, names.setMinimumNumberShouldMatch(2).build())
                .build();
    }

    private BooleanQuery.Builder preferring(Hypothesis hypothesis, Query names) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(names, Occur.MUST);
        for (Mention mention : hypothesis.mentions()) {
            query.add(new BoostQuery(within(mention), mention.level() * DIVISION_LEVEL), Occur.SHOULD);
        }
        preferences(query);
        filters(query);
        return query;
    }

    /** Doors with the hypothesis's number on streets so called. */
    Query doors(Hypothesis hypothesis, List<Street> streets) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        HouseNumber number = hypothesis.number().orElseThrow();
        Term term = new Term(IndexField.NUMBER, Long.toString(number.main()));
        query.add(hypothesis.unfinished() ? new PrefixQuery(term) : new TermQuery(term), Occur.FILTER);
        BooleanQuery.Builder onStreets = new BooleanQuery.Builder();
        for (Street street : streets) {
            BooleanQuery.Builder onStreet = new BooleanQuery.Builder();
            onStreet.add(term(IndexField.STREET, street.key, WHOLE), Occur.MUST);
            if (!street.town.isEmpty()) {
                onStreet.add(term(IndexField.WITHIN, street.town, 1), Occur.MUST);
            }
            onStreets.add(onStreet.build(), Occur.SHOULD);
        }
        onStreets.add(term(IndexField.STREET, hypothesis.name().text(), SOUND), Occur.SHOULD);
        for (String sound : hypothesis.name().sounds()) {
            onStreets.add(term(IndexField.STREET_SOUND, sound, BEGINNING), Occur.SHOULD);
        }
        query.add(onStreets.build(), Occur.MUST);
        query.add(term(IndexField.NUMBER, number.token(), STEM), Occur.SHOULD);
        for (Mention mention : hypothesis.mentions()) {
            query.add(new BoostQuery(within(mention), mention.level()), Occur.SHOULD);
        }
        preferences(query);
        filters(query);
        return query.build();
    }

    /** A street that may have the door, and the town it is in. */
    record Street(String key, String town) {}

    /** Whatever bears the code, or a code that begins so. */
    Query coded(String digits) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new PrefixQuery(new Term(IndexField.CODE, digits)), Occur.MUST);
        preferences(query);
        filters(query);
        return query.build();
    }

    private static void asTyped(BooleanQuery.Builder query, TypedName name) {
        should(query, IndexField.NAME, name.text(), WHOLE);
        should(query, IndexField.STEM, name.text(), STEM);
        if (name.hasHan()) {
            should(query, IndexField.NAME_BEGINS, NameKeys.cut(name.text(), NameKeys.LONGEST_HAN_PREFIX), BEGINNING);
        }
        for (String sound : name.sounds()) {
            should(query, IndexField.SOUND, sound, SOUND);
            if (!name.hasHan() || name.isMixed()) {
                String start = NameKeys.cut(sound, NameKeys.LONGEST_PINYIN_PREFIX);
                should(query, IndexField.SOUND_BEGINS, start, BEGINNING);
            }
        }
        initials(query, name);
    }

    private static void initials(BooleanQuery.Builder query, TypedName name) {
        for (String initials : name.initials()) {
            should(query, IndexField.INITIALS, initials, SOUND);
            should(query, IndexField.INITIALS_BEGIN, initials, BEGINNING);
        }
    }

    private static void resemblances(BooleanQuery.Builder query, TypedName name) {
        NameParts parts = name.parts();
        if (name.hasHan() && !name.isMixed()) {
            should(query, IndexField.STEM, parts.specific(), STEM);
            should(query, IndexField.NAME, parts.specific(), STEM);
            should(query, IndexField.LETTERS, SearchDocument.letters(parts.specific()), LETTERS);
            should(query, IndexField.LETTERS, SearchDocument.letters(name.text()), LETTERS);
            all(query, IndexField.PAIRS, NameKeys.tellingPairs(name.text()), PAIRS);
        }
        for (List<String> syllables : syllables(name)) {
            List<String> pairs = NameKeys.soundPairs(syllables);
            all(query, IndexField.SOUND_PAIRS, pairs.subList(0, Math.max(0, pairs.size() - 1)), SOUND_PAIRS);
        }
        if (name.isMixed()) {
            all(query, IndexField.PAIRS, NameKeys.pairs(name.text()), PAIRS);
        }
        for (String initials : name.initials()) {
            for (int length = initials.length() - 1; length > 1; length--) {
                should(query, IndexField.INITIALS, initials.substring(0, length), 1);
                should(query, IndexField.INITIALS_BEGIN, initials.substring(0, length), 1);
            }
        }
    }

    private static List<List<String>> syllables(TypedName name) {
        if (!name.hasHan()) {
            return PinyinInput.of(name.text()).splits().stream()
                    .map(PinyinInput.Split::syllables)
                    .limit(2)
                    .toList();
        }
        String specific = name.isMixed() ? name.text() : name.parts().specific();
        List<List<String>> readings = new ArrayList<>(NameKeys.readings(specific));
        return readings.subList(0, Math.min(1, readings.size()));
    }

    private static void all(BooleanQuery.Builder query, String field, List<String> tokens, float together) {
        for (String token : tokens) {
            should(query, field, token, together / tokens.size());
        }
    }

    private static void should(BooleanQuery.Builder query, String field, String token, float weight) {
        query.add(term(field, token, weight), Occur.SHOULD);
    }

    private static Query term(String field, String token, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, token)), weight);
    }

    private static Query within(Mention mention) {
        List<String> prefixes = mention.prefixes();
        if (prefixes.size() == 1) {
            return new ConstantScoreQuery(new TermQuery(new Term(IndexField.WITHIN, prefixes.getFirst())));
        }
        return new ConstantScoreQuery(new TermInSetQuery(
                IndexField.WITHIN, prefixes.stream().map(BytesRef::new).toList()));
    }

    private void preferences(BooleanQuery.Builder query) {
        query.add(FeatureField.newLinearQuery(IndexField.PRIOR, IndexField.PRIOR, PRIOR), Occur.SHOULD);
        request.near()
                .ifPresent(near -> query.add(
                        LatLonPoint.newDistanceFeatureQuery(
                                IndexField.POSITION, NEAR, near.lat(), near.lon(), NEAR_PIVOT_METRES),
                        Occur.SHOULD));
    }

    private void filters(BooleanQuery.Builder query) {
        request.box()
                .ifPresent(box -> query.add(
                        LatLonPoint.newBoxQuery(
                                IndexField.POSITION, box.minLat(), box.maxLat(), box.minLon(), box.maxLon()),
                        Occur.FILTER));
        request.divisionPrefix()
                .filter(prefix -> !prefix.isEmpty())
                .ifPresent(prefix -> query.add(new PrefixQuery(new Term(IndexField.WITHIN, prefix)), Occur.FILTER));
        if (filterKinds && !request.kinds().isEmpty()) {
            List<BytesRef> kinds = request.kinds().stream()
                    .map(kind -> new BytesRef(kind.name()))
                    .toList();
            query.add(new TermInSetQuery(IndexField.KIND, kinds), Occur.FILTER);
        }
    }
}
