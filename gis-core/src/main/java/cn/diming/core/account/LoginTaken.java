package cn.diming.core.account;

/** Another account has this login; the message is Chinese and for the person. */
public final class LoginTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    LoginTaken(String login) {
        super("登录名 " + login + " 已被使用");
    }
}
