package cn.diming.core.account;

import cn.diming.core.access.Role;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of account. */
final class AccountStore {

    private static final String MATCHING = """
             FROM account
            WHERE jurisdiction LIKE :within ESCAPE '!'
              AND (LOWER(login) LIKE :text ESCAPE '!' OR LOWER(display_name) LIKE :text ESCAPE '!')""";

    private final Db db;

    AccountStore(Db db) {
        this.db = db;
    }

    Optional<Account> find(long id) {
        return db.sql("SELECT * FROM account WHERE id = :id").param("id", id).find(AccountStore::read);
    }

    Optional<Account> find(String login) {
        return db.sql("SELECT * FROM account WHERE login = :login")
                .param("login", login)
                .find(AccountStore::read);
    }

    Optional<Account> findBySubject(String subject) {
        return db.sql("SELECT * FROM account WHERE oidc_subject = :subject")
                .param("subject", subject)
                .find(AccountStore::read);
    }

    Optional<String> passwordHash(String login) {
        return db.sql("SELECT password_hash FROM account WHERE login = :login")
                .param("login", login)
                .find(row -> row.findText("password_hash"))
                .flatMap(hash -> hash);
    }

    AccountPage list(String within, String text, int page, int size) {
        String pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        long total = db.sql("SELECT COUNT(*)" + MATCHING)
                .param("within", within + "%")
                .param("text", pattern)
                .getLong();
        List<Account> items = db.sql("SELECT *" + MATCHING + " ORDER BY login LIMIT :size OFFSET :skip")
                .param("within", within + "%")
                .param("text", pattern)
                .param("size", size)
                .param("skip", (long) (page - 1) * size)
                .list(AccountStore::read);
        return new AccountPage(items, total);
    }

    boolean hasAdministrator() {
        return db.sql("SELECT COUNT(*) FROM account WHERE role = 'ADMINISTRATOR'")
                        .getLong()
                > 0;
    }

    /** Administrators of everything, other than this account, that can sign in. */
    long otherAdministrators(long id) {
        return db.sql("""
                SELECT COUNT(*) FROM account
                WHERE role = 'ADMINISTRATOR' AND jurisdiction = '' AND disabled = :no AND id <> :id""").param("no", false).param("id", id).getLong();
    }

    long insert(ChangeSet changes, AccountDraft draft, String passwordHash) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO account (id, login, display_name, password_hash, role, jurisdiction, must_change_password,
                  created_at, created_by, updated_at, updated_by)
                VALUES (:id, :login, :name, :hash, :role, :jurisdiction, :yes, :at, :by, :at, :by)""")
                .param("id", id)
                .param("login", draft.login())
                .param("name", draft.displayName())
                .param("hash", passwordHash)
                .param("role", draft.role())
                .param("jurisdiction", draft.jurisdiction())
                .param("yes", true)
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
        return id;
    }

    /** Somebody without a password, who comes with a key alone. */
    long insertWithoutPassword(ChangeSet changes, AccountDraft draft) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO account (id, login, display_name, role, jurisdiction, created_at, created_by, updated_at, updated_by)
                VALUES (:id, :login, :name, :role, :jurisdiction, :at, :by, :at, :by)""")
                .param("id", id)
                .param("login", (draft.role() == Role.COLLECTOR ? "caiji" : "shanghu") + id)
                .param("name", draft.displayName())
                .param("role", draft.role())
                .param("jurisdiction", draft.jurisdiction())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
        return id;
    }

    void update(ChangeSet changes, long id, AccountDraft draft, boolean disabled) {
        db.sql("""
                UPDATE account SET display_name = :name, role = :role, jurisdiction = :jurisdiction,
                  disabled = :disabled, version = version + 1, updated_at = :at, updated_by = :by
                WHERE id = :id""")
                .param("id", id)
                .param("name", draft.displayName())
                .param("role", draft.role())
                .param("jurisdiction", draft.jurisdiction())
                .param("disabled", disabled)
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
    }

    void setSubject(ChangeSet changes, long id, Optional<String> subject) {
        db.sql("""
                UPDATE account SET oidc_subject = :subject, version = version + 1, updated_at = :at, updated_by = :by
                WHERE id = :id""")
                .param("id", id)
                .param("subject", subject)
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
    }

    void setPassword(ChangeSet changes, long id, String hash, boolean oneTime) {
        db.sql("""
                UPDATE account SET password_hash = :hash, must_change_password = :oneTime, failed_logins = 0,
                  locked_until = NULL, version = version + 1, updated_at = :at, updated_by = :by
                WHERE id = :id""")
                .param("id", id)
                .param("hash", hash)
                .param("oneTime", oneTime)
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .update();
    }

    /** Counts an attempt as failed until {@link #signedIn} says otherwise; empty when nobody has this login. */
    Optional<SignIn.Attempts> countAttempt(String login, Instant now) {
        Optional<SignIn.Attempts> attempts = db.sql("""
                UPDATE account SET failed_logins = failed_logins + CASE WHEN locked_until > :now THEN 0 ELSE 1 END
                WHERE login = :login
                RETURNING failed_logins, locked_until""")
                .param("now", now)
                .param("login", login)
                .find(row -> new SignIn.Attempts(
                        row.getInt("failed_logins"),
                        row.findInstant("locked_until").filter(now::isBefore)));
        attempts.filter(counted -> !counted.isLocked(now))
                .flatMap(counted -> Throttle.lockedUntil(counted.failures(), now))
                .ifPresent(until -> lock(login, until));
        return attempts;
    }

    private void lock(String login, Instant until) {
        db.sql("UPDATE account SET locked_until = :until WHERE login = :login")
                .param("until", until)
                .param("login", login)
                .update();
    }

    int signedIn(long id, Instant now) {
        return db.sql("UPDATE account SET failed_logins = 0, locked_until = NULL, last_login_at = :now WHERE id = :id")
                .param("id", id)
                .param("now", now)
                .update();
    }

    static Account read(Row row) {
        return new Account(
                row.getLong("id"),
                row.getInt("version"),
                row.getText("login"),
                row.getText("display_name"),
                Role.valueOf(row.getText("role")),
                row.getText("jurisdiction"),
                row.findText("oidc_subject"),
                row.isTrue("must_change_password"),
                row.isTrue("disabled"),
                row.getInstant("created_at"),
                row.findInstant("last_login_at"));
    }
}
