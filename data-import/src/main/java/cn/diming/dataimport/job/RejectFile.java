package cn.diming.dataimport.job;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The refused rows as a CSV that opens in a spreadsheet (UTF-8 with byte order mark): row number, reasons, then the row's
 * own fields. It appears under its name only when it is complete, and not at all without refused rows; until then it has
 * the ending {@code .part}, which the next run replaces where this one was killed.
 */
final class RejectFile implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> HEADER = List.of("行号", "原因");

    private static final String BEGINNING = BYTE_ORDER_MARK + String.join(",", HEADER);

    /** Harmless although they begin like a formula. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.]+(?:[eE][+-]?\\d+)?");

    private static final String FORMULA = "=+-@＝＋－＠\t\r\n";

    private final Path target;
    private final List<String> fields;
    private final CSVPrinter printer;
    private boolean empty = true;
    private boolean finished;

    private RejectFile(Path target, List<String> fields, CSVPrinter printer) {
        this.target = target;
        this.fields = fields;
        this.printer = printer;
    }

    /** @throws ImportRefused when nothing can be written there, or the file that is there is none of ours */
    static RejectFile open(Path target, List<String> fields) {
        if (Files.isDirectory(target) || (Files.exists(target) && !isOurs(target))) {
            throw new ImportRefused("已有别的文件或文件夹 " + target + "，请用 --rejects 另外指定被拒行写到哪里");
        }
        try {
            BufferedWriter writer = Files.newBufferedWriter(part(target), StandardCharsets.UTF_8);
            writer.write(BYTE_ORDER_MARK);
            CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
            printer.printRecord(Stream.concat(HEADER.stream(), fields.stream().map(RejectFile::harmless)));
            return new RejectFile(target, fields, printer);
        } catch (IOException refused) {
            throw new ImportRefused("无法写入 " + part(target) + "，请用 --rejects 指定一个可以写的位置", refused);
        }
    }

    void add(Verdict.Rejected rejected) {
        try {
            empty = false;
            printer.printRecord(Stream.concat(
                    Stream.of(Long.toString(rejected.row().row()), harmless(String.join("；", rejected.reasons()))),
                    fields.stream()
                            .map(field -> harmless(rejected.row().text(field).orElse("")))));
        } catch (IOException full) {
            throw unwritable(full);
        }
    }

    /** The finished file; empty when nothing was refused. */
    Optional<Path> finish() {
        try {
            printer.close();
            finished = true;
            if (empty) {
                Files.deleteIfExists(part(target));
                Files.deleteIfExists(target); // one of an earlier run would mislead
                return Optional.empty();
            }
            Files.move(part(target), target, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(target);
        } catch (IOException full) {
            throw unwritable(full);
        }
    }

    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            printer.close();
            Files.deleteIfExists(part(target));
        } catch (IOException leftBehind) {
            throw unwritable(leftBehind);
        }
    }

    private UncheckedIOException unwritable(IOException cause) {
        return new UncheckedIOException("无法写入被拒行文件 " + target + "，请检查磁盘空间", cause);
    }

    private static boolean isOurs(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] start = new char[BEGINNING.length()];
            int length = reader.read(start);
            return length == start.length && new String(start).equals(BEGINNING);
        } catch (IOException other) {
            return false;
        }
    }

    private static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** A spreadsheet must not run what somebody wrote into a name. */
    private static String harmless(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }
}
