package cn.diming.tiles.layer;

/** Who may see a layer. Tiles of the two audiences are built and cached apart. */
public enum Audience {
    PUBLIC,
    STAFF;

    /** True if somebody of this audience may see what is meant for {@code other}. */
    public boolean maySee(Audience other) {
        return this == STAFF || other == PUBLIC;
    }
}
