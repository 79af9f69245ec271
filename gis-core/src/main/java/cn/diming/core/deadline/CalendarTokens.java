package cn.diming.core.deadline;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.proof.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Secrets in the addresses that calendar programs subscribe to. Each person has at most one; it opens the list of limits
 * and nothing else, and only its SHA-256 is kept.
 */
public final class CalendarTokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "dc_";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final Db db;
    private final ChangeJournal journal;
    private final AuditLog audit;

    public CalendarTokens(Db db, ChangeJournal journal, AuditLog audit) {
        this.db = db;
        this.journal = journal;
        this.audit = audit;
    }

    /** Makes a token for the actor himself; an earlier one is void from now on. */
    public String issue(Actor actor) {
        AccessPolicy.require(actor, Action.READ_CASE);
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        replace(actor, Optional.of(hash(token)), "issue-calendar-link");
        return token;
    }

    /** Makes the actor's token void. */
    public void revoke(Actor actor) {
        AccessPolicy.require(actor, Action.READ_CASE);
        replace(actor, Optional.empty(), "revoke-calendar-link");
    }

    /** The number of the account whose token this is; whether it may still sign in is the caller's question. */
    public OptionalLong accountOf(String token) {
        if (!SHAPE.matcher(token).matches()) {
            return OptionalLong.empty();
        }
        return db.sql("SELECT account_id FROM calendar_token WHERE token_hash = :hash")
                .param("hash", hash(token))
                .find(row -> row.findLong("account_id"))
                .orElse(OptionalLong.empty());
    }

    private void replace(Actor actor, Optional<String> hash, String action) {
        long account = actor.accountId().orElseThrow();
        journal.write(actor, changes -> {
            db.sql("DELETE FROM calendar_token WHERE account_id = :account")
                    .param("account", account)
                    .update();
            hash.ifPresent(value -> db.sql("""
                            INSERT INTO calendar_token (account_id, token_hash, created_at)
                            VALUES (:account, :hash, :at)""")
                    .param("account", account)
                    .param("hash", value)
                    .param("at", changes.at())
                    .update());
            audit.append(changes, action, RecordKind.ACCOUNT, account, Optional.empty(), Optional.empty());
            return true;
        });
    }

    private static String hash(String token) {
        return Sha256.hex(token);
    }
}
