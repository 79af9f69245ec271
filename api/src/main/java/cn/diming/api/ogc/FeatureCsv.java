package cn.diming.api.ogc;

import cn.diming.core.feature.Feature;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.record.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** Features as a table: number, properties and WKT; UTF-8 with a byte order mark, as spreadsheets want it. */
final class FeatureCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A cell that begins so could be taken for a formula by a spreadsheet. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final OgcCrs crs;
    private final Map<String, Field> fields;
    private final Set<String> shown;
    private final PrecisionModel precision;

    FeatureCsv(FeatureType type, OgcCrs crs, int decimals, Set<String> shown) {
        this.crs = crs;
        this.fields = FeatureProperties.fields(type);
        this.shown = shown;
        this.precision = new PrecisionModel(Math.pow(10, decimals));
    }

    byte[] table(List<Feature> features) {
        StringBuilder text = new StringBuilder(features.size() * 200);
        text.append(BYTE_ORDER_MARK).append("id");
        shown.forEach(name -> text.append(',').append(name));
        text.append(",geometry\r\n");
        for (Feature feature : features) {
            text.append(feature.id());
            for (String name : shown) {
                Optional<Field.Type> type =
                        Optional.ofNullable(fields.get(name)).map(Field::type);
                text.append(',')
                        .append(quoted(FeatureProperties.value(feature, name, type)
                                .map(Object::toString)
                                .orElse("")));
            }
            text.append(',')
                    .append(feature.geometry()
                            .map(this::wkt)
                            .map(FeatureCsv::quoted)
                            .orElse(""))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String wkt(Geometry geometry) {
        return new WKTWriter().write(GeometryPrecisionReducer.reducePointwise(crs.fromStored(geometry), precision));
    }

    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 && !cell.matches("-?[0-9.]+")
                ? "'" + cell
                : cell;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
