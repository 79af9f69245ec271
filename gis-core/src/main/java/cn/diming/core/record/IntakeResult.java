package cn.diming.core.record;

/** What became of the drafts of one batch. */
public record IntakeResult(int inserted, int updated, int unchanged) {

    public static final IntakeResult NONE = new IntakeResult(0, 0, 0);

    public IntakeResult plus(IntakeResult other) {
        return new IntakeResult(inserted + other.inserted, updated + other.updated, unchanged + other.unchanged);
    }
}
