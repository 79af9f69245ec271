package cn.diming.api.security;

import cn.diming.core.account.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Begins and ends what keeps somebody signed in: a session that holds nothing but the number of the account. */
@Component
public final class AccountSession {

    static final String ACCOUNT = "account";

    private final SessionStore store;
    private final CsrfTokenRepository tokens;

    AccountSession(SessionStore store, CsrfTokenRepository tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    /** Starts a new session under a new number and changes the CSRF token; what was there before is gone. */
    public void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        request.getSession(true).setAttribute(ACCOUNT, account.id());
        new CsrfAuthenticationStrategy(tokens).onAuthentication(new SignedIn(account), request, response);
    }

    /** Ends this session; nothing happens when there is none. */
    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Ends all sessions of an account, except the one of this request if it is one of them. */
    public void endOthers(long accountId, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        store.deleteOf(accountId, session == null ? Optional.empty() : Optional.of(session.getId()));
    }

    /** Ends all sessions of an account. */
    public void endAll(long accountId) {
        store.deleteOf(accountId, Optional.empty());
    }

    /** The token that a request which changes something must bring in its header. */
    public CsrfToken token(HttpServletRequest request) {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    static Optional<Long> accountId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Long) session.getAttribute(ACCOUNT));
    }
}
