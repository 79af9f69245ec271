package cn.diming.api.security;

import cn.diming.api.config.DimingProperties;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.proof.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/**
 * Sessions in the tables of Spring Session, so that several instances share them. Why not its own repository: that one
 * begins a writing transaction for every read, which on the embedded database waits for the one writer there can be
 * (docs/adr/0008-sessions.md). Here reading never waits, and an access alone is written once a minute. The database
 * holds a hash of the session's number, so that a copy of it opens nobody's session.
 */
final class SessionStore implements SessionRepository<StoredSession> {

    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    /** Nothing but what we and Spring Security's single sign-on put there. */
    private static final ObjectInputFilter ALLOWED = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxbytes=65536;java.base/*;org.springframework.security.**;!*");

    private final Db db;
    private final Clock clock;
    private final DimingProperties.Session limits;

    SessionStore(Db db, Clock clock, DimingProperties.Session limits) {
        this.db = db;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public StoredSession createSession() {
        return new StoredSession(limits.idle(), clock);
    }

    @Override
    public void save(StoredSession session) {
        if (session.isChanged()) {
            db.inTransaction(() -> write(session));
        } else if (session.untold().compareTo(TOLD_EVERY) >= 0) {
            db.inTransaction(() -> noteAccess(session));
        } else {
            return;
        }
        session.saved();
    }

    @Override
    public @Nullable StoredSession findById(String id) {
        Optional<Found> found = db.sql("SELECT * FROM spring_session WHERE session_id = :id AND expiry_time > :now")
                .param("id", hash(id))
                .param("now", clock.millis())
                .find(row -> read(row, id));
        found.ifPresent(this::readAttributes);
        return found.map(session -> new StoredSession(session.content, clock)).orElse(null);
    }

    @Override
    public void deleteById(String id) {
        db.inTransaction(() -> db.sql("DELETE FROM spring_session WHERE session_id = :id")
                .param("id", hash(id))
                .update());
    }

    /** Deletes all sessions of an account but one. */
    void deleteOf(long accountId, Optional<String> except) {
        db.inTransaction(
                () -> db.sql("DELETE FROM spring_session WHERE principal_name = :account AND session_id <> :except")
                        .param("account", Long.toString(accountId))
                        .param("except", except.map(SessionStore::hash).orElse(""))
                        .update());
    }

    /** Writes it whole; a new number makes the old one useless. */
    private boolean write(StoredSession session) {
        session.loadedAs().ifPresent(this::deleteById);
        db.sql("DELETE FROM spring_session WHERE expiry_time <= :now")
                .param("now", clock.millis())
                .update();
        String key = UUID.randomUUID().toString();
        Long account = session.getAttribute(AccountSession.ACCOUNT);
        db.sql("""
                INSERT INTO spring_session (primary_id, session_id, creation_time, last_access_time,
                  max_inactive_interval, expiry_time, principal_name)
                VALUES (:key, :id, :created, :accessed, :idle, :expiry, :account)""")
                .param("key", key)
                .param("id", hash(session.getId()))
                .param("created", session.getCreationTime().toEpochMilli())
                .param("accessed", session.getLastAccessedTime().toEpochMilli())
                .param("idle", session.getMaxInactiveInterval().toSeconds())
                .param("expiry", expiry(session).toEpochMilli())
                .param("account", account == null ? null : account.toString())
                .update();
        for (String name : session.getAttributeNames()) {
            db.sql("""
                    INSERT INTO spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
                    VALUES (:key, :name, :value)""")
                    .param("key", key)
                    .param("name", name)
                    .param("value", serialize(Objects.requireNonNull(session.getAttribute(name))))
                    .update();
        }
        return true;
    }

    private int noteAccess(StoredSession session) {
        return db.sql("""
                UPDATE spring_session SET last_access_time = :accessed, expiry_time = :expiry
                WHERE session_id = :id""")
                .param("accessed", session.getLastAccessedTime().toEpochMilli())
                .param("expiry", expiry(session).toEpochMilli())
                .param("id", hash(session.getId()))
                .update();
    }

    /** Idle too long or signed in too long, whichever comes first. */
    private Instant expiry(StoredSession session) {
        Instant idle = session.getLastAccessedTime().plus(limits.idle());
        Instant absolute = session.getCreationTime().plus(limits.absolute());
        return idle.isBefore(absolute) ? idle : absolute;
    }

    private static Found read(Row row, String id) {
        MapSession content = new MapSession(id);
        content.setCreationTime(Instant.ofEpochMilli(row.getLong("creation_time")));
        content.setLastAccessedTime(Instant.ofEpochMilli(row.getLong("last_access_time")));
        content.setMaxInactiveInterval(Duration.ofSeconds(row.getLong("max_inactive_interval")));
        return new Found(row.getText("primary_id"), content);
    }

    private void readAttributes(Found found) {
        db.sql("SELECT * FROM spring_session_attributes WHERE session_primary_id = :key")
                .param("key", found.key)
                .list(row -> new Attribute(row.getText("attribute_name"), row.getBytes("attribute_bytes")))
                .forEach(attribute -> found.content.setAttribute(attribute.name, deserialize(attribute.bytes)));
    }

    private static byte[] serialize(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException broken) {
            throw new IllegalStateException("cannot write a session attribute", broken);
        }
        return bytes.toByteArray();
    }

    private static Object deserialize(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ALLOWED);
            return in.readObject();
        } catch (IOException | ClassNotFoundException broken) {
            throw new IllegalStateException("cannot read a session attribute", broken);
        }
    }

    /** 128 of SHA-256's bits: the column has room for 36 characters. */
    private static String hash(String id) {
        return Sha256.hex(id).substring(0, 32);
    }

    private record Found(String key, MapSession content) {}

    private record Attribute(String name, byte[] bytes) {
        // compared by nobody
    }
}
