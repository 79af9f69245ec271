package cn.diming.api.geocoding;

import cn.diming.core.record.Refused;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table of addresses as somebody uploads it, CSV or a JSON array of objects; kept as CSV in UTF-8.
 *
 * @param address place of the column with the addresses
 */
record AddressTable(List<String> headings, int address, int rows) {

    static final int MOST_ROWS = 100_000;
    private static final int MOST_COLUMNS = 200;
    private static final List<String> USUAL = List.of("address", "地址", "详细地址", "q", "name", "名称");
    private static final String MARK = "\uFEFF";

    /**
     * Reads the whole table once and keeps it.
     *
     * @param column where the addresses are; empty = under a usual heading
     * @throws Refused with a Chinese sentence for what is no such table
     */
    static AddressTable keep(byte[] bytes, Optional<String> column, Path file) {
        String text = text(bytes);
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                CSVPrinter kept = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
            return text.stripLeading().startsWith("[") ? keepJson(text, column, kept) : keepCsv(text, column, kept);
        } catch (JacksonException | IllegalArgumentException broken) {
            throw refused("上传的内容不是合法的 CSV 或 JSON 数组", broken);
        } catch (UncheckedIOException | CSVException broken) {
            throw refused("CSV 的引号没有配对，或有不合法的字符", broken);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot keep the table " + file, broken);
        }
    }

    /** Reads a table that was kept. */
    static CSVParser open(Path file) throws IOException {
        return CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.DEFAULT);
    }

    private static AddressTable keepCsv(String text, Optional<String> column, CSVPrinter kept) throws IOException {
        try (CSVParser rows = CSVParser.parse((Reader) new StringReader(text), CSVFormat.EXCEL)) {
            List<String> headings = List.of();
            int count = -1;
            for (CSVRecord row : rows) {
                if (count < 0) {
                    headings = row.toList().stream().map(String::strip).toList();
                }
                count++;
                requireSize(headings, count);
                kept.printRecord(row.toList());
            }
            return new AddressTable(headings, find(headings, column), Math.max(0, count)).required();
        }
    }

    private static AddressTable keepJson(String text, Optional<String> column, CSVPrinter kept) throws IOException {
        JsonNode array = JsonMapper.shared().readTree(text);
        Set<String> names = new LinkedHashSet<>();
        array.forEach(row -> names.addAll(row.propertyNames()));
        List<String> headings = List.copyOf(names);
        requireSize(headings, array.size());
        kept.printRecord(headings);
        for (JsonNode row : array) {
            List<String> cells = new ArrayList<>();
            headings.forEach(name -> cells.add(row.path(name).asString("")));
            kept.printRecord(cells);
        }
        return new AddressTable(headings, find(headings, column), array.size()).required();
    }

    private AddressTable required() {
        if (rows == 0) {
            throw new Refused(List.of("表里没有数据行"));
        }
        return this;
    }

    private static void requireSize(List<String> headings, int rows) {
        if (rows > MOST_ROWS || headings.size() > MOST_COLUMNS) {
            throw new Refused(List.of("一张表至多 " + MOST_ROWS + " 行、" + MOST_COLUMNS + " 列"));
        }
    }

    private static int find(List<String> headings, Optional<String> column) {
        List<String> wanted = column.map(List::of).orElse(USUAL);
        return wanted.stream()
                .mapToInt(headings::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElseThrow(() -> new Refused(
                        List.of("找不到地址所在的列（" + String.join("、", wanted) + "），表的各列是：" + String.join("、", headings))));
    }

    /** UTF-8, else what Chinese spreadsheets write. */
    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static Refused refused(String words, Exception cause) {
        Refused refused = new Refused(List.of(words));
        refused.addSuppressed(cause);
        return refused;
    }
}
