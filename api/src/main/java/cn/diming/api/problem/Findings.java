package cn.diming.api.problem;

import cn.diming.api.generated.model.Finding;
import cn.diming.api.generated.model.Severity;
import java.util.List;

/** Findings of the naming rules as problems and answers give them. */
public final class Findings {

    public static List<Finding> of(List<cn.diming.core.naming.Finding> findings) {
        return findings.stream()
                .map(finding -> new Finding(
                                finding.rule(),
                                Severity.fromValue(finding.severity().name()),
                                finding.message())
                        .basis(finding.basis()))
                .toList();
    }

    private Findings() {}
}
