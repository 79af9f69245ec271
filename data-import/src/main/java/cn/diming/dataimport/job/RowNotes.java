package cn.diming.dataimport.job;

import cn.diming.dataimport.source.SourceFeature;
import java.util.Optional;

/** Rows that were taken although the file has something odd there: how many, and the first as an example. */
final class RowNotes {
    private long rows;
    private String first = "";

    void add(SourceFeature row) {
        if (row.problems().isEmpty() || row.faulty()) {
            return;
        }
        if (rows++ == 0) {
            first = "第 " + row.row() + " 行：" + row.problems().getFirst().message();
        }
    }

    Optional<String> words() {
        return rows == 0 ? Optional.empty() : Optional.of("有 " + rows + " 行带提示，如" + first);
    }
}
