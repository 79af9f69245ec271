package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.api.fixtures.SignInService;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.Account;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.fixtures.Engines;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SingleSignOnFlowTest {

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theOrganisationSaysWhoItIsAndTheLinkedAccountWhatHeMay(Engines engine) {
        try (SignInService organisation = new SignInService();
                Service service = new Service(
                        engine,
                        "--diming.oidc.issuer=" + organisation.issuer(),
                        "--diming.oidc.client-secret=geheim")) {
            Account account = service.core
                    .accounts()
                    .create(Actor.OPERATOR, new AccountDraft("li", "李", Role.REVIEWER, "440115"))
                    .account();
            Client li = service.visitor();
            assertThat(li.get("/api/v1/session").json().get("oidcLoginUrl").asString())
                    .isEqualTo("/oauth2/authorization/oidc");

            assertThat(signIn(li, organisation, "subject-li").header("Location"))
                    .endsWith("/login?problem=unlinked");
            assertThat(li.get("/api/v1/session").json().get("authenticated").asBoolean())
                    .isFalse();

            service.core.accounts().link(Actor.OPERATOR, account.id(), Optional.of("subject-li"));
            assertThat(signIn(li, organisation, "subject-li").header("Location"))
                    .endsWith("/");
            var session = li.get("/api/v1/session").json();
            assertThat(session.at("/account/login").asString()).isEqualTo("li");
            assertThat(session.at("/account/role").asString()).isEqualTo("REVIEWER");

            assertThat(li.get("/login/oauth2/code/oidc?code=x&state=forged").header("Location"))
                    .endsWith("/login?problem=oidc");
        }
    }

    private static Answer signIn(Client client, SignInService organisation, String subject) {
        String redirect =
                client.get("/oauth2/authorization/oidc").hasStatus(302).header("Location");
        assertThat(redirect).startsWith(organisation.issuer() + "/authorize");
        return client.get("/login/oauth2/code/oidc?" + organisation.approve(redirect, subject))
                .hasStatus(302);
    }
}
