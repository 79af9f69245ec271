package cn.diming.core.media;

/** Names of files as people bring them. */
public final class FileNames {

    private static final int LONGEST = 100;

    /**
     * Without folders and invisible characters, ending as the content asks.
     *
     * @param otherwise what a file is called that has no name of its own
     * @param ending with its dot
     */
    public static String tidy(String name, String otherwise, String ending) {
        String bare = name.replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
                .strip();
        int[] points =
                (bare.isEmpty() ? otherwise : bare).codePoints().limit(LONGEST).toArray();
        return new String(points, 0, points.length) + ending;
    }

    private FileNames() {}
}
