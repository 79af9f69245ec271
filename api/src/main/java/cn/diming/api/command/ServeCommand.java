package cn.diming.api.command;

import cn.diming.api.DimingApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs the server until it is stopped. */
@Command(
        name = "serve",
        description = {"启动服务", "Start the server."})
final class ServeCommand implements Callable<Integer> {

    /** The exit code that means: threads of the server are running, do not exit. */
    static final int STAYS = -1;

    @ParentCommand
    @Nullable
    Diming root;

    @Option(names = "--port", paramLabel = "端口", description = "HTTP 端口，缺省 8080 (port)")
    @Nullable
    Integer port;

    @Parameters(paramLabel = "设置", description = "其他设置，如 --diming.title=… 写在 -- 之后 (further settings after --)")
    List<String> settings = List.of();

    @Override
    public Integer call() {
        DimingApplication.start(settings().toArray(String[]::new));
        return STAYS;
    }

    private List<String> settings() {
        List<String> all = new ArrayList<>();
        if (root != null) {
            all.add("--diming.data=" + root.data);
            if (root.db != null && !root.db.isBlank()) {
                all.add("--diming.db.url=" + root.db);
            }
        }
        if (port != null) {
            all.add("--server.port=" + port);
        }
        all.addAll(settings);
        return all;
    }
}
