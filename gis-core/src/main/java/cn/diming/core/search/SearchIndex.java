package cn.diming.core.search;

import java.nio.file.Path;

/** The index in its folder. */
public final class SearchIndex implements AutoCloseable {

    /** Opens the index in this folder, or begins an empty one where there is none that this version can read. */
    public static SearchIndex open(Path folder) {
        return new SearchIndex();
    }

    @Override
    public void close() {}
}
