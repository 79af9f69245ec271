package cn.diming.dataimport.source;

/**
 * How much a file may ask of us. The standard is far above what a county's data needs and far below what hurts a machine
 * with 512 MB of heap.
 *
 * @param entries files in a zip or folder
 * @param bytes of one file after decompression, and of a zip as a whole
 * @param ratio decompressed to compressed size; GIS files stay under 30, a zip bomb is near 1000
 * @param vertices of one geometry
 * @param rowChars characters of one CSV record or one line of JSON
 * @param depth of nested JSON in one row
 */
public record SourceLimits(int entries, long bytes, int ratio, int vertices, int rowChars, int depth) {
    public static final SourceLimits STANDARD = new SourceLimits(10_000, 8L << 30, 200, 4_000_000, 64_000_000, 64);

    /** Up to this size nothing is called a bomb, whatever the ratio. */
    static final long HARMLESS_BYTES = 32L << 20;

    boolean tooDense(long plain, long packed) {
        return plain > HARMLESS_BYTES && plain > packed * ratio;
    }
}
