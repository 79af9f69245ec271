package cn.diming.core.casework;

import cn.diming.core.naming.Finding;
import java.util.List;

/** The rules forbid a name; the findings say which and why. */
public final class NameRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    public NameRefused(List<Finding> findings) {
        super(String.join(
                "；", findings.stream().map(Finding::message).distinct().toList()));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
