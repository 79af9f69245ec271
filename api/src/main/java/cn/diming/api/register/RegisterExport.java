package cn.diming.api.register;

import cn.diming.api.answer.ClassNames;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.generated.model.RegisterFormat;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.history.RegisterFilter;
import cn.diming.core.history.RegisterOrder;
import cn.diming.core.history.RegisterRow;
import cn.diming.core.record.RegistrationForm;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register as a file, row by row through a temporary one: a quarter of a million rows need no more memory than one. */
@Component
final class RegisterExport {

    private static final String SHEET = "地名册";
    private static final int FLUSH_ROWS = 1000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** A cell that begins so could be taken for a formula by a spreadsheet. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final List<RegistrationForm.Entry> ATTRIBUTES = RegistrationForm.fields().stream()
            .filter(field -> field.source() == RegistrationForm.Source.ATTRIBUTE)
            .toList();

    private final Core core;
    private final RegisterDtos dtos;

    RegisterExport(Core core, RegisterDtos dtos) {
        this.core = core;
        this.dtos = dtos;
    }

    /** The file's bytes; it is gone when the stream is closed. */
    InputStream export(Actor actor, RegisterFilter filter, RegisterOrder order, RegisterFormat format, OutputCrs crs) {
        core.register().count(actor, filter); // who may not read is told before a file is begun
        try {
            Path file = Files.createTempFile("register", ".tmp");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                Consumer<Consumer<List<String>>> rows = sink -> {
                    sink.accept(titles());
                    core.register().forEach(actor, filter, order, row -> sink.accept(cells(row, crs)));
                };
                if (format == RegisterFormat.CSV) {
                    writeCsv(out, rows);
                } else {
                    writeSheet(out, rows);
                }
            } catch (IOException | RuntimeException broken) {
                Files.deleteIfExists(file);
                throw broken;
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot write the export", broken);
        }
    }

    private static List<String> titles() {
        List<String> titles = new ArrayList<>(List.of(
                "编号",
                "标准名称",
                "罗马字母拼写",
                "类别",
                "类别代码",
                "类别名称",
                "状态",
                "区划代码",
                "所在（跨）行政区",
                "启用日期",
                "停用日期",
                "曾用名",
                "保护名录",
                "含义",
                "来历",
                "历史沿革",
                "地理实体描述",
                "东经",
                "北纬"));
        ATTRIBUTES.forEach(field -> titles.add(field.title()));
        return titles;
    }

    private List<String> cells(RegisterRow row, OutputCrs crs) {
        Optional<OutputCrs.Position> at = row.position().map(crs::position);
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(row.id()),
                row.name(),
                row.text("romanised").orElse(""),
                RegisterDtos.core(RegisterDtos.category(row.text("category"))).title(),
                row.text("class_code").orElse(""),
                ClassNames.name(row.text("class_code")).orElse(""),
                statusTitle(row),
                row.text("division_code").orElse(""),
                dtos.divisionName(row.text("division_code")).orElse(""),
                row.date("valid_from").map(LocalDate::toString).orElse(""),
                row.date("valid_to").map(LocalDate::toString).orElse(""),
                String.join("、", row.formerNames()),
                row.protectedName() ? "是" : "",
                row.text("meaning").orElse(""),
                row.text("origin").orElse(""),
                row.text("history").orElse(""),
                row.text("description").orElse(""),
                at.map(position -> Double.toString(position.x())).orElse(""),
                at.map(position -> Double.toString(position.y())).orElse("")));
        JsonNode attributes =
                JsonMapper.shared().readTree(row.text("attributes").orElse("{}"));
        ATTRIBUTES.forEach(field -> cells.add(attributes.path(field.key()).asString("")));
        return cells;
    }

    private static String statusTitle(RegisterRow row) {
        return switch (RegisterDtos.status(row.text("status"))) {
            case RECORDED -> "已采集";
            case PROPOSED -> "拟命名";
            case STANDARD -> "标准地名";
            case FORMER -> "历史地名";
            case RETIRED -> "已销名";
        };
    }

    private static void writeCsv(OutputStream out, Consumer<Consumer<List<String>>> rows) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        rows.accept(cells -> {
            try {
                for (int i = 0; i < cells.size(); i++) {
                    writer.write((i == 0 ? "" : ",") + quoted(cells.get(i)));
                }
                writer.write("\r\n");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        writer.flush();
    }

    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 && !cell.matches("-?[0-9.]+")
                ? "'" + cell
                : cell;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static void writeSheet(OutputStream out, Consumer<Consumer<List<String>>> rows) throws IOException {
        try (Workbook book = new Workbook(out, "Diming", "1.0");
                Worksheet sheet = book.newWorksheet(SHEET)) {
            sheet.freezePane(2, 1);
            int[] line = {0};
            rows.accept(cells -> {
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.inlineString(line[0], column, cells.get(column));
                    }
                }
                if (line[0] == 0) {
                    sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
                }
                if (++line[0] % FLUSH_ROWS == 0) {
                    flush(sheet);
                }
            });
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
