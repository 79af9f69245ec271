package cn.diming.dataimport;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.geo.Crs;
import cn.diming.dataimport.job.ImportJob;
import cn.diming.dataimport.job.ImportReport;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.SourceFiles;
import cn.diming.dataimport.source.SourceLayers;
import cn.diming.dataimport.source.SourceOptions;
import cn.diming.dataimport.source.SourceRefused;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * {@code diming import inspect|check|commit}. Exit code 0: everything went in; 2: some rows were rejected; 1: it failed.
 */
@Command(
        name = "import",
        exitCodeOnInvalidInput = ImportCommand.FAILED,
        description = {"批量导入文件", "Import shapefiles, GeoJSON, CSV and JSON lines."},
        subcommands = {ImportCommand.Inspect.class, ImportCommand.Check.class, ImportCommand.Commit.class})
public final class ImportCommand implements Runnable {

    public static final int ALL_IN = 0;
    public static final int FAILED = 1;
    public static final int SOME_REJECTED = 2;

    private static final SourceFiles FILES = Formats.sourceFiles();

    private final Supplier<Core> database;

    @Spec
    @Nullable
    CommandSpec spec;

    /** @param database opens the database that the command line names */
    public ImportCommand(Supplier<Core> database) {
        this.database = database;
    }

    @Override
    public void run() {
        spec().commandLine().usage(spec().commandLine().getOut());
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the specification");
        }
        return spec;
    }

    /** What every subcommand is told about the file. */
    static final class FileOptions {
        @Parameters(index = "0", paramLabel = "文件", description = "文件、文件夹或 zip (file, folder or zip)")
        Path file = Path.of("");

        @Option(names = "--encoding", paramLabel = "编码", description = "文字编码，不给则自动判断 (text encoding)")
        @Nullable
        String encoding;

        @Option(names = "--layer", paramLabel = "图层", description = "只读这个图层 (layer)")
        @Nullable
        String layer;

        SourceOptions options(Optional<ImportPlan> plan) {
            SourceOptions options = SourceOptions.STANDARD;
            if (encoding != null) {
                options = options.withCharset(charset(encoding));
            }
            if (plan.isPresent()) {
                options = options.withColumns(plan.get().columns());
                options = plan.get().position().map(options::withGeometry).orElse(options);
            }
            return options;
        }

        private static Charset charset(String name) {
            try {
                return Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                throw new IllegalArgumentException("没有这种编码：" + name, unknown);
            }
        }
    }

    /** Says what a file holds. */
    @Command(
            name = "inspect",
            exitCodeOnInvalidInput = ImportCommand.FAILED,
            description = "看看文件里有什么：图层、条数、编码、坐标系、样例 (what is in the file)")
    static final class Inspect implements Callable<Integer> {
        @Mixin
        FileOptions file = new FileOptions();

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            try (SourceLayers layers = FILES.open(file.file, file.options(Optional.empty()))) {
                List<FeatureSource> shown = file.layer == null ? layers.layers() : List.of(find(layers, file.layer));
                new InspectReport(out(spec)).print(layers, shown);
            }
            return ALL_IN;
        }
    }

    /** Judges without writing. */
    @Command(
            name = "check",
            exitCodeOnInvalidInput = ImportCommand.FAILED,
            description = "按方案检查，列出全部问题，不写入 (every problem, nothing written)")
    static final class Check extends Planned {
        @Override
        ImportReport run(Core core, ImportJob job, Path rejects, ProgressLine progress) {
            return job.check(core, rejects, progress);
        }
    }

    /** Judges and stores. */
    @Command(
            name = "commit",
            exitCodeOnInvalidInput = ImportCommand.FAILED,
            description = "按方案写入；被拒的行另存 CSV (store; rejected rows go to a CSV)")
    static final class Commit extends Planned {
        @Override
        ImportReport run(Core core, ImportJob job, Path rejects, ProgressLine progress) {
            return job.commit(core, Actor.OPERATOR, file.file, rejects, progress);
        }
    }

    /** What check and commit have in common. */
    abstract static class Planned implements Callable<Integer> {
        @Mixin
        FileOptions file = new FileOptions();

        @Option(names = "--plan", required = true, paramLabel = "方案", description = "内置方案名或 YAML 文件 (plan)")
        String plan = "";

        @Option(names = "--crs", paramLabel = "坐标系", description = "例如 EPSG:4490、GCJ-02 (reference system)")
        @Nullable
        String crs;

        @Option(names = "--rejects", paramLabel = "文件", description = "被拒的行写到哪里 (file for rejected rows)")
        @Nullable
        Path rejects;

        @Option(names = "--quiet", description = "不显示进度 (no progress)")
        boolean quiet;

        @ParentCommand
        @Nullable
        ImportCommand parent;

        @Spec
        @Nullable
        CommandSpec spec;

        abstract ImportReport run(Core core, ImportJob job, Path rejects, ProgressLine progress);

        @Override
        public Integer call() {
            Optional<Crs> stated = Optional.ofNullable(crs).map(Crs::parse);
            List<ImportPlan> parts = Plans.listOf(plan);
            boolean allIn = true;
            for (ImportPlan part : parts) {
                allIn &= run(part, stated, rejectFile(parts.size() > 1 ? "." + part.name() : ""));
            }
            return allIn ? ALL_IN : SOME_REJECTED;
        }

        /** Whether every row went in. */
        private boolean run(ImportPlan found, Optional<Crs> stated, Path refused) {
            try (SourceLayers layers = FILES.open(file.file, file.options(Optional.of(found)))) {
                FeatureSource source =
                        choose(layers, Optional.ofNullable(file.layer).or(found::layer));
                ImportJob job = new ImportJob(source, found, stated);
                layers.problems().forEach(passedOver -> out(spec).println("注意：" + Shown.line(passedOver.message())));
                ImportReport report = run(job, found.title(), source.layer().featureCount(), refused);
                new ImportSummary(out(spec)).print(found, job.crs(), report);
                return report.rejected() == 0;
            }
        }

        private ImportReport run(ImportJob job, String title, OptionalLong rows, Path refused) {
            try (Core core = database().get();
                    ProgressLine progress = ProgressLine.start(title, rows, quiet)) {
                return run(core, job, refused, progress);
            }
        }

        /** The layer that is named, or the only one. */
        private static FeatureSource choose(SourceLayers layers, Optional<String> name) {
            if (name.isPresent()) {
                return find(layers, name.get());
            }
            if (layers.layers().size() > 1) {
                throw new SourceRefused("文件里有多个图层，请用 --layer 指明：" + names(layers));
            }
            return layers.layers().getFirst();
        }

        private Supplier<Core> database() {
            if (parent == null) {
                throw new IllegalStateException("picocli has not set the parent command");
            }
            return parent.database;
        }

        /** Beside the file unless the person says where; each of several plans has its own. */
        private Path rejectFile(String part) {
            if (rejects != null) {
                Path path = rejects.toAbsolutePath();
                return path.resolveSibling(path.getFileName() + part);
            }
            Path path = file.file.toAbsolutePath().normalize();
            return path.resolveSibling(path.getFileName() + part + ".rejected.csv");
        }
    }

    private static FeatureSource find(SourceLayers layers, String name) {
        return layers.find(name).orElseThrow(() -> new SourceRefused("没有图层 " + name + "，文件里有：" + names(layers)));
    }

    private static String names(SourceLayers layers) {
        return layers.layers().stream().map(source -> source.layer().name()).collect(Collectors.joining("、"));
    }

    private static PrintWriter out(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the specification");
        }
        return spec.commandLine().getOut();
    }
}
