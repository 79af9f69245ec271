package cn.diming.api.security;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.config.SecretFile;
import cn.diming.core.Core;
import cn.diming.core.account.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * Sign-in through the organisation's own service (OpenID Connect), when one is configured. It only says who somebody is:
 * role and jurisdiction are those of the account that an administrator has linked to the subject; without one nobody
 * gets in.
 */
@Component
public final class SingleSignOn {

    private static final Logger LOG = LoggerFactory.getLogger(SingleSignOn.class);
    private static final String NAME = "oidc";

    private final DimingProperties.Oidc settings;
    private final Core core;
    private final ObjectProvider<AccountSession> sessions;

    SingleSignOn(DimingProperties properties, Core core, ObjectProvider<AccountSession> sessions) {
        this.settings = properties.oidc();
        this.core = core;
        this.sessions = sessions;
    }

    /** Where the page sends people; empty when switched off. */
    public Optional<String> loginUrl() {
        return Optional.ofNullable(settings.issuer()).map(issuer -> "/oauth2/authorization/" + NAME);
    }

    void addTo(HttpSecurity http) {
        String issuer = settings.issuer();
        if (issuer == null) {
            return;
        }
        // asked for at the first sign-in: a service that is away must not keep ours from starting
        ClientRegistrationRepository clients = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(register(issuer)));
        http.oauth2Login(login -> login.clientRegistrationRepository(clients)
                .authorizedClientRepository(new NoTokens())
                .loginPage("/login")
                .successHandler(this::admit)
                .failureHandler((request, response, fault) -> {
                    LOG.warn("single sign-on failed: {}", fault.toString());
                    response.sendRedirect("/login?problem=oidc");
                }));
    }

    private ClientRegistration register(String issuer) {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(NAME)
                .clientId(settings.clientId() == null ? "diming" : settings.clientId())
                .clientSecret(SecretFile.read(settings.clientSecretFile(), settings.clientSecret())
                        .orElse(""))
                .scope("openid")
                .build();
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        Optional<Account> account =
                core.accounts().findBySubject(person.getName()).filter(found -> !found.disabled());
        if (account.isEmpty()) {
            sessions.getObject().end(request);
            LOG.warn("single sign-on: no enabled account is linked to the subject");
            response.sendRedirect("/login?problem=unlinked");
            return;
        }
        sessions.getObject().begin(core.signIn().admit(account.get()), request, response);
        response.sendRedirect("/");
    }
}
