package cn.diming.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsTest {

    private static final AccountChange NOTHING =
            new AccountChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theFirstStartMakesOneAdministratorWhoseRandomPasswordMustBeChanged(Engines engine) {
        try (Core core = engine.open()) {
            IssuedPassword first = core.accounts().ensureAdministrator().orElseThrow();
            assertThat(first.account().role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(first.account().mustChangePassword()).isTrue();
            assertThat(first.oneTimePassword()).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
            assertThat(first.toString()).doesNotContain(first.oneTimePassword());
            assertThat(core.accounts().ensureAdministrator()).isEmpty();
            assertThat(core.signIn().check("admin", first.oneTimePassword())).isInstanceOf(SignInAnswer.Welcome.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aLoginIsGivenOnlyOnce(Engines engine) {
        try (Core core = engine.open()) {
            core.accounts().create(Actor.OPERATOR, officer("dms", "440115"));
            assertThatThrownBy(() -> core.accounts().create(Actor.OPERATOR, officer("dms", "440113")))
                    .isInstanceOf(LoginTaken.class)
                    .hasMessageContaining("已被使用");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void anAdministratorManagesOnlyAccountsOfHisOwnJurisdiction(Engines engine) {
        try (Core core = engine.open()) {
            Actor panyu = administrator(core, "panyu", "440113").actor();
            Account outside = core.accounts()
                    .create(Actor.OPERATOR, officer("nansha", "440115"))
                    .account();
            Account inside =
                    core.accounts().create(panyu, officer("dashi", "440113")).account();
            assertThat(core.accounts().list(panyu, "", 1, 10).items())
                    .extracting(Account::login)
                    .containsExactly("dashi", "panyu");
            assertThatThrownBy(() -> core.accounts().resetPassword(panyu, outside.id()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> core.accounts().create(panyu, officer("all", "")))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.accounts()
                            .change(panyu, inside.id(), 1, with(Optional.empty(), Optional.of("4401"), false)))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.accounts().list(inside.actor(), "", 1, 10))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.apiKeys().create(panyu, outside.id(), "同步", Optional.empty()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theLastAdministratorOfEverythingStays(Engines engine) {
        try (Core core = engine.open()) {
            Account only = core.accounts().ensureAdministrator().orElseThrow().account();
            for (AccountChange change : new AccountChange[] {
                with(Optional.empty(), Optional.empty(), true),
                with(Optional.of(Role.REVIEWER), Optional.empty(), false),
                with(Optional.empty(), Optional.of("44"), false)
            }) {
                assertThatThrownBy(() -> core.accounts().change(Actor.OPERATOR, only.id(), 1, change))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("最后一个");
            }
            Account second = administrator(core, "second", "");
            assertThatThrownBy(() -> core.accounts()
                            .change(second.actor(), second.id(), 1, with(Optional.empty(), Optional.empty(), true)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("自己");
            Account gone = core.accounts()
                    .change(second.actor(), only.id(), 1, with(Optional.empty(), Optional.empty(), true));
            assertThat(gone.disabled()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aChangeBasedOnAnOldVersionIsStale(Engines engine) {
        try (Core core = engine.open()) {
            long id = core.accounts()
                    .create(Actor.OPERATOR, officer("dms", ""))
                    .account()
                    .id();
            core.accounts().change(Actor.OPERATOR, id, 1, NOTHING);
            assertThatThrownBy(() -> core.accounts().change(Actor.OPERATOR, id, 1, NOTHING))
                    .isInstanceOf(Stale.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPasswordIsChangedByItsOwnerWhoKnowsTheOldOne(Engines engine) {
        try (Core core = engine.open()) {
            IssuedPassword issued = core.accounts().create(Actor.OPERATOR, officer("dms", ""));
            Actor owner = issued.account().actor();
            assertThatThrownBy(() -> core.accounts().changeOwnPassword(owner, "wrong", "一个足够长的新密码呀"))
                    .hasMessageContaining("原密码");
            for (String weak : new String[] {"短", "1234567890", "aaaaaaaaaaaa", "dmsdmsdmsdms", "password123"}) {
                assertThatThrownBy(() -> core.accounts().changeOwnPassword(owner, issued.oneTimePassword(), weak))
                        .as(weak)
                        .isInstanceOf(Refused.class);
            }
            String longest = "大稳村的地名册".repeat(20);
            core.accounts().changeOwnPassword(owner, issued.oneTimePassword(), longest);
            assertThat(core.signIn().check("dms", longest)).isInstanceOf(SignInAnswer.Welcome.class);
            assertThat(core.signIn().check("dms", longest + "。")).isInstanceOf(SignInAnswer.Rejected.class);
            assertThat(core.accounts().find(issued.account().id()).orElseThrow().mustChangePassword())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void afterFiveFailuresALoginWaitsWhetherItExistsOrNot(Engines engine) {
        MovingClock clock = new MovingClock();
        try (Core core = Core.open(engine.fresh(), clock)) {
            String password =
                    core.accounts().create(Actor.OPERATOR, officer("dms", "")).oneTimePassword();
            for (int i = 0; i < 5; i++) {
                assertThat(core.signIn().check("dms", "wrong")).isInstanceOf(SignInAnswer.Rejected.class);
                assertThat(core.signIn().check("nobody", "wrong")).isInstanceOf(SignInAnswer.Rejected.class);
            }
            assertThat(core.signIn().check("dms", password))
                    .isEqualTo(new SignInAnswer.Locked(clock.instant().plusSeconds(30)));
            assertThat(core.signIn().check("nobody", password))
                    .isEqualTo(new SignInAnswer.Locked(clock.instant().plusSeconds(30)));
            clock.forward(Duration.ofSeconds(31));
            assertThat(core.signIn().check("nobody", "wrong")).isInstanceOf(SignInAnswer.Rejected.class);
            assertThat(core.signIn().check("dms", "wrong")).isInstanceOf(SignInAnswer.Rejected.class);
            assertThat(core.signIn().check("dms", password))
                    .isEqualTo(new SignInAnswer.Locked(clock.instant().plusSeconds(60)));
            clock.forward(Duration.ofSeconds(61));
            assertThat(core.signIn().check("dms", password)).isInstanceOf(SignInAnswer.Welcome.class);
            assertThat(core.signIn().check("dms", "wrong")).isInstanceOf(SignInAnswer.Rejected.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aKeyWorksUntilItIsRevokedOrExpiresOrItsAccountIsDisabled(Engines engine) {
        MovingClock clock = new MovingClock();
        try (Core core = Core.open(engine.fresh(), clock)) {
            Account officer = core.accounts()
                    .create(Actor.OPERATOR, officer("dms", "440115"))
                    .account();
            IssuedKey lasting = core.apiKeys().create(Actor.OPERATOR, officer.id(), "门牌同步", Optional.empty());
            IssuedKey passing = core.apiKeys()
                    .create(
                            Actor.OPERATOR,
                            officer.id(),
                            "试用",
                            Optional.of(clock.instant().plusSeconds(60)));
            assertThat(lasting.secret()).startsWith(lasting.key().hint()).hasSize(46);
            assertThat(core.apiKeys().accountOf(lasting.secret())).contains(officer);
            assertThat(core.apiKeys().accountOf(passing.secret())).contains(officer);
            assertThat(core.apiKeys().accountOf("dm_" + "A".repeat(43))).isEmpty();
            assertThat(core.apiKeys().list(Actor.OPERATOR, OptionalLong.of(officer.id())))
                    .hasSize(2)
                    .allMatch(key -> key.lastUsedAt().isPresent());
            clock.forward(Duration.ofSeconds(61));
            assertThat(core.apiKeys().accountOf(passing.secret())).isEmpty();
            core.accounts().change(Actor.OPERATOR, officer.id(), 1, with(Optional.empty(), Optional.empty(), true));
            assertThat(core.apiKeys().accountOf(lasting.secret())).isEmpty();
            core.accounts().change(Actor.OPERATOR, officer.id(), 2, with(Optional.empty(), Optional.empty(), false));
            core.apiKeys().revoke(Actor.OPERATOR, lasting.key().id());
            core.apiKeys().revoke(Actor.OPERATOR, lasting.key().id());
            assertThat(core.apiKeys().accountOf(lasting.secret())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void neitherPasswordsNorKeysAreFoundInTheDatabase(Engines engine) {
        try (Core core = engine.open()) {
            IssuedPassword issued = core.accounts().create(Actor.OPERATOR, officer("dms", ""));
            IssuedKey key =
                    core.apiKeys().create(Actor.OPERATOR, issued.account().id(), "同步", Optional.empty());
            String rows = String.join(
                            "\n",
                            core.db()
                                    .sql("SELECT password_hash FROM account")
                                    .list(row -> row.getText("password_hash")))
                    + core.db().sql("SELECT key_hash FROM api_key").list(row -> row.getText("key_hash"))
                    + core.db().sql("SELECT after_json FROM audit").list(row -> row.getText("after_json"));
            assertThat(rows).doesNotContain(issued.oneTimePassword()).doesNotContain(key.secret());
        }
    }

    private static AccountDraft officer(String login, String jurisdiction) {
        return new AccountDraft(login, "地名股", Role.NAMING_OFFICER, jurisdiction);
    }

    private static Account administrator(Core core, String login, String jurisdiction) {
        return core.accounts()
                .create(Actor.OPERATOR, new AccountDraft(login, "管理员", Role.ADMINISTRATOR, jurisdiction))
                .account();
    }

    private static AccountChange with(Optional<Role> role, Optional<String> jurisdiction, boolean disabled) {
        return new AccountChange(Optional.empty(), role, jurisdiction, Optional.of(disabled));
    }
}
