package cn.diming.core.board;

/** A part of a whole. */
public record Share(long part, long whole) {

    static final Share NOTHING = new Share(0, 0);

    /** 0 to 1; 1 where there is nothing to do. */
    public double ratio() {
        return whole == 0 ? 1 : (double) part / whole;
    }

    Share plus(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }
}
