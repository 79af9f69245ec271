package cn.diming.core.search;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param text as typed: a name, an address, pinyin, initials or a code; anything may stand here
 * @param near prefers what is close to it and never excludes
 * @param box only what lies in it
 * @param divisionPrefix only what belongs to divisions whose code begins so
 * @param kinds only these; empty = all
 * @param limit how many answers, 1 to {@link #MOST}; other values are brought into that range
 * @param explain whether answers say how they came about
 */
public record SearchRequest(
        String text,
        Optional<LonLat> near,
        Optional<Bbox> box,
        Optional<String> divisionPrefix,
        Set<SearchKind> kinds,
        int limit,
        boolean explain) {

    public static final int MOST = 50;

    public SearchRequest {
        kinds = Set.copyOf(kinds);
        limit = Math.clamp(limit, 1, MOST);
    }

    /** Looks for the text everywhere. */
    public static SearchRequest of(String text, int limit) {
        return new SearchRequest(text, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), limit, false);
    }

    public SearchRequest near(LonLat point) {
        return new SearchRequest(text, Optional.of(point), box, divisionPrefix, kinds, limit, explain);
    }

    public SearchRequest within(Bbox bounds) {
        return new SearchRequest(text, near, Optional.of(bounds), divisionPrefix, kinds, limit, explain);
    }

    public SearchRequest inDivision(String prefix) {
        return new SearchRequest(text, near, box, Optional.of(prefix), kinds, limit, explain);
    }

    public SearchRequest only(Set<SearchKind> wanted) {
        return new SearchRequest(text, near, box, divisionPrefix, wanted, limit, explain);
    }

    public SearchRequest explained() {
        return new SearchRequest(text, near, box, divisionPrefix, kinds, limit, true);
    }
}
