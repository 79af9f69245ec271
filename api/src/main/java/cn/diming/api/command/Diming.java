package cn.diming.api.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.diming.core.Core;
import cn.diming.core.db.DbConfig;
import cn.diming.dataimport.ImportCommand;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code diming}: every command and what they share, the database they work on. */
@Command(
        name = "diming",
        description = {"地名、地址与界线地理信息服务", "Place names, addresses and boundaries."},
        synopsisHeading = "用法 Usage: ",
        optionListHeading = "%n选项 Options:%n",
        commandListHeading = "%n命令 Commands:%n",
        footer = {"", "每条命令都有 --help。Each command has --help."},
        versionProvider = Diming.Version.class,
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            AccountCommand.class,
            RebuildCommand.class,
            TilesCommand.class,
            BackupCommand.class,
            AuditCommand.class,
            EvaluateCommand.class,
            BoundariesCommand.class,
            SheetsCommand.class,
            ShopsCommand.class
        })
public final class Diming implements Runnable {

    /** Asks for an incubating module of the JDK each time; kept, since a logger that nobody holds forgets its level. */
    private static final java.util.logging.Logger LUCENE = java.util.logging.Logger.getLogger("org.apache.lucene");

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "目录",
            defaultValue = "${env:DIMING_DATA:-data}",
            description = "数据目录，缺省 ./data (data directory)")
    Path data = Path.of("data");

    @Option(
            names = "--db",
            scope = ScopeType.INHERIT,
            paramLabel = "地址",
            defaultValue = "${env:DIMING_DB_URL}",
            description =
                    "PostGIS 数据库 postgresql://用户:密码@主机/库名；不给则用数据目录里的 GeoPackage (PostGIS instead of the embedded file)")
    @Nullable
    String db;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "显示帮助 (this help)")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "显示版本 (version)")
    boolean version;

    @Spec
    @Nullable
    CommandSpec spec;

    public static void main(String[] arguments) {
        quietLogs();
        int code = commandLine().execute(arguments);
        if (code != ServeCommand.STAYS) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        Diming root = new Diming();
        CommandLine line = new CommandLine(root);
        line.addSubcommand(new ImportCommand(root::open));
        line.setParameterExceptionHandler(Failures::explainInput);
        line.setExecutionExceptionHandler(Failures::explain);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** A server says what it does; a command prints its own words, and the log only what should worry somebody. */
    private static void quietLogs() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
        LUCENE.setLevel(java.util.logging.Level.SEVERE);
    }

    DbConfig database() {
        return Optional.ofNullable(db)
                .filter(url -> !url.isBlank())
                .map(DbConfig::parse)
                .orElseGet(() -> DbConfig.embedded(data));
    }

    Core open() {
        return Core.open(database(), Clock.systemDefaultZone());
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Diming.class.getPackage().getImplementationVersion();
            return new String[] {"Diming " + (version == null ? "（开发中）" : version)};
        }
    }
}
