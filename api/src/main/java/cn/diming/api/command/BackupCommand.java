package cn.diming.api.command;

import cn.diming.core.Core;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the embedded database while the server may be writing to it. */
@Command(
        name = "backup",
        description = {"在线备份内置数据库到一个新文件", "Copy the embedded database into a new file, also while the server runs."})
final class BackupCommand extends DatabaseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "文件", description = "备份文件，不能已存在 (a file that does not exist)")
    Path file = Path.of("");

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            throw new CommandRefused("文件已存在，不会覆盖：" + file);
        }
        if (root().db == null && !Files.exists(root().data.resolve("diming.gpkg"))) {
            throw new CommandRefused("没有可备份的数据库：" + root().data.resolve("diming.gpkg"));
        }
        try (Core core = root().open()) {
            core.db().backUp(file);
        }
        out().println("已备份到 " + file.toAbsolutePath());
        return 0;
    }
}
