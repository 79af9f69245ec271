package cn.diming.api.session;

import cn.diming.api.generated.SessionApi;
import cn.diming.api.generated.model.Credentials;
import cn.diming.api.generated.model.PasswordChange;
import cn.diming.api.generated.model.SessionInfo;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.security.AccountSession;
import cn.diming.api.security.Limiter;
import cn.diming.api.security.SingleSignOn;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.account.Account;
import cn.diming.core.account.SignInAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.RestController;

/** Who am I, sign in, sign out, change the password. */
@RestController
class SessionController implements SessionApi {

    private static final Logger LOG = LoggerFactory.getLogger(SessionController.class);

    private final Core core;
    private final AccountSession sessions;
    private final Visitor visitor;
    private final Limiter limiter;
    private final SingleSignOn oidc;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    SessionController(
            Core core,
            AccountSession sessions,
            Visitor visitor,
            Limiter limiter,
            SingleSignOn oidc,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.core = core;
        this.sessions = sessions;
        this.visitor = visitor;
        this.limiter = limiter;
        this.oidc = oidc;
        this.request = request;
        this.response = response;
    }

    @Override
    public ResponseEntity<SessionInfo> getSession() {
        return ResponseEntity.ok(info(visitor.account()));
    }

    @Override
    public ResponseEntity<SessionInfo> logIn(Credentials credentials) {
        limiter.admitLogin(request);
        Account account = switch (core.signIn().check(credentials.getLogin(), credentials.getPassword())) {
            case SignInAnswer.Welcome welcome -> welcome.account();
            case SignInAnswer.Rejected rejected -> throw new ProblemException(ProblemType.UNAUTHENTICATED, "用户名或密码不对。");
            case SignInAnswer.Disabled disabled ->
                throw new ProblemException(ProblemType.UNAUTHENTICATED, "账号已停用，请与管理员联系。");
            case SignInAnswer.Locked locked ->
                throw ProblemException.tooMany(Duration.between(core.clock().instant(), locked.until()));
        };
        sessions.begin(account, request, response);
        LOG.info("account {} signed in", account.id());
        return ResponseEntity.ok(info(Optional.of(account)));
    }

    @Override
    public ResponseEntity<Void> logOut() {
        sessions.end(request);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Void> changePassword(PasswordChange change) {
        Account account =
                visitor.account().orElseThrow(() -> new ProblemException(ProblemType.UNAUTHENTICATED, "请先登录：修改密码。"));
        core.accounts().changeOwnPassword(account.actor(), change.getCurrentPassword(), change.getNewPassword());
        sessions.endOthers(account.id(), request);
        return ResponseEntity.noContent().build();
    }

    private SessionInfo info(Optional<Account> account) {
        CsrfToken token = sessions.token(request);
        SessionInfo info = new SessionInfo(account.isPresent(), token.getHeaderName(), token.getToken());
        account.ifPresent(found -> info.account(SessionDtos.account(found, core.divisions()))
                .mustChangePassword(found.mustChangePassword()));
        oidc.loginUrl().ifPresent(info::oidcLoginUrl);
        return info;
    }
}
