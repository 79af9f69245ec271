package cn.diming.api.command;

import cn.diming.core.Core;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Copies the embedded database while the server may be writing to it. */
@Command(
        name = "backup",
        description = {"在线备份内置数据库到一个新文件", "Copy the embedded database into a new file, also while the server runs."})
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Diming root;

    @Parameters(paramLabel = "文件", description = "备份文件，不能已存在 (a file that does not exist)")
    Path file = Path.of("");

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        if (root == null || spec == null) {
            throw new IllegalStateException("picocli has not filled this command");
        }
        if (Files.exists(file)) {
            throw new CommandRefused("文件已存在，不会覆盖：" + file);
        }
        if (root.db == null && !Files.exists(root.data.resolve("diming.gpkg"))) {
            throw new CommandRefused("没有可备份的数据库：" + root.data.resolve("diming.gpkg"));
        }
        try (Core core = root.open()) {
            core.db().backUp(file);
        }
        spec.commandLine().getOut().println("已备份到 " + file.toAbsolutePath());
        return 0;
    }
}
