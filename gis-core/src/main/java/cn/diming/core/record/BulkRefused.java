package cn.diming.core.record;

import java.util.List;
import java.util.stream.Collectors;

/** Nothing of a bulk edit was done, because some of its records could not be changed. */
public final class BulkRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final int NAMED = 5;

    private final transient List<RowFault> faults;

    public BulkRefused(List<RowFault> faults) {
        super("有 " + faults.size() + " 条不能修改，全部未改："
                + faults.stream()
                        .limit(NAMED)
                        .map(fault -> "编号 " + fault.id() + " " + fault.message())
                        .collect(Collectors.joining("；"))
                + (faults.size() > NAMED ? "……" : ""));
        this.faults = List.copyOf(faults);
    }

    /** Whether every fault is of this sort. */
    public boolean isAll(RowFault.Kind kind) {
        return faults.stream().allMatch(fault -> fault.kind() == kind);
    }

    public List<RowFault> faults() {
        return faults;
    }
}
