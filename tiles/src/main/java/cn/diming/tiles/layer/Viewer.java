package cn.diming.tiles.layer;

/**
 * Who looks at the map. All who see the same share their tiles.
 *
 * @param jurisdiction of staff: division-code prefix within which they see what is not public; empty = everywhere
 */
public record Viewer(Audience audience, String jurisdiction) {
    /** Anybody. */
    public static final Viewer PUBLIC = new Viewer(Audience.PUBLIC, "");

    /** Staff with no limits. */
    public static final Viewer STAFF = staff("");

    public Viewer {
        if (audience == Audience.PUBLIC && !jurisdiction.isEmpty()) {
            throw new IllegalArgumentException("公众没有辖区");
        }
    }

    public static Viewer staff(String jurisdiction) {
        return new Viewer(Audience.STAFF, jurisdiction);
    }

    /** True if this viewer may see what is meant for staff of a division alone. */
    public boolean covers(String divisionCode) {
        return audience == Audience.STAFF && divisionCode.startsWith(jurisdiction);
    }
}
