package cn.diming.api.security;

import cn.diming.core.access.Actor;
import cn.diming.core.account.Account;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells controllers who is asking; they hand it on to the core, which decides. */
@Component
public final class Visitor {

    /** The account of the session or of the API key. */
    public Optional<Account> account() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.account())
                : Optional.empty();
    }

    public Actor actor() {
        return account().map(Account::actor).orElse(Actor.PUBLIC);
    }
}
