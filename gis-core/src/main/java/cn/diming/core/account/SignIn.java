package cn.diming.core.account;

import cn.diming.core.db.Db;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Checks logins and passwords. Each attempt is counted before the password is looked at, so many at once gain nothing.
 * A login that nobody has is treated like one that somebody has, in time taken and in being locked: otherwise guessing
 * would tell which logins exist.
 */
public final class SignIn {

    private static final int REMEMBERED_STRANGERS = 10_000;

    private final Db db;
    private final Clock clock;
    private final AccountStore store;
    private final Map<String, Attempts> strangers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > REMEMBERED_STRANGERS;
        }
    };

    public SignIn(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.store = new AccountStore(db);
    }

    public SignInAnswer check(String login, String password) {
        Instant now = clock.instant();
        Optional<Instant> locked = db.inTransaction(() -> store.countAttempt(login, now))
                .orElseGet(() -> countStranger(login, now))
                .lockedUntil();
        if (locked.isPresent()) {
            return new SignInAnswer.Locked(locked.get());
        }
        Optional<String> hash = store.passwordHash(login);
        if (hash.isEmpty()) {
            Passwords.compareInVain(password);
            return new SignInAnswer.Rejected();
        }
        if (!Passwords.matches(password, hash.get())) {
            return new SignInAnswer.Rejected();
        }
        return store.find(login)
                .filter(account -> !account.disabled())
                .<SignInAnswer>map(account -> welcome(account, now))
                .orElseGet(SignInAnswer.Disabled::new);
    }

    /** Notes that an account was let in on somebody else's word (OIDC). */
    public Account admit(Account account) {
        return welcome(account, clock.instant()).account();
    }

    private SignInAnswer.Welcome welcome(Account account, Instant now) {
        db.inTransaction(() -> store.signedIn(account.id(), now));
        return new SignInAnswer.Welcome(account);
    }

    private Attempts countStranger(String login, Instant now) {
        synchronized (strangers) {
            Attempts before = strangers.getOrDefault(login, Attempts.NONE);
            if (before.isLocked(now)) {
                return before;
            }
            int failures = before.failures() + 1;
            strangers.put(login, new Attempts(failures, Throttle.lockedUntil(failures, now)));
            return new Attempts(failures, Optional.empty());
        }
    }

    /**
     * How often it was tried without success.
     *
     * @param lockedUntil set when this attempt may not go on
     */
    record Attempts(int failures, Optional<Instant> lockedUntil) {
        static final Attempts NONE = new Attempts(0, Optional.empty());

        boolean isLocked(Instant now) {
            return lockedUntil.filter(now::isBefore).isPresent();
        }
    }
}
