package cn.diming.dataimport.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Records of a text table as rows. */
final class CsvRows implements Closeable {
    private static final char UNREADABLE = '\uFFFD';

    private final CsvText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private final Optional<GeometryColumns> geometry;
    private long row;

    CsvRows(CsvText text, CsvDialect dialect, List<String> columns, Optional<GeometryColumns> geometry)
            throws IOException {
        this.text = text;
        this.parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(dialect.delimiter())
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .get()
                .parse(text);
        this.records = parser.iterator();
        this.columns = columns;
        this.geometry = geometry;
    }

    /** The next record as it is; the first one is usually the header. */
    Optional<CSVRecord> record() throws IOException {
        long line = parser.getCurrentLineNumber() + 1;
        text.beginRecord();
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof CSVException) {
                throw new SourceBytes.WordedFault("文件第 " + line + " 行起的引号没有配对");
            }
            throw failed;
        }
    }

    @Nullable
    SourceFeature next() throws IOException {
        long line = parser.getCurrentLineNumber() + 1;
        Optional<CSVRecord> record = record();
        row++;
        return record.map(found -> feature(found, line)).orElse(null);
    }

    private SourceFeature feature(CSVRecord record, long line) {
        List<SourceProblem> problems = new ArrayList<>();
        Map<String, Object> attributes = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
            String value = record.get(i);
            if (!value.isBlank()) {
                attributes.put(columns.get(i), value);
                if (value.indexOf(UNREADABLE) >= 0) {
                    problems.add(SourceProblem.note(columns.get(i) + " 有不能识别的字符：" + Words.quote(value)));
                }
            }
        }
        if (record.size() < columns.size()
                || record.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank())) {
            problems.add(SourceProblem.row("文件第 " + line + " 行有 " + record.size() + " 列，表头有 " + columns.size() + " 列"));
        }
        Optional<Geometry> position = geometry.flatMap(where -> where.read(attributes, problems));
        return new SourceFeature(row, position, attributes, problems);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
