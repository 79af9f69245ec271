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
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

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
    private static final double NEAR_PIVOT = 0.6;

    private final SearchRequest request;
    private final List<Query> filters;

    /** @param onTheWay whether streets are looked for on the way to their doors, which need not be admitted themselves */
    CandidateQueries(SearchRequest request, boolean onTheWay) {
        this.request = request;
        this.filters = FilterQueries.of(request.filter(), onTheWay);
    }

    /** Names that are, sound or begin as typed. */
    Query begun(Hypothesis hypothesis) {
        BooleanQuery.Builder names = new BooleanQuery.Builder();
        asTyped(names, hypothesis.name());
        return preferring(hypothesis, names.build()).build();
    }

    /** Divisions that begin as typed, of which so many other things do that they would not be among the first. */
    Query begunDivisions(Hypothesis hypothesis) {
        BooleanQuery.Builder names = new BooleanQuery.Builder();
        asTyped(names, hypothesis.name());
        return preferring(hypothesis, names.build())
                .add(new TermQuery(new Term(IndexField.KIND, SearchKind.DIVISION.name())), Occur.FILTER)
                .build();
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

    /** Whatever lies in the town that was named, when nothing there is called like that: two faults leave no pair in common. */
    Query inTown(Mention town) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(within(town), Occur.FILTER);
        query.add(new TermQuery(new Term(IndexField.KIND, SearchKind.DOOR_PLATE.name())), Occur.MUST_NOT);
        query.add(new MatchAllDocsQuery(), Occur.MUST);
        filters(query);
        return query.build();
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

    /** Doors on streets so called, with the hypothesis's number if it has one. */
    Query doors(Hypothesis hypothesis, List<Street> streets) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        hypothesis.number().ifPresent(number -> {
            Term term = new Term(IndexField.NUMBER, Long.toString(number.main()));
            query.add(hypothesis.unfinished() ? new PrefixQuery(term) : new TermQuery(term), Occur.FILTER);
            query.add(term(IndexField.NUMBER, number.token(), STEM), Occur.SHOULD);
        });
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
        for (Mention mention : hypothesis.mentions()) {
            query.add(new BoostQuery(within(mention), mention.level()), Occur.SHOULD);
        }
        preferences(query);
        filters(query);
        return query.build();
    }

    /** All doors of a street. */
    static Query doorsOf(Street street) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(IndexField.STREET, street.key)), Occur.FILTER);
        if (!street.town.isEmpty()) {
            query.add(new TermQuery(new Term(IndexField.WITHIN, street.town)), Occur.FILTER);
        }
        return query.add(new MatchAllDocsQuery(), Occur.MUST).build();
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
        return new ConstantScoreQuery(FilterQueries.anyOf(IndexField.WITHIN, mention.prefixes()));
    }

    private void preferences(BooleanQuery.Builder query) {
        query.add(FeatureField.newLinearQuery(IndexField.PRIOR, IndexField.PRIOR, PRIOR), Occur.SHOULD);
        request.bias()
                .ifPresent(bias -> query.add(
                        LatLonPoint.newDistanceFeatureQuery(
                                IndexField.POSITION,
                                NEAR,
                                bias.point().lat(),
                                bias.point().lon(),
                                bias.halfMetres() * NEAR_PIVOT),
                        Occur.SHOULD));
    }

    private void filters(BooleanQuery.Builder query) {
        filters.forEach(filter -> query.add(filter, Occur.FILTER));
    }
}
