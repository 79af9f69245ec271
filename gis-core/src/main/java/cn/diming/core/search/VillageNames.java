package cn.diming.core.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Villages of the whole country by name, for queries that begin with one: 大稳村红旗围, 大稳红旗围. There are hundreds of
 * thousands of them, so they are asked of the index, not kept in memory.
 */
final class VillageNames {

    private static final int VILLAGE = 5;
    private static final int LONGEST = 8;
    private static final int SHORTEST = 2;
    private static final int SHORTEST_REST_OF_STEM = 2;
    private static final int MOST_OF_ONE_NAME = 16;

    private final SearchIndex index;

    VillageNames(SearchIndex index) {
        this.index = index;
    }

    /** The village the text may begin with, or several of one name; written with generic term rather than without, and rather a long name than a short. */
    Optional<Mention> atStartOf(String text) {
        return starting(text, IndexField.NAME, 1).or(() -> starting(text, IndexField.STEM, SHORTEST_REST_OF_STEM));
    }

    private Optional<Mention> starting(String text, String field, int shortestRest) {
        for (int length = Math.min(LONGEST, text.length() - shortestRest); length >= SHORTEST; length--) {
            String start = text.substring(0, length);
            List<String> prefixes = index.read(searcher -> villages(searcher, field, start));
            if (!prefixes.isEmpty()) {
                return Optional.of(new Mention(start, VILLAGE, prefixes, field.equals(IndexField.NAME)));
            }
        }
        return Optional.empty();
    }

    /** Empty as well when so many are called so that the name tells nothing. */
    private static List<String> villages(IndexSearcher searcher, String field, String name) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(field, name)), Occur.MUST)
                .add(new TermQuery(new Term(IndexField.LEVEL, MatchLevel.VILLAGE.name())), Occur.FILTER)
                .build();
        ScoreDoc[] hits = searcher.search(query, MOST_OF_ONE_NAME + 1).scoreDocs;
        if (hits.length > MOST_OF_ONE_NAME) {
            return List.of();
        }
        CandidateReader reader = new CandidateReader(searcher);
        List<String> prefixes = new ArrayList<>(hits.length);
        for (ScoreDoc hit : hits) {
            prefixes.add(reader.read(hit.doc).row().division());
        }
        return prefixes;
    }
}
