package cn.diming.core.record;

import java.util.List;

/** What was asked breaks a rule; one Chinese sentence for each fault. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    public Refused(List<String> faults) {
        super(String.join("；", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
