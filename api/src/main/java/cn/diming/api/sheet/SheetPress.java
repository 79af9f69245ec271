package cn.diming.api.sheet;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.job.JobThread;
import cn.diming.core.Core;
import cn.diming.core.proof.Sha256;
import cn.diming.core.sheet.Gate;
import cn.diming.core.sheet.SheetJob;
import cn.diming.core.sheet.SheetReport;
import cn.diming.core.sheet.SheetRun;
import cn.diming.core.sheet.SheetRuns;
import cn.diming.tiles.sheet.Sheet;
import cn.diming.tiles.sheet.canvas.PngCanvas;
import cn.diming.tiles.sheet.label.NameToPlace;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the sheets of runs, one run after the other, on as many threads as there are cores and behind everything else that the
 * server does. A run that a stop of the server interrupted goes on where it was.
 */
@Component
class SheetPress {

    private static final Logger LOG = LoggerFactory.getLogger(SheetPress.class);
    private static final long STOP_SECONDS = 20;
    private static final double PRINT_DPI = 300;
    private static final double THUMBNAIL_DPI = 25;
    private static final String DISK = "文件无法写入数据目录，请检查磁盘空间和权限，然后点“继续”";
    private static final String BROKEN = "印制中断，详情已记入服务日志。已出的图保留，点“继续”印制其余各幅";
    private static final String MEMORY = "内存不足，没有画成。请换用较小的纸张，或请管理员为服务加大内存";
    private static final String FAULT = "绘制时出错，详情已记入服务日志";

    private final SheetRuns runs;
    private final SheetStudio studio;
    private final SheetFiles files;
    private final JobThread thread = new JobThread("sheet-press", this::doNext);
    private final ExecutorService hands;

    SheetPress(Core core, SheetStudio studio, DimingProperties properties) {
        this.runs = core.sheetRuns();
        this.studio = studio;
        this.files = new SheetFiles(properties.data().resolve("sheets/runs"));
        this.hands = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform()
                        .daemon()
                        .name("sheet-", 1)
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.stop(STOP_SECONDS);
        hands.shutdown();
    }

    SheetFiles files() {
        return files;
    }

    /** Says that there is something to do. */
    void wake() {
        thread.wake();
    }

    /** Makes the next run as far as it can be made; false when there was none. */
    boolean doNext() throws InterruptedException {
        Optional<SheetRun> run = runs.next();
        if (run.isPresent()) {
            make(run.get());
        }
        return run.isPresent();
    }

    private void make(SheetRun run) throws InterruptedException {
        runs.begin(run.id());
        Batch batch = new Batch(run);
        batch.make();
        if (!thread.isClosed()) {
            end(run, batch);
        }
    }

    /** Nothing of the run is under way any more. */
    private void end(SheetRun run, Batch batch) {
        try {
            files.unbind(run.id()); // somebody may have had a cancelled run bound while its last sheets were drawn
        } catch (IOException stays) {
            batch.stop(DISK, stays);
        }
        if (!runs.exists(run.id())) {
            forget(run);
        } else if (batch.trouble().isPresent()) {
            runs.stop(run.id(), batch.trouble().get());
        } else if (runs.jobs(run).stream().noneMatch(job -> job.state() == SheetJob.State.WAITING)) {
            runs.finish(run.id());
        }
    }

    /** The run was deleted while its sheets were drawn. */
    private void forget(SheetRun run) {
        try {
            files.delete(run.id());
        } catch (IOException stays) {
            LOG.warn("files of the deleted run {} could not be removed", run.id(), stays);
        }
    }

    /** The sheets of one run, all from one moment of the register. */
    private final class Batch {
        private final SheetRun run;
        private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

        Batch(SheetRun run) {
            this.run = run;
        }

        /** Why the whole run had to stop, in Chinese. */
        Optional<String> trouble() {
            return Optional.ofNullable(trouble.get());
        }

        void stop(String message, Throwable cause) {
            LOG.error("run {} of sheets broke off", run.id(), cause);
            trouble.compareAndSet(null, message);
        }

        /** All sheets that are missing; none of them is still being drawn when this returns. */
        void make() throws InterruptedException {
            try {
                files.unbind(run.id());
                SheetStudio.Ground ground = studio.ground();
                List<Callable<Object>> sheets = runs.jobs(run).stream()
                        .filter(job -> job.state() == SheetJob.State.WAITING)
                        .map(job -> Executors.callable(() -> make(job, ground)))
                        .toList();
                for (Future<Object> sheet : hands.invokeAll(sheets)) {
                    sheet.get();
                }
            } catch (IOException full) {
                stop(DISK, full);
            } catch (ExecutionException | RuntimeException broken) {
                stop(BROKEN, broken);
            }
        }

