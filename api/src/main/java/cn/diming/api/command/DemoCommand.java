package cn.diming.api.command;

import cn.diming.api.DimingApplication;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.account.AccountDraft;
import cn.diming.core.account.IssuedPassword;
import cn.diming.core.change.RecordKind;
import cn.diming.core.inspection.Side;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.dataimport.DemoCounty;
import cn.diming.dataimport.DemoInspection;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Loads the fictional county into an empty database and serves it. */
@Command(
        name = "demo",
        description = {"装入虚构的演示县并启动服务", "Load the fictional demo county and serve it."})
final class DemoCommand extends DatabaseCommand implements Callable<Integer> {

    private static final List<AccountDraft> ACCOUNTS = List.of(
            new AccountDraft("naming", "地名管理员（全县）", Role.NAMING_OFFICER, "349901"),
            new AccountDraft("reviewer", "审核员（全县）", Role.REVIEWER, "349901"),
            new AccountDraft("inspector", "界线联检员（全县）", Role.BOUNDARY_INSPECTOR, "349901"),
            new AccountDraft("town", "地名管理员（白坝镇）", Role.NAMING_OFFICER, "349901100"));

    @Option(names = "--port", paramLabel = "端口", defaultValue = "8080", description = "HTTP 端口，缺省 8080 (port)")
    int port = 8080;

    @Override
    public Integer call() {
        PrintWriter out = out();
        try (Core core = root().open()) {
            load(core, out);
            shop(core, out);
            accounts(core, out);
        }
        List<String> settings = List.of(
                "--diming.data=" + root().data,
                "--diming.db.url=" + (root().db == null ? "" : root().db),
                "--diming.title=云溪县地名（演示）",
                "--diming.public-url=http://localhost:" + port,
                "--server.port=" + port);
        DimingApplication.start(settings.toArray(String[]::new));
        out.println("\n演示已就绪：http://localhost:" + port + "　（按 Ctrl-C 停止）");
        out.flush();
        return ServeCommand.STAYS;
    }

    private static void load(Core core, PrintWriter out) {
        boolean foreign =
                core.store().count(RecordKind.DIVISION) > 0 && core.demoNotice().isEmpty();
        if (foreign) {
            throw new CommandRefused("数据目录里已有真实数据，演示县不会装入其中；请用 --data 另指一个目录");
        }
        if (core.demoNotice().isEmpty()) {
            out.println("装入演示县（虚构）：");
            DemoCounty.load(core, (title, count) -> {
                out.printf("  %-12s %,7d%n", title.replace("演示县：", ""), count);
                out.flush();
            });
        }
    }

    /** Both sides of the joint inspection, each of which signs for itself. */
    private static Stream<AccountDraft> inspectors(Core core) {
        return DemoInspection.find(core).stream()
                .flatMap(round -> Arrays.stream(Side.values())
                        .map(side -> new AccountDraft(
                                side.name().toLowerCase(Locale.ROOT),
                                "界线联检员（" + name(core, round.division(side)) + "）",
                                Role.BOUNDARY_INSPECTOR,
                                round.division(side).prefix())));
    }

    private static String name(Core core, DivisionCode code) {
        return core.divisions().find(code.digits()).map(Division::name).orElse(code.prefix());
    }

    private void shop(Core core, PrintWriter out) {
        Media media = new Media(core.mediaSetting(), root().data.resolve("media"), MediaLimits.USUAL);
        DemoShop.load(core, media).ifPresent(shop -> {
            out.println("\n示例店铺：http://localhost:" + port + "/s/" + shop + "　（商户登录 http://localhost:" + port
                    + "/shop/，验证码见日志）");
            out.flush();
        });
    }

    private static void accounts(Core core, PrintWriter out) {
        List<IssuedPassword> issued = Stream.concat(ACCOUNTS.stream(), inspectors(core))
                .filter(draft -> core.accounts().list(Actor.OPERATOR, draft.login(), 1, 50).items().stream()
                        .noneMatch(account -> account.login().equals(draft.login())))
                .map(draft -> core.accounts().create(Actor.OPERATOR, draft))
                .toList();
        if (!issued.isEmpty()) {
            out.println("\n演示账号（密码随机，只显示这一次）：");
            issued.forEach(one -> out.printf(
                    "  %-10s %s　%s%n",
                    one.account().login(), one.oneTimePassword(), one.account().displayName()));
            out.flush();
        }
    }
}
