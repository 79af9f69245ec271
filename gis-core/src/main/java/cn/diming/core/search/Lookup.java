package cn.diming.core.search;

import cn.diming.core.region.DivisionTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Reads records straight from the index, by number or code. */
final class Lookup {

    private final IndexSearcher searcher;
    private final CandidateReader candidates;
    private final DivisionTree divisions;

    Lookup(IndexSearcher searcher, DivisionTree divisions) throws IOException {
        this.searcher = searcher;
        this.candidates = new CandidateReader(searcher);
        this.divisions = divisions;
    }

    List<SearchHit> byId(List<Long> ids) throws IOException {
        List<SearchHit> hits = new ArrayList<>();
        for (long id : ids) {
            first(new TermQuery(new Term(IndexField.ID, Long.toString(id)))).ifPresent(hits::add);
        }
        return hits;
    }

    /** A division's code may be given without the zeros at its end. */
    List<SearchHit> byCode(List<String> codes) throws IOException {
        List<SearchHit> hits = new ArrayList<>();
        for (String code : codes) {
            Query query = new BooleanQuery.Builder()
                    .add(new TermQuery(new Term(IndexField.CODE, EvaluationQuery.padded(code))), Occur.SHOULD)
                    .add(new TermQuery(new Term(IndexField.SOURCE_KEY, code)), Occur.SHOULD)
                    .build();
            first(query).ifPresent(hits::add);
        }
        return hits;
    }

    HitPage named(String name, SearchFilter filter, int offset, int limit) throws IOException {
        String key = NameText.key(name);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new ConstantScoreQuery(new TermQuery(new Term(IndexField.NAME, key))), Occur.MUST);
        FilterQueries.of(filter, false).forEach(part -> query.add(part, Occur.FILTER));
        int to = Math.clamp((long) offset + limit, 1, NearbySearch.MOST_ITEMS);
        int total = searcher.count(query.build());
        ScoreDoc[] found = searcher.search(query.build(), to).scoreDocs;
        List<SearchHit> hits = new ArrayList<>();
        for (int i = Math.max(0, offset); i < found.length; i++) {
            hits.add(hit(found[i].doc, OptionalDouble.empty()));
        }
        return new HitPage(hits, total, to < total ? OptionalInt.of(to) : OptionalInt.empty());
    }

    private Optional<SearchHit> first(Query query) throws IOException {
        ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(hit(found[0].doc, OptionalDouble.empty()));
    }

    SearchHit hit(int document, OptionalDouble metres) throws IOException {
        return SearchHit.of(candidates.read(document).row(), candidates.answer(document), divisions, metres);
    }
}
