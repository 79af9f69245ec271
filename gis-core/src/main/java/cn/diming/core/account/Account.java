package cn.diming.core.account;

import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody, or some program, that may sign in.
 *
 * @param jurisdiction division-code prefix; empty covers everything
 * @param subject what the organisation's own sign-in service (OIDC) calls this account
 */
public record Account(
        long id,
        int version,
        String login,
        String displayName,
        Role role,
        String jurisdiction,
        Optional<String> subject,
        boolean mustChangePassword,
        boolean disabled,
        Instant createdAt,
        Optional<Instant> lastLoginAt) {

    public Actor actor() {
        return new Actor(OptionalLong.of(id), login, role, jurisdiction);
    }
}
