package cn.diming.api.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What commands beside the server need of picocli: the root with the database's options, and where to print. */
abstract class DatabaseCommand {

    @ParentCommand
    @Nullable
    private Diming root;

    @Spec
    @Nullable
    private CommandSpec spec;

    final Diming root() {
        return filled(root);
    }

    final CommandSpec spec() {
        return filled(spec);
    }

    final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private static <T> T filled(@Nullable T field) {
        if (field == null) {
            throw new IllegalStateException("picocli has not filled this command");
        }
        return field;
    }
}
