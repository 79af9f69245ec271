package cn.diming.core.account;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Keys for programs: 32 random bytes of which only the SHA-256 is kept; whoever holds one acts as its account. */
public final class ApiKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "dm_"; // so that a key left in a file is found by those who look for such
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int HINT = PREFIX.length() + 4;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);
    private static final String ROWS =
            "SELECT k.*, a.login, a.jurisdiction FROM api_key k JOIN account a ON a.id = k.account_id";

    private final Db db;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final Clock clock;
    private final AccountStore accounts;

    public ApiKeys(Db db, ChangeJournal journal, AuditLog audit, Clock clock) {
        this.db = db;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
        this.accounts = new AccountStore(db);
    }

    /** The account a key stands for; empty when the key is wrong, revoked or expired, or the account disabled. */
    public Optional<Account> accountOf(String secret) {
        if (!SHAPE.matcher(secret).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiKey> key = db.sql(ROWS + " WHERE k.key_hash = :hash")
                .param("hash", hash(secret))
                .find(ApiKeys::read)
                .filter(found -> found.isUsable(now));
        key.filter(found ->
                        found.lastUsedAt().isEmpty() || found.lastUsedAt().get().isBefore(now.minus(NOTED_EVERY)))
                .ifPresent(found -> noteUse(found.id(), now));
        return key.flatMap(found -> accounts.find(found.accountId())).filter(account -> !account.disabled());
    }

    /** Keys of the accounts in the actor's jurisdiction, newest first. */
    public List<ApiKey> list(Actor actor, OptionalLong accountId) {
        AccessPolicy.require(actor, Action.MANAGE_ACCOUNTS);
        String one = accountId.isPresent() ? " AND k.account_id = :account" : "";
        var query = db.sql(ROWS + " WHERE a.jurisdiction LIKE :within" + one + " ORDER BY k.id DESC")
                .param("within", actor.jurisdiction() + "%");
        accountId.ifPresent(id -> query.param("account", id));
        return query.list(ApiKeys::read);
    }

    /**
     * Makes a key for an account.
     *
     * @param label what it is for
     * @param expiresAt empty = never
     * @throws NotFound when there is no such account within the actor's jurisdiction
     */
    public IssuedKey create(Actor actor, long accountId, String label, Optional<Instant> expiresAt) {
        AccessPolicy.require(actor, Action.MANAGE_ACCOUNTS);
        if (label.isBlank() || label.length() > 50 || label.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(List.of("密钥用途应为 1 到 50 个字，不含控制字符"));
        }
        if (expiresAt.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new Refused(List.of("失效时间应在现在之后"));
        }
        String secret = newSecret();
        return journal.write(actor, changes -> {
            Account account = accounts.find(accountId)
                    .filter(found -> actor.covers(found.jurisdiction()))
                    .orElseThrow(() -> new NotFound("没有编号为 " + accountId + " 的账号"));
            long id = insert(changes, account, label, secret, expiresAt);
            note(changes, "create-key", account.id(), id, label);
            return new IssuedKey(find(id).orElseThrow(), secret);
        });
    }

    /** Makes a key in the caller's transaction, for an account that the caller has just made or recognised. */
    public IssuedKey issue(ChangeSet changes, Account account, String label, Instant expiresAt) {
        String secret = newSecret();
        long id = insert(changes, account, label, secret, Optional.of(expiresAt));
        note(changes, "create-key", account.id(), id, label);
        return new IssuedKey(find(id).orElseThrow(), secret);
    }

    /** Makes all keys of an account useless, in the caller's transaction. */
    public void revokeAll(ChangeSet changes, long accountId) {
        int revoked = db.sql("UPDATE api_key SET revoked_at = :at WHERE account_id = :account AND revoked_at IS NULL")
                .param("at", changes.at())
                .param("account", accountId)
                .update();
        if (revoked > 0) {
            note(changes, "revoke-keys", accountId, accountId, "");
        }
    }

    /** Makes a key useless at once; a second time changes nothing. */
    public void revoke(Actor actor, long id) {
        AccessPolicy.require(actor, Action.MANAGE_ACCOUNTS);
        journal.write(actor, changes -> {
            ApiKey key = find(id).filter(found -> isWithin(actor, found))
                    .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的密钥"));
            if (key.revokedAt().isEmpty()) {
                db.sql("UPDATE api_key SET revoked_at = :at WHERE id = :id")
                        .param("at", changes.at())
                        .param("id", id)
                        .update();
                note(changes, "revoke-key", key.accountId(), id, key.label());
            }
            return true;
        });
    }

    private boolean isWithin(Actor actor, ApiKey key) {
        return accounts.find(key.accountId())
                .filter(account -> actor.covers(account.jurisdiction()))
                .isPresent();
    }

    private Optional<ApiKey> find(long id) {
        return db.sql(ROWS + " WHERE k.id = :id").param("id", id).find(ApiKeys::read);
    }

    private long insert(ChangeSet changes, Account account, String label, String secret, Optional<Instant> expiresAt) {
        long id = changes.newId();
        db.sql("""
                INSERT INTO api_key (id, account_id, label, key_hash, hint, created_at, created_by, expires_at)
                VALUES (:id, :account, :label, :hash, :hint, :at, :by, :expires)""")
                .param("id", id)
                .param("account", account.id())
                .param("label", label)
                .param("hash", hash(secret))
                .param("hint", secret.substring(0, HINT))
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("expires", expiresAt)
                .update();
        return id;
    }

    private void noteUse(long id, Instant now) {
        db.inTransaction(() -> db.sql("UPDATE api_key SET last_used_at = :now WHERE id = :id")
                .param("now", now)
                .param("id", id)
                .update());
    }

    private void note(ChangeSet changes, String action, long accountId, long keyId, String label) {
        changes.saved(RecordKind.ACCOUNT, accountId, Optional.empty());
        String content = JsonMapper.shared()
                .createObjectNode()
                .put("key", keyId)
                .put("label", label)
                .toString();
        audit.append(changes, action, RecordKind.ACCOUNT, accountId, Optional.empty(), Optional.of(content));
    }

    private static String newSecret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        return Sha256.hex(secret);
    }

    private static ApiKey read(Row row) {
        return new ApiKey(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getText("login"),
                row.getText("label"),
                row.getText("hint"),
                row.getInstant("created_at"),
                row.findInstant("expires_at"),
                row.findInstant("last_used_at"),
                row.findInstant("revoked_at"));
    }
}
