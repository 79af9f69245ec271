package cn.diming.api.geocoding;

import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.config.DimingProperties;
import cn.diming.api.job.JobThread;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.geocode.GeocodeJob;
import cn.diming.core.geocode.GeocodeJobs;
import cn.diming.core.geocode.GeocodeOptions;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.SearchFilter;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchRequest;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Looks up whole tables on one thread of its own, one after the other; a table that a stop of the server interrupts is begun
 * again at the next start. Tables and results lie in the data folder until their job is deleted or has been over for some days.
 */
@Component
class GeocodeTables {

    private static final Logger LOG = LoggerFactory.getLogger(GeocodeTables.class);
    private static final int TELL_EVERY = 200;
    private static final double RATHER_RIGHT = 0.5;
    private static final long STOP_SECONDS = 10;
    private static final List<String> ADDED = List.of("匹配名称", "匹配地址", "匹配级别", "可信度", "经度", "纬度", "代码", "来源键");

    private final GeocodeJobs jobs;
    private final PlaceSearch search;
    private final Precision precision;
    private final Core core;
    private final Path folder;
    private final Duration keep;
    private final JobThread thread = new JobThread("geocode-tables", this::doNext);

    GeocodeTables(Core core, PlaceSearch search, Precision precision, DimingProperties properties) {
        this.core = core;
        this.jobs = core.geocodeJobs();
        this.search = search;
        this.precision = precision;
        this.folder = properties.data().resolve("geocode");
        this.keep = properties.geocode().keep();
    }

    @PostConstruct
    void start() {
        deleteUnfinishedFiles();
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        thread.stop(STOP_SECONDS);
        core.zeroResults().flush();
    }

    /** @throws cn.diming.core.record.Refused for what is no table of addresses */
    GeocodeJob submit(Actor actor, String fileName, GeocodeOptions options, Resource body) {
        AccessPolicy.require(actor, Action.GEOCODE_TABLE);
        try {
            Files.createDirectories(folder);
            Path upload = Files.createTempFile(folder, "upload", ".csv");
            try {
                AddressTable table = AddressTable.keep(body.getContentAsByteArray(), options.column(), upload);
                String column = table.headings().get(table.address());
                GeocodeJob job = jobs.create(
                        actor,
                        fileName,
                        new GeocodeOptions(column, options.division().orElse(null), options.crs()),
                        table.rows());
                Files.move(upload, table(job.id()), StandardCopyOption.ATOMIC_MOVE);
                thread.wake();
                return job;
            } finally {
                Files.deleteIfExists(upload);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot keep the table of a geocoding job", broken);
        }
    }

    GeocodeJob get(Actor actor, long id) {
        forgetOld();
        return jobs.get(actor, id);
    }

    List<GeocodeJob> list(Actor actor) {
        forgetOld();
        return jobs.list(actor);
    }

    void delete(Actor actor, long id) {
        jobs.delete(actor, id);
        deleteFiles(id);
    }

    /** When the files of a job that is over go. */
    Optional<Instant> keptUntil(GeocodeJob job) {
        return job.finishedAt().map(end -> end.plus(keep));
    }

    private void forgetOld() {
        jobs.forgetOverBefore(core.clock().instant().minus(keep)).forEach(this::deleteFiles);
    }

    /** @throws ProblemException 409 while there is none yet */
    Resource result(GeocodeJob job) {
        Path file = finished(job.id());
        if (job.state() != GeocodeJob.State.DONE || !Files.exists(file)) {
            throw new ProblemException(ProblemType.CONFLICT, "该任务还没有结果。");
        }
        return new FileSystemResource(file);
    }

    private boolean doNext() {
        Optional<GeocodeJob> job = jobs.next();
        job.ifPresentOrElse(this::look, () -> {
            forgetOld();
            core.zeroResults().flush();
        });
        return job.isPresent();
    }

    private void look(GeocodeJob job) {
        if (!Files.exists(table(job.id()))) {
            jobs.fail(job.id(), "上传的表已不在服务器上");
            return;
        }
        try {
            lookUpAll(job);
        } catch (IOException broken) {
            LOG.error("geocoding job {} failed", job.id(), broken);
            jobs.fail(job.id(), "服务器上的文件无法读写，请稍后重新上传");
        }
    }

    private void lookUpAll(GeocodeJob job) throws IOException {
        Path result = Files.createTempFile(folder, "result", ".csv");
        OutputCrs crs = OutputCrs.parse(job.options().crs(), precision.decimalsFor(Actor.PUBLIC));
        long done = 0;
        long matched = 0;
        boolean wanted = jobs.advance(job.id(), 0, 0);
        try (CSVParser rows = AddressTable.open(table(job.id()));
                Writer writer = Files.newBufferedWriter(result)) {
            writer.write('\uFEFF');
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
            Iterator<CSVRecord> each = rows.iterator();
            List<String> headings = each.next().toList();
            int address = headings.stream()
                    .map(String::strip)
                    .toList()
                    .indexOf(job.options().column().orElse(""));
            printer.printRecord(joined(headings, ADDED));
            while (each.hasNext() && wanted && !thread.isClosed()) {
                List<String> row = each.next().toList();
                Optional<SearchHit> hit = address < row.size() ? find(row.get(address), job) : Optional.empty();
                matched +=
                        hit.filter(found -> found.confidence() >= RATHER_RIGHT).isPresent() ? 1 : 0;
                printer.printRecord(joined(padded(row, headings.size()), cells(hit, crs)));
                done++;
                wanted = done % TELL_EVERY != 0 || jobs.advance(job.id(), done, matched);
            }
        }
        if (wanted && !thread.isClosed()) {
            Files.move(result, finished(job.id()), StandardCopyOption.REPLACE_EXISTING);
            jobs.finish(job.id(), done, matched);
        } else {
            Files.deleteIfExists(result);
        }
    }

    private Optional<SearchHit> find(String address, GeocodeJob job) {
        SearchFilter filter =
                job.options().division().map(SearchFilter.NONE::inDivision).orElse(SearchFilter.NONE);
        return search.search(SearchRequest.of(address, 1).filtered(filter)).stream()
                .findFirst();
    }

    private static List<Object> cells(Optional<SearchHit> found, OutputCrs crs) {
        if (found.isEmpty()) {
            return List.of("", "", "", "", "", "", "", "");
        }
        SearchHit hit = found.get();
        OutputCrs.Position at = crs.position(hit.position());
        return List.of(
                hit.name(),
                hit.address(),
                hit.match().level().title(),
                Math.round(hit.confidence() * 100) / 100.0,
                at.x(),
                at.y(),
                hit.code().orElse(""),
                hit.sourceKey().orElse(""));
    }

    private static List<String> padded(List<String> row, int columns) {
        List<String> cells = new ArrayList<>(row);
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }

    private static List<Object> joined(List<?> one, List<?> other) {
        List<Object> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** What a crash left half written; no job is running yet. */
    private void deleteUnfinishedFiles() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{upload,result}*.csv")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            LOG.warn("unfinished files of geocoding jobs could not be deleted: {}", broken.toString());
        }
    }

    private void deleteFiles(long id) {
        try {
            Files.deleteIfExists(table(id));
            Files.deleteIfExists(finished(id));
        } catch (IOException broken) {
            LOG.warn("the files of geocoding job {} could not be deleted: {}", id, broken.toString());
        }
    }

    private Path table(long id) {
        return folder.resolve(id + ".csv");
    }

    private Path finished(long id) {
        return folder.resolve(id + ".result.csv");
    }
}
