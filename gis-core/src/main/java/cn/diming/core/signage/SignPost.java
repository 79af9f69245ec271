package cn.diming.core.signage;

import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A post, or a wall, with its plates.
 *
 * @param position EPSG:4490
 * @param reasons why it stands here
 * @param blades one for each street or settlement it names
 */
public record SignPost(LonLat position, List<Reason> reasons, List<Blade> blades) {

    public SignPost {
        reasons = List.copyOf(reasons);
        blades = List.copyOf(blades);
    }

    /** With the plates of another on it. */
    SignPost with(SignPost other) {
        return new SignPost(
                position,
                Stream.concat(reasons.stream(), other.reasons.stream())
                        .distinct()
                        .toList(),
                Stream.concat(blades.stream(), other.blades.stream()).toList());
    }

    /** Why a sign stands where it does. */
    public enum Reason {
        START("起点"),
        END("终点"),
        CROSSING("交叉口"),
        LONG_GAP("路口间距过大，中间加设"),
        ENTRANCE("出入口");

        private final String title;

        Reason(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }
}
