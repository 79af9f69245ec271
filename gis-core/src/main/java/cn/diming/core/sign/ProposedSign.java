package cn.diming.core.sign;

import cn.diming.core.geo.LonLat;
import cn.diming.core.signage.SignPost;
import java.util.Locale;

/**
 * A post of a plan, not stored yet.
 *
 * @param key names the post while the plan is worked on
 * @param mounting title of the mounting
 * @param priceYuan of its plates and its mounting
 */
public record ProposedSign(String key, SignPost post, String mounting, double priceYuan) {

    static String key(SignPost post) {
        LonLat place = post.position();
        return String.format(Locale.ROOT, "%.6f,%.6f", place.lon(), place.lat());
    }
}
