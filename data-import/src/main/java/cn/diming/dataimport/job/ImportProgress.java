package cn.diming.dataimport.job;

/** Is told how far an import is; called often. */
@FunctionalInterface
public interface ImportProgress {
    ImportProgress SILENT = rows -> {};

    /** @param rows of the layer that are done */
    void reached(long rows);
}
