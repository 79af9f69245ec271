package cn.diming.core.numbering;

import java.util.List;

/**
 * How plates of one use are made.
 *
 * @param lines of text from top to bottom; the last one is the large one
 */
public record PlateModel(String title, int widthMillimetres, int heightMillimetres, List<Line> lines) {

    private static final int LEAST = 30;
    private static final int MOST = 2000;

    public PlateModel {
        lines = List.copyOf(lines);
        if (widthMillimetres < LEAST
                || heightMillimetres < LEAST
                || widthMillimetres > MOST
                || heightMillimetres > MOST) {
            throw new IllegalArgumentException("门牌尺寸应在 " + LEAST + " 至 " + MOST + " 毫米之间：" + title);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("门牌没有文字：" + title);
        }
    }

    /** What a plate is for. */
    public enum Use {
        /** The main entrance of a walled compound. */
        COMPOUND,
        DOOR,
        UNIT,
        ROOM
    }

    /** What a line says. */
    public enum Line {
        VILLAGE,
        /** That of the village where the door is on no street. */
        STREET,
        NUMBER,
        /** Street and number. */
        ADDRESS,
        UNIT,
        ROOM
    }
}
