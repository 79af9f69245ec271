package cn.diming.core.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a password must not be. Length counts, mixtures of character classes do not (NIST SP 800-63B §5.1.1.2): people
 * answer those with Password1!.
 */
final class PasswordRules {

    private static final int MIN_LENGTH = 10;
    private static final int MAX_LENGTH = 200;
    private static final int MIN_DIFFERENT = 5;

    private static final Set<String> KNOWN = Set.of(
            "1234567890",
            "12345678910",
            "0123456789",
            "0987654321",
            "9876543210",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "qwertyuiop",
            "qwerty12345",
            "qwer123456",
            "asdfghjkl123",
            "abc1234567",
            "abcd123456",
            "abcdefghij",
            "abc123456789",
            "a123456789",
            "aa123456789",
            "admin12345",
            "admin123456",
            "administrator",
            "password123",
            "password1234",
            "password12",
            "passw0rd123",
            "p@ssw0rd123",
            "changeme123",
            "letmein123",
            "welcome123",
            "woaini1314",
            "woaini520520",
            "wodemima123",
            "iloveyou123",
            "diming12345",
            "diming123456",
            "minzheng123",
            "minzhengju123",
            "guangzhou123",
            "zhongguo123");

    /** Chinese sentences, one for each fault; empty for a password that may be used. */
    static List<String> faults(String password, String login) {
        List<String> faults = new ArrayList<>();
        String lower = password.toLowerCase(Locale.ROOT).strip();
        if (password.length() < MIN_LENGTH) {
            faults.add("密码至少要有 " + MIN_LENGTH + " 位");
        }
        if (password.length() > MAX_LENGTH) {
            faults.add("密码不能超过 " + MAX_LENGTH + " 位");
        }
        if (lower.equals(login) || lower.replace(login, "").length() < MIN_DIFFERENT) {
            faults.add("密码不能与登录名相同或相近");
        }
        if (KNOWN.contains(lower) || lower.chars().distinct().count() < MIN_DIFFERENT) {
            faults.add("这个密码太常见或太简单，容易被猜中");
        }
        return faults;
    }

    private PasswordRules() {}
}
