package cn.diming.dataimport.job;

import cn.diming.dataimport.source.SourceFeature;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The refused rows as a CSV that opens in a spreadsheet (UTF-8 with byte order mark): row number, reasons, then the row's
 * own fields. It appears under its name only when it is complete, and not at all without refused rows.
 */
final class RejectFile implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path target;
    private final List<String> fields;
    private Optional<CSVPrinter> printer = Optional.empty();

    RejectFile(Path target, List<String> fields) {
        this.target = target;
        this.fields = fields;
    }

    void add(Verdict.Rejected rejected) {
        try {
            if (printer.isEmpty()) {
                printer = Optional.of(open());
            }
            List<String> cells = new ArrayList<>();
            cells.add(Long.toString(rejected.row().row()));
            cells.add(String.join("；", rejected.reasons()));
            fields.forEach(field -> cells.add(cell(rejected.row(), field)));
            printer.get().printRecord(cells);
        } catch (IOException full) {
            throw new UncheckedIOException("无法写入被拒行文件 " + target, full);
        }
    }

    /** The finished file; empty when nothing was refused. */
    Optional<Path> finish() {
        try {
            if (printer.isEmpty()) {
                Files.deleteIfExists(target); // one of an earlier run would mislead
                return Optional.empty();
            }
            printer.get().close();
            printer = Optional.empty();
            Files.move(part(), target, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(target);
        } catch (IOException full) {
            throw new UncheckedIOException("无法写入被拒行文件 " + target, full);
        }
    }

    @Override
    public void close() {
        try {
            if (printer.isPresent()) {
                printer.get().close(true);
                Files.deleteIfExists(part());
            }
        } catch (IOException leftBehind) {
            throw new UncheckedIOException("cannot remove " + part(), leftBehind);
        }
    }

    private CSVPrinter open() throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(part(), StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter made = new CSVPrinter(writer, CSVFormat.EXCEL);
        List<String> header = new ArrayList<>(List.of("行号", "原因"));
        header.addAll(fields);
        made.printRecord(header);
        return made;
    }

    private Path part() {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private static String cell(SourceFeature row, String field) {
        String text = row.value(field).map(Object::toString).orElse("");
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[+-]?[\\d.]+");
        return formula ? "'" + text : text; // a spreadsheet must not run what somebody wrote into a name
    }
}
