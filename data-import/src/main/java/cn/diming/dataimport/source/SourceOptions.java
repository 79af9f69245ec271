package cn.diming.dataimport.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * What a person or a plan knows about a file that the file does not say.
 *
 * @param geometry where a table without geometry keeps its position
 * @param charset of the texts, against what the file seems to say
 * @param columns names for a text table that has no header row; empty where the first row is the header
 * @param scanRows how many rows may be read on opening to learn fields and geometry types of formats without header
 */
public record SourceOptions(
        Optional<GeometryColumns> geometry,
        Optional<Charset> charset,
        List<String> columns,
        int scanRows,
        SourceLimits limits) {
    public static final SourceOptions STANDARD =
            new SourceOptions(Optional.empty(), Optional.empty(), List.of(), 50_000, SourceLimits.STANDARD);

    public SourceOptions {
        columns = List.copyOf(columns);
    }

    public SourceOptions withGeometry(GeometryColumns where) {
        return new SourceOptions(Optional.of(where), charset, columns, scanRows, limits);
    }

    public SourceOptions withCharset(Charset known) {
        return new SourceOptions(geometry, Optional.of(known), columns, scanRows, limits);
    }

    public SourceOptions withColumns(List<String> names) {
        return new SourceOptions(geometry, charset, names, scanRows, limits);
    }

    public SourceOptions withScanRows(int rows) {
        return new SourceOptions(geometry, charset, columns, rows, limits);
    }

    public SourceOptions withLimits(SourceLimits other) {
        return new SourceOptions(geometry, charset, columns, scanRows, other);
    }
}
