package cn.diming.core.casework;

import cn.diming.core.access.Action;
import cn.diming.core.access.Role;
import cn.diming.core.region.DivisionLevel;
import java.util.List;

/**
 * A stage that a case must pass, as its rule profile has it.
 *
 * @param state that the case reaches when the stage is completed
 * @param level the lowest office that may complete it
 * @param papers that must be there before
 * @param minimumDays how long a public notice or a consultation lasts at least; 0 = no such thing
 * @param basis law and article, or whose decision it is
 */
public record Stage(
        CaseState state, Role role, DivisionLevel level, List<PaperKind> papers, int minimumDays, String basis) {

    public Stage {
        papers = List.copyOf(papers);
        if (CaseAction.completing(state).filter(action -> !action.needsReason()).isEmpty()) {
            throw new IllegalArgumentException(state + " 不是办理环节");
        }
    }

    public CaseAction action() {
        return CaseAction.completing(state).orElseThrow();
    }

    /** The right that completing it takes. */
    Action right() {
        if (role == Role.REVIEWER) {
            return Action.APPROVE_CASE;
        }
        return state == CaseState.PRECHECK ? Action.DRAFT_CASE : Action.REVIEW_CASE;
    }
}
