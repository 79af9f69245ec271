package cn.diming.api.security;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.core.account.Account;
import cn.diming.core.account.Accounts;
import cn.diming.core.account.ApiKeys;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the account behind a request: by its API key when it brings one (then the session counts for nothing), else by
 * its session. The account is read anew each time, so that disabling it or changing its role takes effect at once.
 */
final class AccountFilter extends OncePerRequestFilter {

    static final String API_KEY = "X-Api-Key";
    private static final String OWN_SESSION = "/api/v1/session";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Accounts accounts;
    private final ApiKeys keys;

    AccountFilter(Accounts accounts, ApiKeys keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(API_KEY);
        Optional<Account> account = key != null
                ? keys.accountOf(key)
                : AccountSession.accountId(request).flatMap(accounts::find).filter(found -> !found.disabled());
        if (key != null && account.isEmpty()) {
            Problems.write(response, ProblemType.UNAUTHENTICATED, "接口密钥不对、已失效，或所属账号已停用。");
        } else if (key == null
                && account.filter(found -> mustChangeFirst(found, request)).isPresent()) {
            Problems.write(response, ProblemType.DENIED, "请先修改一次性密码，再进行其他操作。");
        } else {
            account.ifPresent(AccountFilter::signIn);
            chain.doFilter(request, response);
        }
    }

    /** A database that is away is told of by {@link FilterGuard}; errors dispatched by the container come here too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }

    /** Of people only: a program's key has nothing to do with the password of its account. */
    private static boolean mustChangeFirst(Account account, HttpServletRequest request) {
        return account.mustChangePassword()
                && !READING.contains(request.getMethod())
                && !request.getRequestURI().startsWith(OWN_SESSION);
    }

    private static void signIn(Account account) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(account));
        SecurityContextHolder.setContext(context);
    }
}
