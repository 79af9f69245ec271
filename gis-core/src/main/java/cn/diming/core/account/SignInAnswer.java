package cn.diming.core.account;

import java.time.Instant;

/** What became of an attempt to sign in. */
public sealed interface SignInAnswer {

    record Welcome(Account account) implements SignInAnswer {}

    /** Login or password is wrong; which of the two is nobody's business. */
    record Rejected() implements SignInAnswer {}

    /** The password was right, the account is disabled. */
    record Disabled() implements SignInAnswer {}

    /** Too many failures: the password was not even looked at. */
    record Locked(Instant until) implements SignInAnswer {}
}
