package cn.diming.tiles.sheet;

/**
 * A gate that every sheet passes before it may be printed.
 *
 * @param id as in docs/sheets.md, such as L1
 * @param detail what was found, in Chinese
 */
public record SheetCheck(String id, String title, State state, String detail) {

    /** How a gate was passed. */
    public enum State {
        PASSED,
        /** To be looked at; the sheet can be printed. */
        WARNING,
        /** The sheet must not be printed. */
        FAILED
    }
}
