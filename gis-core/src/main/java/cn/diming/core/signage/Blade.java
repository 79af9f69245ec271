package cn.diming.core.signage;

/**
 * One plate on a post, the same on both faces but for the arrows, which are mirrored.
 *
 * @param placeId the street or settlement
 * @param pinyin in capitals without tones
 * @param colour by the direction the street runs
 * @param start what the end towards the street's beginning shows
 * @param end what the end towards its far end shows
 * @param bearingDegrees of the street at the post, from true north
 */
public record Blade(
        long placeId,
        SignKind kind,
        String name,
        String pinyin,
        Colour colour,
        Mark start,
        Mark end,
        double bearingDegrees) {

    /** White on blue for streets that run east–west, white on green for north–south (GB 17733-2008). */
    public enum Colour {
        BLUE("蓝底白字", "#00559f"),
        GREEN("绿底白字", "#007a47");

        private final String title;
        private final String hex;

        Colour(String title, String hex) {
            this.title = title;
            this.hex = hex;
        }

        public String title() {
            return title;
        }

        /** sRGB, for drawings. */
        public String hex() {
            return hex;
        }
    }

    /** An arrow where the street goes on, a dot where it begins or ends (GB 17733-2008). */
    public enum Mark {
        ARROW("箭头"),
        DOT("圆点"),
        NONE("无");

        private final String title;

        Mark(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
