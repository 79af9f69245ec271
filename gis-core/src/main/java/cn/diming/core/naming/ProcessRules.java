package cn.diming.core.naming;

import cn.diming.core.naming.NameStore.Standing;
import java.util.List;
import java.util.Optional;

/** How a name comes about: NAM-18, NAM-19 and NAM-20. */
final class ProcessRules {

    /** NAM-18: names are not for sale. */
    static void paidNaming(Inspection name, Report report) {
        if (name.question().circumstances().paidNaming()) {
            report.on("NAM-18").say("名称由有偿冠名而来，不得使用。");
        }
    }

    /** NAM-19 and NAM-20: a standard name is changed by a case only, a protected one after measures were laid down. */
    static void change(Inspection name, Report report) {
        var circumstances = name.question().circumstances();
        if (circumstances.placeId().isEmpty()) {
            return;
        }
        long placeId = circumstances.placeId().getAsLong();
        Optional<Standing> standing = name.store().standingOf(placeId);
        if (standing.isEmpty() || standing.get().name().equals(name.question().name())) {
            return;
        }
        String before = standing.get().name();
        if (!circumstances.measuresDocument()
                && name.store().protectionOf(placeId).isPresent()) {
            report.on("NAM-19")
                    .with(protectedName(name, before, placeId))
                    .say("“" + before + "”已列入地名保护名录，不得更名；确需更名的，县级以上人民政府应当预先制定保护措施。");
        }
        if (circumstances.caseId().isEmpty() && standing.get().status().equals("STANDARD")) {
            report.on("NAM-20").say("“" + before + "”是标准地名，更名须经法定程序。");
        }
    }

    private static List<Hit> protectedName(Inspection name, String before, long placeId) {
        String text = NameTerms.comparable(before, name.category());
        return name.view().named(text, other -> other.id() == placeId).stream()
                .map(own -> new Hit(
                        own,
                        Relation.PROTECTED,
                        name.locality().shared(own),
                        name.locality().distanceMetres(own)))
                .toList();
    }

    private ProcessRules() {}
}
