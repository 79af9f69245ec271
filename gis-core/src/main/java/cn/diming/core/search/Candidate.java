package cn.diming.core.search;

import cn.diming.core.geo.LonLat;
import java.util.List;
import org.apache.lucene.util.SloppyMath;

/** A record that may be the answer. */
record Candidate(int document, RankRow row, double lon, double lat) {

    /** The same under other names. */
    Candidate called(List<RankRow.Name> names) {
        return new Candidate(document, row.called(names), lon, lat);
    }

    /** Good to some metres, for ranking. */
    double metresFrom(LonLat point) {
        return SloppyMath.haversinMeters(lat, lon, point.lat(), point.lon());
    }

    /** Code of the town it lies in, as far as known. */
    String town() {
        return row.division().substring(0, Math.min(9, row.division().length()));
    }
}
