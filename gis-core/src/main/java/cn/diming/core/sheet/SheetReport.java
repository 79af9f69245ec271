package cn.diming.core.sheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What the gates said of one sheet.
 *
 * @param scale denominator
 * @param unplaced names that no map has room for; they stand in the margin or in the index
 */
public record SheetReport(int scale, int placed, List<Check> checks, List<String> unplaced) {

    /** One gate; its id as in docs/sheets.md. */
    public record Check(String id, String title, Gate state, String detail) {}

    public SheetReport {
        checks = List.copyOf(checks);
        unplaced = List.copyOf(unplaced);
    }

    @JsonIgnore
    public Gate gate() {
        return checks.stream().map(Check::state).max(Enum::compareTo).orElse(Gate.PASSED);
    }
}
