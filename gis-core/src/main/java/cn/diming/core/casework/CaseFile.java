package cn.diming.core.casework;

import cn.diming.core.deadline.Deadline;
import java.util.List;

/** Everything about a case (卷宗): what its documents are made from. */
public record CaseFile(
        NamingCase content,
        List<Stage> stages,
        List<CaseEvent> timeline,
        List<CasePaper> papers,
        List<CaseComment> comments,
        List<Deadline> deadlines) {}
