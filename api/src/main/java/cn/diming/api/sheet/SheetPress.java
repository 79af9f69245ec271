package cn.diming.api.sheet;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.job.JobThread;
import cn.diming.core.Core;
import cn.diming.core.proof.Sha256;
import cn.diming.core.record.Refused;
import cn.diming.core.sheet.Gate;
import cn.diming.core.sheet.SheetJob;
import cn.diming.core.sheet.SheetReport;
import cn.diming.core.sheet.SheetRun;
import cn.diming.core.sheet.SheetRuns;
import cn.diming.tiles.sheet.Sheet;
import cn.diming.tiles.sheet.SheetRefused;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
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

    private boolean doNext() throws InterruptedException {
        Optional<SheetRun> run = runs.next();
        if (run.isPresent()) {
            make(run.get());
        }
        return run.isPresent();
    }

    private void make(SheetRun run) throws InterruptedException {
        runs.begin(run.id());
        Batch batch = new Batch(run, studio.ground());
        try {
            files.unbind(run.id());
            List<Future<?>> all = new ArrayList<>();
            for (SheetJob job : runs.jobs(run)) {
                if (job.state() == SheetJob.State.WAITING) {
                    all.add(hands.submit(() -> batch.make(job)));
                }
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (IOException | ExecutionException broken) {
            LOG.error("run {} of sheets broke off", run.id(), broken);
            batch.stopped.set(true);
        }
        if (batch.stopped.get()) {
            runs.stop(run.id(), DISK);
        } else if (!thread.isClosed()
                && runs.jobs(run).stream().noneMatch(job -> job.state() == SheetJob.State.WAITING)) {
            runs.finish(run.id());
        }
    }

    /** The sheets of one run, all from one moment of the register. */
    private final class Batch {
        private final SheetRun run;
        private final SheetStudio.Ground ground;
        private final AtomicBoolean stopped = new AtomicBoolean();

        Batch(SheetRun run, SheetStudio.Ground ground) {
            this.run = run;
            this.ground = ground;
        }

        void make(SheetJob job) {
            if (thread.isClosed() || stopped.get() || !runs.isWanted(run.id())) {
                return;
            }
            try {
                SheetJob.Made made = made(job);
                if (runs.isWanted(run.id())) {
                    runs.made(run.id(), job.number(), made);
                } else {
                    files.discard(run.id(), job.number()); // cancelled or deleted meanwhile
                }
            } catch (SheetRefused | Refused | IllegalArgumentException refused) {
                runs.failed(run.id(), job.number(), String.valueOf(refused.getMessage()));
            } catch (IOException full) {
                stopped.set(true);
                LOG.error("sheet {} of run {} could not be written", job.number(), run.id(), full);
                clearAway(job);
                runs.failed(run.id(), job.number(), DISK);
            } catch (RuntimeException fault) {
                LOG.error("sheet {} of run {} failed", job.number(), run.id(), fault);
                clearAway(job);
                runs.failed(run.id(), job.number(), "绘制时出错，详情已记入服务日志");
            }
        }

        private void clearAway(SheetJob job) {
            try {
                files.discard(run.id(), job.number());
            } catch (IOException stays) {
                LOG.warn("files of sheet {} of run {} could not be removed", job.number(), run.id(), stays);
            }
        }

        private SheetJob.Made made(SheetJob job) throws IOException {
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
