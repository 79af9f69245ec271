package cn.diming.api.sheet;

import cn.diming.core.sheet.SheetJob;
import cn.diming.tiles.sheet.canvas.PdfBinder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the files of runs lie: {@code <run>/<number>.pdf}, {@code .svg}, {@code .png}, and further pages with their number behind.
 * Each is written whole or not at all.
 */
final class SheetFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SheetFiles.class);

    static final String THUMBNAIL = "thumb.png";
    private static final String BOOK = "merged.pdf";
    private static final String ALL = "sheets.zip";
    private static final String UNFINISHED = ".part";

    private final Path root;

    SheetFiles(Path root) {
        this.root = root;
    }

    /** What writes a file. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** @param page from 1 */
    Path file(long run, int number, String format, int page) {
        String behind = page == 1 ? "" : "-" + page;
        return folder(run).resolve("%04d%s.%s".formatted(number, behind, format));
    }

    private Path folder(long run) {
        return root.resolve(Long.toString(run));
    }

    void write(Path target, Content content) throws IOException {
        Files.createDirectories(target.getParent());
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                content.to(out);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Takes over what is wanted of a sheet that was drawn from the very same; false when it is no longer all there. */
    boolean adopt(SheetJob earlier, SheetJob job, List<String> formats) throws IOException {
        List<String> wanted =
                Stream.concat(formats.stream(), Stream.of(THUMBNAIL)).toList();
        boolean whole =
                wanted.stream().allMatch(format -> Files.exists(file(earlier.runId(), earlier.number(), format, 1)));
        if (!whole || earlier.runId() == job.runId()) {
            return whole;
        }
        Files.createDirectories(folder(job.runId()));
        try {
            for (Path file : of(earlier)) {
                if (wanted.stream().anyMatch(format -> behind(file).endsWith("." + format))) {
                    Files.copy(
                            file,
                            folder(job.runId()).resolve("%04d%s".formatted(job.number(), behind(file))),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return true;
        } catch (NoSuchFileException gone) {
            discard(job.runId(), job.number()); // the earlier run was deleted meanwhile
            return false;
        }
    }

    /** The files of a sheet that are whole. */
    private List<Path> of(SheetJob job) throws IOException {
        return all(job.runId(), job.number()).stream()
                .filter(file -> !file.toString().endsWith(UNFINISHED))
                .toList();
    }

    /** Everything of a sheet, in the order of the names, also what was cut off while it was written. */
    private List<Path> all(long run, int number) throws IOException {
        return listed(run, "%04d[-.]*".formatted(number));
    }

    private List<Path> listed(long run, String pattern) throws IOException {
        List<Path> all = new ArrayList<>();
        if (Files.isDirectory(folder(run))) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(run), pattern)) {
                files.forEach(all::add);
            }
        }
        all.sort(Comparator.naturalOrder());
        return all;
    }

    /** What stands behind the number in a file's name. */
    private static String behind(Path file) {
        return file.getFileName().toString().substring(4);
    }

    /** Removes what there is of a sheet. */
    void discard(long run, int number) throws IOException {
        for (Path file : all(run, number)) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Takes away what is bound of a run before something in it changes, and what a crash has cut off. Nothing of the run may be
     * being written; what is being bound is waited for.
     */
    synchronized void unbind(long run) throws IOException {
        Files.deleteIfExists(folder(run).resolve(BOOK));
        Files.deleteIfExists(folder(run).resolve(ALL));
        for (Path file : listed(run, "*" + UNFINISHED)) {
            Files.deleteIfExists(file);
        }
    }

    /** All of a run; what is still being written there remains, and whoever writes it takes it away. */
    synchronized void delete(long run) throws IOException {
        if (Files.exists(folder(run))) {
            try (Stream<Path> files = Files.walk(folder(run))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (DirectoryNotEmptyException stillWritten) {
                LOG.debug("run {} is deleted while it is made", run, stillWritten);
            }
        }
    }

    /** All sheets as one PDF with bookmarks; empty when none was made as PDF. */
    synchronized Optional<Path> book(long run, List<SheetJob> jobs) throws IOException {
        List<Path> sheets = jobs.stream()
                .filter(SheetJob::isThere)
                .map(job -> file(run, job.number(), "pdf", 1))
                .filter(Files::exists)
                .toList();
        Path book = folder(run).resolve(BOOK);
        if (sheets.isEmpty() || Files.exists(book)) {
            return Optional.of(book).filter(Files::exists);
        }
        Path unfinished = folder(run).resolve(BOOK + UNFINISHED);
        try {
            PdfBinder.bind(sheets, unfinished);
            Files.move(unfinished, book, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return Optional.of(book);
    }

    /** All files under the names of their divisions, with a page that shows them and what the gates said. */
    synchronized Path zip(long run, String title, List<SheetJob> jobs) throws IOException {
        Path all = folder(run).resolve(ALL);
        if (!Files.exists(all)) {
            write(all, out -> {
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                put(zip, "index.html", ContactSheet.html(title, jobs).getBytes(StandardCharsets.UTF_8));
                for (SheetJob job : jobs) {
                    if (job.isThere()) {
                        put(zip, job);
                    }
                }
                zip.finish();
            });
        }
        return all;
    }

    private void put(ZipOutputStream zip, SheetJob job) throws IOException {
        for (Path file : of(job)) {
            boolean small = behind(file).equals("." + THUMBNAIL);
            put(zip, small ? thumbnailName(job) : name(job) + behind(file), Files.readAllBytes(file));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    static String thumbnailName(SheetJob job) {
        return "previews/%04d.png".formatted(job.number());
    }

    /** How a sheet's file is called where people see it. */
    static String name(SheetJob job) {
        String name = job.target().name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return String.format(Locale.ROOT, "%02d_%s", job.number(), name);
    }
}
