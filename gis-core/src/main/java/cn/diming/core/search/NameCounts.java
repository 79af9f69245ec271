package cn.diming.core.search;

import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.text.Pinyin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;

/**
 * How often a name occurs by division and by class, written the same or sounding the same (tones apart). 地名管理条例 Art. 9
 * forbids the same and like-sounding names within certain bounds; this shows where they are.
 */
public final class NameCounts {

    private static final int MOST = 20_000;
    private static final int READINGS = 4;

    private final SearchIndex index;
    private final DivisionTree divisions;

    NameCounts(SearchIndex index, DivisionTree divisions) {
        this.index = index;
        this.divisions = divisions;
    }

    /** What counts as the same. */
    public enum Sameness {
        NAME,
        SOUND
    }

    /**
     * One group and how many bear the name in it.
     *
     * @param code of the division or of the class
     */
    public record Count(String code, String name, long count) {}

    /**
     * By the divisions directly below.
     *
     * @param prefix digits of the division within which is counted; empty = everywhere
     */
    public List<Count> byDivision(String name, Sameness sameness, String prefix) {
        int digits = digitsBelow(prefix);
        Map<String, Long> counts = new TreeMap<>();
        for (Candidate found : find(name, sameness, prefix)) {
            String division = found.row().division();
            if (division.length() >= digits) {
                counts.merge(division.substring(0, digits), 1L, Long::sum);
            }
        }
        List<Count> rows = new ArrayList<>();
        counts.forEach((code, count) -> rows.add(new Count(padded(code), nameOf(code), count)));
        return rows;
    }

    /** By class code or category, most frequent first. */
    public List<Count> byClass(String name, Sameness sameness, String prefix) {
        return index.read(searcher -> {
            CandidateReader reader = new CandidateReader(searcher);
            Map<String, Long> counts = new TreeMap<>();
            for (Candidate found : find(searcher, name, sameness, prefix)) {
                String code = Optional.ofNullable(
                                reader.answer(found.document()).classCode())
                        .orElse(found.row().kind().name());
                counts.merge(code, 1L, Long::sum);
            }
            List<Count> rows = new ArrayList<>();
            counts.forEach((code, count) -> rows.add(new Count(code, code, count)));
            rows.sort(Comparator.comparingLong(Count::count).reversed());
            return rows;
        });
    }

    private List<Candidate> find(String name, Sameness sameness, String prefix) {
        return index.read(searcher -> find(searcher, name, sameness, prefix));
    }

    private static List<Candidate> find(IndexSearcher searcher, String name, Sameness sameness, String prefix)
            throws IOException {
        String key = NameText.key(name);
        if (key.isEmpty()) {
            return List.of();
        }
        Set<String> sounds = sounds(key);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(
                sameness == Sameness.NAME
                        ? FilterQueries.anyOf(IndexField.NAME, List.of(key))
                        : FilterQueries.anyOf(IndexField.SOUND, sounds),
                Occur.MUST);
        if (!prefix.isEmpty()) {
            query.add(new PrefixQuery(new Term(IndexField.WITHIN, prefix)), Occur.FILTER);
        }
        CandidateReader reader = new CandidateReader(searcher);
        List<Candidate> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query.build(), MOST).scoreDocs) {
            Candidate candidate = reader.read(hit.doc);
            boolean same = candidate.row().names().stream()
                    .anyMatch(other -> sameness == Sameness.NAME
                            ? other.key().equals(key)
                            : sounds(other.key()).stream().anyMatch(sounds::contains));
            if (same) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static Set<String> sounds(String key) {
        Set<String> sounds = new HashSet<>();
        Pinyin.standard().readings(key, READINGS).forEach(reading -> sounds.add(String.join("", reading)));
        return sounds;
    }

    private static int digitsBelow(String prefix) {
        for (DivisionLevel level : DivisionLevel.values()) {
            if (level.digits() > prefix.length()) {
                return level.digits();
            }
        }
        return DivisionLevel.VILLAGE.digits();
    }

    private String nameOf(String prefix) {
        return divisions.find(padded(prefix)).map(Division::name).orElse("");
    }

    private static String padded(String prefix) {
        return prefix + "0".repeat(12 - prefix.length());
    }
}
