package cn.diming.core.access;

import java.util.OptionalLong;

/**
 * Who acts. First parameter of every service method that is not open to all.
 *
 * @param accountId empty for the public and for the system itself
 * @param jurisdiction division-code prefix: {@code 440113} covers everything in 番禺区; empty covers everything
 */
public record Actor(OptionalLong accountId, String login, Role role, String jurisdiction) {

    /** Anybody, not signed in. */
    public static final Actor PUBLIC = new Actor(OptionalLong.empty(), "", Role.PUBLIC, "");

    /** The operator at the command line of the server itself. */
    public static final Actor OPERATOR = new Actor(OptionalLong.empty(), "operator", Role.ADMINISTRATOR, "");

    public Actor {
        if (!jurisdiction.matches("\\d{0,12}")) {
            throw new IllegalArgumentException("辖区应为行政区划代码前缀（至多 12 位数字）");
        }
    }

    public boolean isSignedIn() {
        return accountId.isPresent();
    }

    /** Whether the division (its code, any number of digits) lies in this actor's jurisdiction. */
    public boolean covers(String divisionCode) {
        return divisionCode.startsWith(jurisdiction);
    }
}
