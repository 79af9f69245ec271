package cn.diming.core.collect;

import cn.diming.core.record.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody takes up an invitation.
 *
 * @param device made by the telephone and kept there: joining again from the same one gives a new token, not a new collector
 */
public record JoinRequest(String code, UUID device, String name, Optional<String> phone) {

    private static final int LONGEST_NAME = 20;

    /** @throws Refused for a name that is none or a number that nobody can call */
    public JoinRequest {
        name = name.strip();
        phone = phone.map(String::strip).filter(number -> !number.isEmpty());
        List<String> faults = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            faults.add("姓名应为 1 至 " + LONGEST_NAME + " 个字");
        }
        if (phone.filter(number -> !number.matches("[0-9+ -]{5,20}")).isPresent()) {
            faults.add("电话号码应为 5 至 20 位数字");
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    @Override
    public String toString() {
        return "JoinRequest[" + device + "]";
    }
}
