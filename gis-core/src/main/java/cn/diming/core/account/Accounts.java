package cn.diming.core.account;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes and changes accounts. An administrator sees and manages those whose jurisdiction lies in his own; an
 * administrator of everything always remains.
 */
public final class Accounts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FIRST_LOGIN = "admin";

    private final AccountStore store;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final SignIn signIn;

    public Accounts(Db db, ChangeJournal journal, AuditLog audit, SignIn signIn) {
        this.store = new AccountStore(db);
        this.journal = journal;
        this.audit = audit;
        this.signIn = signIn;
    }

    /** For the session of somebody who is signed in; rights are not asked. */
    public Optional<Account> find(long id) {
        return store.find(id);
    }

    /** For somebody whom the organisation's own sign-in service has let in. */
    public Optional<Account> findBySubject(String subject) {
        return store.findBySubject(subject);
    }

    /**
     * Accounts ordered by login.
     *
     * @param text part of login or name, in any case; empty = all
     * @param page from 1
     */
    public AccountPage list(Actor actor, String text, int page, int size) {
        AccessPolicy.require(actor, Action.MANAGE_ACCOUNTS);
        return store.list(actor.jurisdiction(), text, page, size);
    }

    /** @throws NotFound when there is no such account, or none within the actor's jurisdiction */
    public Account get(Actor actor, long id) {
        AccessPolicy.require(actor, Action.MANAGE_ACCOUNTS);
        return store.find(id)
                .filter(account -> actor.covers(account.jurisdiction()))
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的账号"));
    }

    /** @throws NotFound when nobody within the actor's jurisdiction has this login */
    public Account get(Actor actor, String login) {
        AccessPolicy.require(actor, Action.MANAGE_ACCOUNTS);
        return store.find(login)
                .filter(account -> actor.covers(account.jurisdiction()))
                .orElseThrow(() -> new NotFound("没有登录名为 " + login + " 的账号"));
    }

    /**
     * Makes an account with a random password that must be changed at first use.
     *
     * @throws LoginTaken when another account has this login
     */
    public IssuedPassword create(Actor actor, AccountDraft draft) {
        AccessPolicy.require(actor, Action.MANAGE_ACCOUNTS, draft.jurisdiction());
        String password = Passwords.oneTime();
        String hash = Passwords.hash(password);
        return journal.write(actor, changes -> {
            changes.seq(); // from here on no other writer can take the login
            if (store.find(draft.login()).isPresent()) {
                throw new LoginTaken(draft.login());
            }
            long id = store.insert(changes, draft, hash);
            return new IssuedPassword(saved(changes, "create", id, Optional.empty()), password);
        });
    }

    /**
     * Makes an account for somebody from outside, who was invited or whose telephone answered: no password, only the keys it is
     * given. Whether that holds is for the caller to know.
     */
    public Account enrol(ChangeSet changes, Role role, String displayName, String jurisdiction) {
        AccountDraft draft = new AccountDraft("enrolled", displayName, role, jurisdiction);
        long id = store.insertWithoutPassword(changes, draft);
        Account made = store.find(id).orElseThrow();
        changes.saved(RecordKind.ACCOUNT, id, Optional.empty());
        audit.append(
                changes,
                "enrol",
                RecordKind.ACCOUNT,
                id,
                Optional.empty(),
                Optional.of(JSON.writeValueAsString(Map.of("login", made.login(), "jurisdiction", jurisdiction))));
        return made;
    }

    /**
     * Makes the first administrator when there is none.
     *
     * @return the login and its password, to be shown once; empty when there was an administrator
     */
    public Optional<IssuedPassword> ensureAdministrator() {
        if (store.hasAdministrator()) {
            return Optional.empty();
        }
        String login = store.find(FIRST_LOGIN).isEmpty() ? FIRST_LOGIN : FIRST_LOGIN + "." + System.nanoTime() % 10_000;
        return Optional.of(create(Actor.OPERATOR, new AccountDraft(login, "系统管理员", Role.ADMINISTRATOR, "")));
    }

    /**
     * Changes name, role, jurisdiction or whether the account is disabled.
     *
     * @throws Stale when the account has another version by now
     * @throws Refused when the actor would disable himself, or no administrator of everything would be left
     */
    public Account change(Actor actor, long id, int version, AccountChange change) {
        return journal.write(actor, changes -> {
            Account before = manageable(changes, id);
            AccountDraft wanted = change.applyTo(before);
            AccessPolicy.require(actor, Action.MANAGE_ACCOUNTS, wanted.jurisdiction());
            if (before.version() != version) {
                throw new Stale(before.version());
            }
            boolean disabled = change.disables(before);
            refuseLockOut(actor, before, wanted, disabled);
            store.update(changes, id, wanted, disabled);
            return saved(changes, "change", id, Optional.of(before));
        });
    }

    /** Ties the account to a subject of the organisation's sign-in service, or unties it. */
    public Account link(Actor actor, long id, Optional<String> subject) {
        return journal.write(actor, changes -> {
            Account before = manageable(changes, id);
            if (subject.flatMap(store::findBySubject)
                    .filter(other -> other.id() != id)
                    .isPresent()) {
                throw new Refused(List.of("该统一登录标识已关联到另一个账号"));
            }
            store.setSubject(changes, id, subject);
            return saved(changes, "link", id, Optional.of(before));
        });
    }

    /** Replaces the password by a random one that must be changed at first use; also lifts a lock. */
    public IssuedPassword resetPassword(Actor actor, long id) {
        String password = Passwords.oneTime();
        String hash = Passwords.hash(password);
        return journal.write(actor, changes -> {
            Account before = manageable(changes, id);
            store.setPassword(changes, id, hash, true);
            return new IssuedPassword(saved(changes, "reset-password", id, Optional.of(before)), password);
        });
    }

    /** @throws Refused when the current password is wrong or the new one may not be used */
    public Account changeOwnPassword(Actor actor, String current, String next) {
        long id = actor.accountId().orElseThrow();
        List<String> faults = PasswordRules.faults(next, actor.login());
        if (next.equals(current)) {
            faults.add("新密码与原密码相同");
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        switch (signIn.check(actor.login(), current)) {
            case SignInAnswer.Welcome welcome -> {}
            case SignInAnswer.Locked locked -> throw new Refused(List.of("尝试次数过多，请稍后再试"));
            case SignInAnswer.Rejected rejected -> throw new Refused(List.of("原密码不对"));
            case SignInAnswer.Disabled disabled -> throw new Refused(List.of("账号已停用"));
        }
        String hash = Passwords.hash(next);
        return journal.write(actor, changes -> {
            Account before = store.find(id).orElseThrow();
            store.setPassword(changes, id, hash, false);
            return saved(changes, "change-password", id, Optional.of(before));
        });
    }

    private Account manageable(ChangeSet changes, long id) {
        changes.seq(); // two administrators who disable each other at once come one after the other
        return get(changes.actor(), id);
    }

    private void refuseLockOut(Actor actor, Account before, AccountDraft wanted, boolean disabled) {
        boolean self = actor.accountId().isPresent() && actor.accountId().getAsLong() == before.id();
        if (self && disabled) {
            throw new Refused(List.of("不能停用自己的账号"));
        }
        boolean was = isAdministratorOfAll(before.role(), before.jurisdiction()) && !before.disabled();
        boolean stays = isAdministratorOfAll(wanted.role(), wanted.jurisdiction()) && !disabled;
        if (was && !stays && store.otherAdministrators(before.id()) == 0) {
            throw new Refused(List.of("这是最后一个管辖全部区划的管理员，不能停用、降级或缩小辖区"));
        }
    }

    private static boolean isAdministratorOfAll(Role role, String jurisdiction) {
        return role == Role.ADMINISTRATOR && jurisdiction.isEmpty();
    }

    private Account saved(ChangeSet changes, String action, long id, Optional<Account> before) {
        Account after = store.find(id).orElseThrow();
        changes.saved(RecordKind.ACCOUNT, id, Optional.empty());
        audit.append(changes, action, RecordKind.ACCOUNT, id, before.map(Accounts::toJson), Optional.of(toJson(after)));
        return after;
    }

    private static String toJson(Account account) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("login", account.login());
        content.put("display_name", account.displayName());
        content.put("role", account.role().name());
        content.put("jurisdiction", account.jurisdiction());
        content.put("disabled", account.disabled());
        content.put("must_change_password", account.mustChangePassword());
        account.subject().ifPresent(subject -> content.put("oidc_subject", subject));
        return JSON.writeValueAsString(content);
    }
}
