package cn.diming.core.account;

import cn.diming.core.access.Role;
import cn.diming.core.record.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * An account to be made.
 *
 * @param jurisdiction division-code prefix; empty covers everything
 */
public record AccountDraft(String login, String displayName, Role role, String jurisdiction) {

    /** @throws Refused with a sentence for each value that cannot be */
    public AccountDraft {
        List<String> faults = new ArrayList<>();
        if (!login.matches("[a-z][a-z0-9._-]{1,31}")) {
            faults.add("登录名应以小写字母开头，由 2 到 32 个小写字母、数字或 . _ - 组成");
        }
        checkName(displayName, faults);
        checkJurisdiction(jurisdiction, faults);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private static void checkName(String name, List<String> faults) {
        if (name.isBlank() || name.length() > 50 || name.chars().anyMatch(Character::isISOControl)) {
            faults.add("姓名应为 1 到 50 个字，不含控制字符");
        }
    }

    private static void checkJurisdiction(String code, List<String> faults) {
        if (!code.matches("(\\d{2,12})?")) {
            faults.add("辖区应为行政区划代码前缀（2 至 12 位数字），或空着表示全部");
        }
    }
}
