package cn.diming.api.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Small tables as spreadsheets. */
public final class Workbooks {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
    private static final int HEAD_WIDTH_FACTOR = 3;
    private static final int LEAST_WIDTH = 10;
    private static final int MOST_WIDTH = 50;

    /**
     * A table.
     *
     * @param rows of texts and numbers; null = empty
     */
    public record Table(String sheet, List<String> head, List<List<Object>> rows) {

        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A picture over a cell.
     *
     * @param row of the sheet, 0 is the heading
     * @param png its file
     */
    public record Picture(int row, int column, byte[] png) {}

    /**
     * Pictures of a table.
     *
     * @param sideMillimetres each is a square of so many; the rows are made as high
     */
    public record Pictures(List<Picture> all, double sideMillimetres) {

        /** A table of words and numbers alone. */
        static final Pictures NONE = new Pictures(List.of(), 0);

        public Pictures {
            all = List.copyOf(all);
        }
    }

    /** The table with pictures over some cells, as a file to be saved. */
    public static ResponseEntity<Resource> answer(Table table, Pictures pictures, String fileName) {
        return FileAnswers.saved(write(List.of(table), pictures), XLSX, fileName);
    }

    /** The table as comma-separated text that spreadsheets open: UTF-8 with byte order mark. */
    public static ResponseEntity<Resource> csv(Table table, String fileName) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
            printer.printRecord(table.head);
            for (List<Object> row : table.rows) {
                printer.printRecord(row.stream().map(Workbooks::harmless));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write a table", broken);
        }
        return FileAnswers.saved(text.toString().getBytes(StandardCharsets.UTF_8), CSV, fileName);
    }

    /** A spreadsheet must not run what somebody wrote into a name. */
    private static Object harmless(Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }

    /** The table as a file to be saved. */
    public static ResponseEntity<Resource> answer(Table table, String fileName) {
        return answer(List.of(table), fileName);
    }

    /** Several tables, each on a sheet of its own. */
    public static ResponseEntity<Resource> answer(List<Table> tables, String fileName) {
        return FileAnswers.saved(write(tables, Pictures.NONE), XLSX, fileName);
    }

    private static byte[] write(List<Table> tables, Pictures pictures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Diming", "1.0")) {
            tables.forEach(table -> write(book.newWorksheet(table.sheet), table, pictures));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write a workbook", broken);
        }
        return pictures.all.isEmpty() ? out.toByteArray() : with(pictures, out.toByteArray());
    }

    private static byte[] with(Pictures pictures, byte[] workbook) {
        try {
            return new SheetPictures(pictures.all, pictures.sideMillimetres).into(workbook);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot lay pictures into a workbook", broken);
        }
    }

    private static void write(Worksheet sheet, Table table, Pictures pictures) {
        for (int column = 0; column < table.head.size(); column++) {
            sheet.value(0, column, table.head.get(column));
            sheet.style(0, column).bold().set();
            int wide = table.head.get(column).length() * HEAD_WIDTH_FACTOR;
            sheet.width(column, Math.clamp(wide, LEAST_WIDTH, MOST_WIDTH));
        }
        for (int row = 0; row < table.rows.size(); row++) {
            write(sheet, row + 1, table.rows.get(row));
        }
        pictures.all.forEach(
                picture -> sheet.rowHeight(picture.row, (pictures.sideMillimetres + 2) * POINTS_PER_MILLIMETRE));
        sheet.freezePane(0, 1);
    }

    private static void write(Worksheet sheet, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, String.valueOf(cell));
            }
        }
    }

    private Workbooks() {}
}
