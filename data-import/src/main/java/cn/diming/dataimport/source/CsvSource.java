package cn.diming.dataimport.source;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** A text table: comma, tab, semicolon or bar between fields, a header row, every value kept as text. */
public final class CsvSource implements FeatureSource {
    public static final SourceFormat FORMAT = new SourceFormat(
            "CSV 文本表（.csv .tsv .txt，可为 .gz）",
            List.of("csv", "tsv", "txt"),
            Set.of(),
            CsvDialect::looksLike,
            CsvSource::new);

    private final SourceFile file;
    private final SourceOptions options;
    private final TextEncoding encoding;
    private final CsvDialect dialect;
    private final List<String> columns;
    private final SourceLayer layer;

    CsvSource(SourceFile file, SourceOptions options) {
        this.file = file;
        this.options = options;
        byte[] head = SourceBytes.head(file.path(), 4096, options.limits());
        if (CsvDialect.binary(head)) {
            throw new SourceRefused(file.fileName() + " 不是文本文件");
        }
        this.encoding = TextEncoding.of(file.path(), options.charset(), options.limits());
        List<SourceProblem> problems = new ArrayList<>(encoding.problems());
        try (CsvText text = text()) {
            this.dialect = CsvDialect.of(text, file.main());
        } catch (IOException broken) {
            throw refused(broken);
        }
        this.columns = options.columns().isEmpty() ? header(problems) : options.columns();
        this.layer = look(problems);
    }

    @Override
    public SourceLayer layer() {
        return layer;
    }

    @Override
    public Stream<SourceFeature> features(long afterRow) {
        try {
            CsvRows rows = open(columns);
            if (options.columns().isEmpty()) {
                rows.record();
            }
            return FeatureStream.of(rows::next, rows, afterRow);
        } catch (IOException broken) {
            throw refused(broken);
        }
    }

    private CsvText text() throws IOException {
        return new CsvText(
                new InputStreamReader(SourceBytes.open(file.path(), options.limits()), encoding.charset()),
                options.limits().rowChars());
    }

    private CsvRows open(List<String> names) throws IOException {
        return new CsvRows(text(), dialect, names, options.geometry());
    }

    private SourceRefused refused(IOException broken) {
        return new SourceRefused(file.fileName() + " 无法读取：" + SourceBytes.words(broken), broken);
    }

    private List<String> header(List<SourceProblem> problems) {
        try (CsvRows rows = open(List.of())) {
            Optional<CSVRecord> header = rows.record();
            if (header.isEmpty()) {
                throw new SourceRefused(file.fileName() + " 是空文件");
            }
            return FieldNames.unique(header.get(), problems);
        } catch (IOException broken) {
            throw refused(broken);
        }
    }

    private SourceLayer look(List<SourceProblem> problems) {
        LayerScan scan = new LayerScan(options.scanRows());
        try (Stream<SourceFeature> rows = features(0)) {
            scan.read(rows);
        }
        scan.endProblem().ifPresent(problems::add);
        return new SourceLayer(
                file.name(),
                "CSV（" + dialect.words() + "）",
                DeclaredCrs.NONE,
                encoding,
                scan.geometryTypes(),
                columns.stream()
                        .map(name -> new SourceField(name, SourceField.Type.TEXT))
                        .toList(),
                scan.count(),
                problems);
    }
}
