package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditHead;
import cn.diming.core.audit.AuditVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Verifies the audit log. The newest entry seen is kept in a file, best on another disk: whoever holds the database can
 * rewrite all of it, but not what was noted elsewhere before.
 */
@Command(
        name = "audit",
        description = {"核验审计日志", "Verify the audit log."})
final class AuditCommand extends DatabaseCommand implements Runnable {

    private static final int BROKEN = 2;

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    @Command(name = "verify", description = "重算散列链，找出改动、删除、调换与截断；有问题时退出码为 2 (verify)")
    int verify(
            @Option(names = "--from", defaultValue = "1", description = "从第几条起，缺省 1") long from,
            @Option(names = "--head", paramLabel = "文件", description = "记着上次末条的文件，缺省为数据目录下的 audit.head") @Nullable
                    Path headFile) {
        Path file = headFile == null ? root().data.resolve("audit.head") : headFile;
        try (Core core = root().open()) {
            AuditVerification found = core.audit().verify(Actor.OPERATOR, Math.max(1, from), read(file));
            found.fault()
                    .ifPresentOrElse(
                            fault -> out().println("审计日志被动过，第一处在第 " + fault.seq() + " 条：" + fault.message()),
                            () -> keep(file, found));
            return found.isIntact() ? 0 : BROKEN;
        }
    }

    private void keep(Path file, AuditVerification found) {
        try {
            Files.writeString(file, found.head().toText() + "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException("不能写入 " + file, broken);
        }
        out().printf("审计日志完好，核过 %,d 条；末条记入 %s%n", found.entries(), file);
    }

    private static List<AuditHead> read(Path file) {
        try {
            return Files.exists(file)
                    ? List.of(AuditHead.parse(Files.readString(file))
                            .orElseThrow(() -> new CommandRefused("不是核验留下的文件：" + file)))
                    : List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException("不能读取 " + file, broken);
        }
    }
}
