package cn.diming.api.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session that knows whether it must be written: most requests only read it. */
final class StoredSession implements Session {

    private final MapSession content;
    private final Clock clock;
    private Optional<String> loadedAs;
    private Instant loadedAccess;
    private boolean attributesChanged;

    /** A new one. */
    StoredSession(Duration idle, Clock clock) {
        Instant now = clock.instant();
        this.content = new MapSession();
        this.clock = clock;
        this.content.setMaxInactiveInterval(idle);
        this.content.setCreationTime(now);
        this.content.setLastAccessedTime(now);
        this.loadedAs = Optional.empty();
        this.loadedAccess = now;
    }

    /** One from the database. */
    StoredSession(MapSession content, Clock clock) {
        this.content = content;
        this.clock = clock;
        this.loadedAs = Optional.of(content.getId());
        this.loadedAccess = content.getLastAccessedTime();
    }

    /** The number under which the database knows it; empty for a new one. */
    Optional<String> loadedAs() {
        return loadedAs;
    }

    boolean isChanged() {
        return attributesChanged || loadedAs.filter(getId()::equals).isEmpty();
    }

    /** Time that has passed since the database was last told of an access. */
    Duration untold() {
        return Duration.between(loadedAccess, content.getLastAccessedTime());
    }

    /** The database now has all of it. Within one request it may be saved twice. */
    void saved() {
        loadedAs = Optional.of(getId());
        loadedAccess = getLastAccessedTime();
        attributesChanged = false;
    }

    @Override
    public String getId() {
        return content.getId();
    }

    @Override
    public String changeSessionId() {
        return content.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return content.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return content.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributesChanged = true;
        content.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributesChanged = true;
        content.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return content.getCreationTime();
    }

    /** By the service's own clock; the caller means the same moment. */
    @Override
    public void setLastAccessedTime(Instant time) {
        content.setLastAccessedTime(clock.instant());
    }

    @Override
    public Instant getLastAccessedTime() {
        return content.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        content.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return content.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return !clock.instant().isBefore(getLastAccessedTime().plus(getMaxInactiveInterval()));
    }
}
