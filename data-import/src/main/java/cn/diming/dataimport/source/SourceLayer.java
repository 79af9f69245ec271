package cn.diming.dataimport.source;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a layer says about itself before its rows are read.
 *
 * @param name the file's name without ending; unique within the opened file
 * @param format for people, for example 「Shapefile」
 * @param crs the reference system it declares, and where
 * @param encoding of its texts, and how that was found
 * @param geometryTypes OGC names such as Polygon, seen in the header or in the first rows; empty for a table without geometry
 * @param fields in the file's order; where a format has no header, those seen in the first rows
 * @param featureCount where the file tells it or was read to the end while looking
 * @param problems concerning the file as a whole
 */
public record SourceLayer(
        String name,
        String format,
        DeclaredCrs crs,
        TextEncoding encoding,
        SortedSet<String> geometryTypes,
        List<SourceField> fields,
        OptionalLong featureCount,
        List<SourceProblem> problems) {

    public SourceLayer {
        geometryTypes = Collections.unmodifiableSortedSet(new TreeSet<>(geometryTypes));
        fields = List.copyOf(fields);
        problems = List.copyOf(problems);
    }

    public List<String> fieldNames() {
        return fields.stream().map(SourceField::name).toList();
    }
}
