package cn.diming.core.font;

/** No bundled face has this character; a paper with a hole in it must not leave the house. */
public final class MissingGlyph extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int codePoint;

    public MissingGlyph(int codePoint) {
        super("字体中没有“%s”（U+%04X）这个字".formatted(Character.toString(codePoint), codePoint));
        this.codePoint = codePoint;
    }

    public int codePoint() {
        return codePoint;
    }
}