        private void make(SheetJob job, SheetStudio.Ground ground) {
            if (thread.isClosed() || trouble().isPresent() || !runs.isWanted(run.id())) {
                return;
            }
            try {
                files.discard(run.id(), job.number()); // what an attempt left that was cut off
                SheetJob.Made made = made(job, ground);
                if (runs.isWanted(run.id())) {
                    runs.made(run.id(), job.number(), made);
                } else {
                    files.discard(run.id(), job.number()); // cancelled or deleted meanwhile
                }
            } catch (IOException full) {
                if (runs.isWanted(run.id())) {
                    stop(DISK, full);
                    fail(job, DISK);
                }
            } catch (OutOfMemoryError | StackOverflowError tooMuch) {
                LOG.error("sheet {} of run {} is too much", job.number(), run.id(), tooMuch);
                fail(job, MEMORY);
            } catch (RuntimeException fault) {
                fail(job, SheetStudio.reason(fault).orElseGet(() -> {
                    LOG.error("sheet {} of run {} failed", job.number(), run.id(), fault);
                    return FAULT;
                }));
            }
        }

        /** Marks a sheet, and leaves nothing of it. */
        private void fail(SheetJob job, String message) {
            try {
                files.discard(run.id(), job.number());
            } catch (IOException stays) {
                LOG.warn("files of sheet {} of run {} could not be removed", job.number(), run.id(), stays);
            }
            runs.failed(run.id(), job.number(), message);
        }

        private SheetJob.Made made(SheetJob job, SheetStudio.Ground ground) throws IOException {
            long begun = System.nanoTime();
            SheetStudio.Draft draft = studio.draft(
                    ground,
                    run.wish(),
                    job.target().divisionCode(),
                    job.number(),
                    run.counts().total());
            for (SheetJob earlier : runs.earlier(draft.hash())) {
                if (files.adopt(earlier, job, run.wish().formats())) {
                    return new SheetJob.Made(
                            SheetJob.State.UNCHANGED,
                            draft.hash(),
                            0,
                            earlier.bytes(),
                            earlier.sha256().orElseThrow(),
                            earlier.report().orElseThrow());
                }
            }
            Sheet sheet = draft.draw();
            List<Path> written = write(job, sheet);
            long bytes = 0;
            for (Path file : written) {
                bytes += Files.size(file);
            }
            return new SheetJob.Made(
                    SheetJob.State.DONE,
                    draft.hash(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                    bytes,
                    Sha256.hex(Files.readAllBytes(written.getFirst())),
                    report(sheet));
        }

        private List<Path> write(SheetJob job, Sheet sheet) throws IOException {
            List<Path> written = new ArrayList<>();
            for (String format : run.wish().formats()) {
                int pages = format.equals("png") ? sheet.pages().size() : 1;
                for (int page = 1; page <= pages; page++) {
                    int shown = page - 1;
                    Path target = files.file(run.id(), job.number(), format, page);
                    files.write(target, out -> {
                        switch (format) {
                            case "pdf" -> out.write(sheet.pdf());
                            case "svg" -> out.write(sheet.svg().getBytes(StandardCharsets.UTF_8));
                            default -> PngCanvas.write(sheet.pages().get(shown), PRINT_DPI, out);
                        }
                    });
                    written.add(target);
                }
            }
            BufferedImage small = PngCanvas.image(sheet.pages().getFirst(), THUMBNAIL_DPI);
            files.write(
                    files.file(run.id(), job.number(), SheetFiles.THUMBNAIL, 1),
                    out -> ImageIO.write(small, "png", out));
            return written;
        }
    }

    private static SheetReport report(Sheet sheet) {
        return new SheetReport(
                sheet.main().frame().denominator(),
                sheet.placed().size(),
                sheet.checks().stream()
                        .map(check -> new SheetReport.Check(
                                check.id(),
                                check.title(),
                                Gate.valueOf(check.state().name()),
                                check.detail()))
                        .toList(),
                SheetDtos.unplaced(sheet).stream()
                        .map(NameToPlace::text)
                        .distinct()
                        .toList());
    }
}
