package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.Account;
import cn.diming.core.account.AccountChange;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.account.IssuedKey;
import cn.diming.core.account.IssuedPassword;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts from the command line of the server: whoever can run it may do everything. */
@Command(
        name = "account",
        description = {"管理账号与接口密钥", "Manage accounts and API keys."})
final class AccountCommand extends DatabaseCommand implements Runnable {

    private static final int ALL = 10_000;

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    @Command(name = "list", description = "列出账号 (list)")
    int list() {
        try (Core core = open()) {
            core.accounts().list(Actor.OPERATOR, "", 1, ALL).items().forEach(this::print);
        }
        return 0;
    }

    @Command(name = "create", description = "新建账号，打印一次性密码 (create; prints a one-time password)")
    int create(
            @Option(names = "--login", required = true, description = "登录名") String login,
            @Option(names = "--name", description = "姓名，缺省同登录名") @Nullable String name,
            @Option(names = "--role", required = true, description = "角色：${COMPLETION-CANDIDATES}") Role role,
            @Option(names = "--jurisdiction", defaultValue = "", description = "辖区：区划代码前缀，不给则为全部")
                    String jurisdiction) {
        try (Core core = open()) {
            show(core.accounts()
                    .create(Actor.OPERATOR, new AccountDraft(login, name == null ? login : name, role, jurisdiction)));
        }
        return 0;
    }

    @Command(name = "reset", description = "重置密码并解除锁定 (reset the password)")
    int reset(@Parameters(paramLabel = "登录名") String login) {
        try (Core core = open()) {
            Account account = core.accounts().get(Actor.OPERATOR, login);
            show(core.accounts().resetPassword(Actor.OPERATOR, account.id()));
        }
        return 0;
    }

    @Command(name = "disable", description = "停用账号 (disable)")
    int disable(@Parameters(paramLabel = "登录名") String login) {
        return setDisabled(login, true);
    }

    @Command(name = "enable", description = "启用账号 (enable)")
    int enable(@Parameters(paramLabel = "登录名") String login) {
        return setDisabled(login, false);
    }

    @Command(name = "link", description = "与单位统一登录的用户标识绑定；不给标识则解除 (tie to an OIDC subject)")
    int link(
            @Parameters(paramLabel = "登录名") String login,
            @Option(names = "--subject", description = "统一登录中的用户标识 (sub)") @Nullable String subject) {
        try (Core core = open()) {
            Account account = core.accounts().get(Actor.OPERATOR, login);
            print(core.accounts().link(Actor.OPERATOR, account.id(), Optional.ofNullable(subject)));
        }
        return 0;
    }

    @Command(name = "key", description = "为账号新建接口密钥，只显示一次 (a new API key)")
    int key(
            @Parameters(paramLabel = "登录名") String login,
            @Option(names = "--label", required = true, description = "用途") String label) {
        try (Core core = open()) {
            Account account = core.accounts().get(Actor.OPERATOR, login);
            IssuedKey issued = core.apiKeys().create(Actor.OPERATOR, account.id(), label, Optional.empty());
            out().println("接口密钥（只显示这一次，放在请求头 X-Api-Key 中）：" + issued.secret());
            out().flush();
        }
        return 0;
    }

    private int setDisabled(String login, boolean disabled) {
        try (Core core = open()) {
            Account account = core.accounts().get(Actor.OPERATOR, login);
            print(core.accounts()
                    .change(
                            Actor.OPERATOR,
                            account.id(),
                            account.version(),
                            new AccountChange(
                                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(disabled))));
        }
        return 0;
    }

    private void show(IssuedPassword issued) {
        out().println("登录名 " + issued.account().login() + "，一次性密码（只显示这一次，首次登录须修改）：" + issued.oneTimePassword());
        out().flush();
    }

    private void print(Account account) {
        out().printf(
                        "%-20s %-8s 辖区 %-12s %s%s%n",
                        account.login(),
                        account.role().title(),
                        account.jurisdiction().isEmpty() ? "全部" : account.jurisdiction(),
                        account.displayName(),
                        account.disabled() ? "（已停用）" : "");
        out().flush();
    }

    private Core open() {
        return root().open();
    }
}
