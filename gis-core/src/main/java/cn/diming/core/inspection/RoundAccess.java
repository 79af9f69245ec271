package cn.diming.core.inspection;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.record.NotFound;
import java.util.Arrays;

/**
 * Who may do what in a round. Both neighbours and those above them read it; each neighbour writes and signs for itself alone.
 * Whoever is above both may plan, but stands for neither: a signature of theirs would be one side signing twice.
 */
final class RoundAccess {

    private final RoundStore store;

    RoundAccess(RoundStore store) {
        this.store = store;
    }

    /** @throws NotFound when there is no such round, or the actor has no part in its line */
    InspectionRound visible(Actor actor, long id) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        InspectionRound round = store.find(id).orElseThrow(() -> missing(id));
        if (!maySee(actor, round)) {
            throw missing(id);
        }
        return round;
    }

    static boolean maySee(Actor actor, InspectionRound round) {
        return Arrays.stream(Side.values())
                .anyMatch(
                        side -> actor.covers(round.division(side).digits()) || round.isOf(side, actor.jurisdiction()));
    }

    /** @throws cn.diming.core.access.Denied for others than the people of a side */
    static Side requireOwnSide(Actor actor, InspectionRound round) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        return round.sideOf(actor.jurisdiction())
                .orElseThrow(() -> AccessPolicy.denied("只有界线一侧的联检人员能写本方的内容，上级和其他单位不能代替（《行政区域界线管理条例》第十二条）"));
    }

    /** @throws cn.diming.core.access.Denied for others than the authority of the side itself */
    static Side requireSigner(Actor actor, InspectionRound round) {
        Side side = requireOwnSide(actor, round);
        if (!actor.jurisdiction().equals(round.division(side).prefix())) {
            throw AccessPolicy.denied("签字须由" + side.title() + "本级单位办理，下级不能代签（《行政区域界线管理条例》第十二条）");
        }
        return side;
    }

    /** @throws cn.diming.core.access.Denied for others than the neighbours and those above both */
    static void requirePart(Actor actor, InspectionRound round) {
        AccessPolicy.require(actor, Action.EDIT_BOUNDARY);
        boolean above = actor.covers(round.left().digits())
                && actor.covers(round.right().digits());
        if (!above && round.sideOf(actor.jurisdiction()).isEmpty()) {
            throw AccessPolicy.denied("只有界线两侧的单位及其共同上级能安排联检（《行政区域界线管理条例》第十二条）");
        }
    }

    private static NotFound missing(long id) {
        return new NotFound("没有编号为 " + id + " 的联检");
    }
}
