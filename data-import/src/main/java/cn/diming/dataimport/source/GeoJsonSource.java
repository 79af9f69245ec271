package cn.diming.dataimport.source;

import cn.diming.core.geo.Crs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.JsonNode;

/**
 * GeoJSON of any size: a collection, a feature, a geometry, one of these on each line or in a text sequence; also arrays
 * and lines of plain objects, whose nested values can be reached by paths.
 */
public final class GeoJsonSource implements FeatureSource {
    public static final SourceFormat FORMAT = new SourceFormat(
            "GeoJSON（.geojson .json，每行一条的 .geojsonl .ndjson .jsonl，可为 .gz）",
            List.of("geojson", "json", "geojsonl", "geojsons", "ndjson", "jsonl"),
            Set.of(),
            JsonShape::looksLike,
            GeoJsonSource::new);

    private final SourceFile file;
    private final SourceOptions options;
    private final TextEncoding encoding;
    private final JsonText.Shape shape;
    private final SourceLayer layer;
    private Optional<JsonNode> crs = Optional.empty();

    GeoJsonSource(SourceFile file, SourceOptions options) {
        this.file = file;
        this.options = options;
        byte[] head = SourceBytes.head(file.path(), JsonShape.HEAD, options.limits());
        if (CsvDialect.binary(head)) {
            throw new SourceRefused(file.fileName() + " 不是文本文件");
        }
        this.encoding = TextEncoding.of(file.path(), options.charset(), options.limits());
        this.shape = JsonShape.of(new String(head, encoding.charset()), file.main());
        this.layer = look();
    }

    @Override
    public SourceLayer layer() {
        return layer;
    }

    @Override
    public Stream<SourceFeature> features(long afterRow) {
        GeoJsonRows rows = open();
        return FeatureStream.of(() -> checked(rows), rows, afterRow);
    }

    /** A crs member that stands behind more features than were looked at on opening must not pass unseen. */
    private @Nullable SourceFeature checked(GeoJsonRows rows) throws IOException {
        boolean known = rows.crs().isEmpty() || rows.crs().equals(crs);
        SourceFeature next = rows.next();
        if (known && !rows.crs().isEmpty() && !rows.crs().equals(crs)) {
            return SourceFeature.broken(
                    next == null ? rows.count() + 1 : next.row(),
                    SourceProblem.file("文件末尾才声明坐标系 " + rows.crs().get() + "，与开头的判断不同，请在导入方案中指定坐标系"));
        }
        return next;
    }

    private GeoJsonRows open() {
        try {
            InputStreamReader text =
                    new InputStreamReader(SourceBytes.open(file.path(), options.limits()), encoding.charset());
            return new GeoJsonRows(new JsonText(text, shape, options.limits().rowChars()), shape, options);
        } catch (IOException broken) {
            throw new SourceRefused(file.fileName() + " 无法读取：" + SourceBytes.words(broken), broken);
        }
    }

    private SourceLayer look() {
        LayerScan scan = new LayerScan(options.scanRows());
        GeoJsonRows rows = open();
        try (Stream<SourceFeature> looked = FeatureStream.of(rows::next, rows, 0)) {
            scan.read(looked);
        }
        crs = rows.crs();
        List<SourceProblem> problems = new ArrayList<>(encoding.problems());
        scan.endProblem().ifPresent(problems::add);
        DeclaredCrs declared = declared(rows, scan.extent(), problems);
        return new SourceLayer(
                file.name(),
                shape.words(),
                declared,
                encoding,
                scan.geometryTypes(),
                scan.fields(),
                scan.count(),
                problems);
    }

    /** RFC 7946 §4: WGS 84 unless an older file says otherwise; but numbers beyond degrees are no degrees. */
    private DeclaredCrs declared(GeoJsonRows rows, Envelope extent, List<SourceProblem> problems) {
        if (crs.isPresent()) {
            String name = crs.get().path("properties").path("name").asString("");
            String text = name.isEmpty() ? crs.get().toString() : name;
            Optional<Crs> known = known(name);
            if (known.isEmpty()) {
                problems.add(SourceProblem.note("无法识别 crs 成员声明的坐标系 " + Words.quote(text)));
            }
            return new DeclaredCrs(known, DeclaredCrs.Basis.CRS_MEMBER, text);
        }
        if (!rows.sawGeometry()) {
            return DeclaredCrs.NONE;
        }
        if (!new Envelope(-180, 180, -90, 90).contains(extent)) {
            problems.add(SourceProblem.note("坐标超出经纬度的范围，不是 GeoJSON 标准规定的 WGS 84，请指定坐标系"));
            return DeclaredCrs.NONE;
        }
        return new DeclaredCrs(Optional.of(Crs.WGS84), DeclaredCrs.Basis.GEOJSON_RULE, "");
    }

    private static Optional<Crs> known(String name) {
        try {
            return Optional.of(Crs.parse(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
