package cn.diming.api.security;

import cn.diming.core.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The account behind this request, as it stands in the database now. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Account account;

    SignedIn(Account account) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
        this.account = account;
        setAuthenticated(true);
    }

    Account account() {
        return account;
    }

    @Override
    public Object getPrincipal() {
        return account.login();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && that.account.equals(account);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
