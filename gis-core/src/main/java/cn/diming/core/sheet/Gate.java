package cn.diming.core.sheet;

/** How a sheet passed a gate, or the worst of all its gates. */
public enum Gate {
    PASSED,
    /** To be looked at; can be printed. */
    WARNING,
    /** Must not be printed. */
    FAILED
}
