package cn.diming.core.text;

/** The 通用规范汉字表 (国发〔2013〕23号): 8,105 characters in three levels, of which the third is for names and trades. */
public final class StandardCharacters {

    private static final byte[] LEVELS = load();

    private StandardCharacters() {}

    /** 1 to 3; 0 for what is not in the table. */
    public static int level(int codePoint) {
        return codePoint < LEVELS.length ? LEVELS[codePoint] : 0;
    }

    private static byte[] load() {
        byte[] levels = new byte[0x32400]; // the last Han block ends below this
        for (String[] row : TextTable.rows("standard-characters.tsv")) {
            row[1].codePoints().forEach(c -> levels[c] = Byte.parseByte(row[0]));
        }
        return levels;
    }
}
