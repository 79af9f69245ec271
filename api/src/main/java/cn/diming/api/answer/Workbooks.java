package cn.diming.api.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Small tables as spreadsheets. */
public final class Workbooks {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
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

    /** The table as a file to be saved. */
    public static ResponseEntity<Resource> answer(Table table, String fileName) {
        return answer(List.of(table), fileName);
    }

    /** Several tables, each on a sheet of its own. */
    public static ResponseEntity<Resource> answer(List<Table> tables, String fileName) {
        return file(write(tables), XLSX, fileName);
    }

    /** Any file to be saved, under a Chinese name. */
    public static ResponseEntity<Resource> file(byte[] content, MediaType type, String fileName) {
        String disposition = ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(new ByteArrayResource(content));
    }

    private static byte[] write(List<Table> tables) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Diming", "1.0")) {
            tables.forEach(table -> write(book.newWorksheet(table.sheet), table));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write a workbook", broken);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, Table table) {
        for (int column = 0; column < table.head.size(); column++) {
            sheet.value(0, column, table.head.get(column));
            sheet.style(0, column).bold().set();
            int wide = table.head.get(column).length() * HEAD_WIDTH_FACTOR;
            sheet.width(column, Math.clamp(wide, LEAST_WIDTH, MOST_WIDTH));
        }
        for (int row = 0; row < table.rows.size(); row++) {
            write(sheet, row + 1, table.rows.get(row));
        }
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
