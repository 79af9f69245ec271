package cn.diming.core.contact;

import java.time.Duration;

/** What a person reads who is sent a code. */
final class CodeText {

    static final String SUBJECT = "验证码";

    static String of(String code, Duration valid) {
        return "验证码 " + code + "，" + valid.toMinutes() + " 分钟内有效。如非本人操作，请忽略。";
    }

    private CodeText() {}
}
