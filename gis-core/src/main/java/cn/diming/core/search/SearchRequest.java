package cn.diming.core.search;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param text as typed: a name, an address, pinyin, initials or a code; anything may stand here
 * @param bias prefers what is close
 * @param filter excludes
 * @param limit how many answers, 1 to {@link #MOST}; other values are brought into that range
 * @param explain whether answers say how they came about
 */
public record SearchRequest(String text, Optional<Bias> bias, SearchFilter filter, int limit, boolean explain) {

    public static final int MOST = 50;

    public SearchRequest {
        limit = Math.clamp(limit, 1, MOST);
    }

    /** Looks for the text everywhere. */
    public static SearchRequest of(String text, int limit) {
        return new SearchRequest(text, Optional.empty(), SearchFilter.NONE, limit, false);
    }

    public SearchRequest near(LonLat point) {
        return near(Bias.near(point));
    }

    public SearchRequest near(Bias point) {
        return new SearchRequest(text, Optional.of(point), filter, limit, explain);
    }

    public SearchRequest filtered(SearchFilter wanted) {
        return new SearchRequest(text, bias, wanted, limit, explain);
    }

    public SearchRequest within(Bbox bounds) {
        return filtered(filter.within(bounds));
    }

    public SearchRequest inDivision(String prefix) {
        return filtered(filter.inDivision(prefix));
    }

    public SearchRequest only(Set<SearchKind> wanted) {
        return filtered(filter.only(wanted));
    }

    public SearchRequest explained() {
        return new SearchRequest(text, bias, filter, limit, true);
    }

    /** The same for another text. */
    SearchRequest about(String other) {
        return new SearchRequest(other, bias, filter, limit, explain);
    }
}
