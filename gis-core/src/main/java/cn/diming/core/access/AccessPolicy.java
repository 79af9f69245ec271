package cn.diming.core.access;

import static cn.diming.core.access.Role.ADMINISTRATOR;
import static cn.diming.core.access.Role.BOUNDARY_INSPECTOR;
import static cn.diming.core.access.Role.COLLECTOR;
import static cn.diming.core.access.Role.MERCHANT;
import static cn.diming.core.access.Role.NAMING_OFFICER;
import static cn.diming.core.access.Role.PUBLIC;
import static cn.diming.core.access.Role.REVIEWER;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one table of role × action. Where a division code is given it must also lie in the actor's jurisdiction; what
 * belongs to no division may be changed only by those whose jurisdiction is everything.
 */
public final class AccessPolicy {

    private static final Map<Action, Set<Role>> ALLOWED = new EnumMap<>(Map.ofEntries(
            Map.entry(Action.READ_PUBLIC, EnumSet.allOf(Role.class)),
            Map.entry(Action.READ_STAFF, EnumSet.of(NAMING_OFFICER, REVIEWER, BOUNDARY_INSPECTOR, ADMINISTRATOR)),
            Map.entry(Action.REGISTER, EnumSet.of(NAMING_OFFICER, BOUNDARY_INSPECTOR, ADMINISTRATOR)),
            Map.entry(Action.EDIT_PLACE, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.EDIT_DIVISION, EnumSet.of(ADMINISTRATOR)),
            Map.entry(Action.EDIT_DOOR_PLATE, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.EDIT_SIGN, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.EDIT_BOUNDARY, EnumSet.of(BOUNDARY_INSPECTOR, ADMINISTRATOR)),
            Map.entry(Action.EDIT_SHOP, EnumSet.of(MERCHANT, NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.EDIT_FACILITY, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.EDIT_GROUND, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.EDIT_LOCAL_ENTRY, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.CHECK_NAME, EnumSet.of(NAMING_OFFICER, REVIEWER, BOUNDARY_INSPECTOR, ADMINISTRATOR)),
            Map.entry(Action.IMPORT, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.READ_CASE, EnumSet.of(NAMING_OFFICER, REVIEWER, ADMINISTRATOR)),
            Map.entry(Action.DRAFT_CASE, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.REVIEW_CASE, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.APPROVE_CASE, EnumSet.of(REVIEWER, ADMINISTRATOR)),
            Map.entry(Action.FILE_PAPER, EnumSet.of(NAMING_OFFICER, REVIEWER, ADMINISTRATOR)),
            Map.entry(Action.MODERATE_COMMENT, EnumSet.of(NAMING_OFFICER, REVIEWER, ADMINISTRATOR)),
            Map.entry(Action.COLLECT, EnumSet.of(COLLECTOR, NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.READ_COLLECTION, EnumSet.of(NAMING_OFFICER, REVIEWER, ADMINISTRATOR)),
            Map.entry(Action.MODERATE_COLLECTION, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.KEEP_SHOP, EnumSet.of(MERCHANT)),
            Map.entry(Action.READ_SHOP_FILING, EnumSet.of(NAMING_OFFICER, REVIEWER, ADMINISTRATOR)),
            Map.entry(Action.VERIFY_SHOP, EnumSet.of(NAMING_OFFICER, ADMINISTRATOR)),
            Map.entry(Action.GEOCODE_TABLE, EnumSet.complementOf(EnumSet.of(PUBLIC))),
            Map.entry(Action.MANAGE_ACCOUNTS, EnumSet.of(ADMINISTRATOR)),
            Map.entry(Action.READ_AUDIT, EnumSet.of(ADMINISTRATOR)),
            Map.entry(Action.SET_TARGET, EnumSet.of(REVIEWER, ADMINISTRATOR)),
            Map.entry(Action.PRINT_SHEET, EnumSet.of(NAMING_OFFICER, REVIEWER, ADMINISTRATOR)),
            Map.entry(Action.REBUILD, EnumSet.of(ADMINISTRATOR))));

    /** Whether the role alone would do, somewhere. */
    public static boolean allows(Role role, Action action) {
        return ALLOWED.getOrDefault(action, Set.of()).contains(role);
    }

    /** @throws Denied when the role does not allow the action */
    public static void require(Actor actor, Action action) {
        if (!allows(actor.role(), action)) {
            boolean anonymous = actor.role() == Role.PUBLIC && !actor.isSignedIn();
            throw new Denied(
                    anonymous
                            ? "请先登录：" + action.title()
                            : "您的角色（" + actor.role().title() + "）不能" + action.title(),
                    anonymous);
        }
    }

    /** @throws Denied when the role does not allow the action, or the division is not in the actor's jurisdiction */
    public static void require(Actor actor, Action action, @Nullable String divisionCode) {
        require(actor, action);
        if (!actor.covers(divisionCode == null ? "" : divisionCode)) {
            throw new Denied("该记录不在您的辖区（" + actor.jurisdiction() + "）内，不能" + action.title(), false);
        }
    }

    /**
     * For what only an office of some level may do: the bureau of a county for its towns, but no town for its county.
     *
     * @param digits length of the division codes of that level
     * @param level its name, for the message
     * @throws Denied besides, when the actor's jurisdiction is narrower than the level
     */
    public static void requireLevel(Actor actor, Action action, String divisionCode, int digits, String level) {
        require(actor, action, divisionCode);
        if (actor.jurisdiction().length() > digits) {
            throw new Denied("须由" + level + "单位办理，您的辖区（" + actor.jurisdiction() + "）不能" + action.title(), false);
        }
    }

    /** For rules that jurisdiction alone does not tell, such as which of two sides somebody works for. */
    public static Denied denied(String why) {
        return new Denied(why, false);
    }

    private AccessPolicy() {}
}
