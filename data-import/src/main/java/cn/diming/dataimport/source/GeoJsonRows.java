package cn.diming.dataimport.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

/** Rows of all the JSON texts of a file, numbered through. */
final class GeoJsonRows implements Closeable {
    private final JsonText texts;
    private final JsonText.Shape shape;
    private final SourceOptions options;
    private @Nullable GeoJsonReader reader;
    private Optional<JsonNode> crs = Optional.empty();
    private boolean sawGeometry;
    private long row;

    GeoJsonRows(JsonText texts, JsonText.Shape shape, SourceOptions options) {
        this.texts = texts;
        this.shape = shape;
        this.options = options;
    }

    /** The crs member passed so far. */
    Optional<JsonNode> crs() {
        return crs;
    }

    /** Whether a geometry came as GeoJSON, not from columns. */
    boolean sawGeometry() {
        return sawGeometry;
    }

    long count() {
        return row;
    }

    @Nullable
    SourceFeature next() throws IOException {
        while (true) {
            GeoJsonReader open = reader;
            if (open == null) {
                java.io.Reader text = texts.next();
                if (text == null) {
                    return null;
                }
                open = new GeoJsonReader(text, options.limits());
                reader = open;
            }
            try {
                GeoJsonReader.Row next = open.next();
                crs = open.crs().or(() -> crs);
                if (next != null) {
                    return feature(next);
                }
            } catch (JacksonIOException disk) {
                throw disk.getCause();
            } catch (JacksonException broken) {
                reader = null;
                return SourceFeature.broken(++row, problem(broken));
            }
            reader = null;
        }
    }

    private SourceFeature feature(GeoJsonReader.Row found) {
        row++;
        sawGeometry |= found.geometry().isPresent();
        Optional<Geometry> geometry = found.geometry()
                .or(() -> options.geometry().flatMap(where -> where.read(found.attributes(), found.problems())));
        return new SourceFeature(row, geometry, found.attributes(), found.problems());
    }

    private SourceProblem problem(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        String where = at == null
                ? "第 " + texts.startLine() + " 行"
                : "第 " + (texts.startLine() + at.getLineNr() - 1) + " 行第 " + at.getColumnNr() + " 列";
        String words = switch (broken) {
            case UnexpectedEndOfInputException cut -> where + "：JSON 在此中断，内容不完整";
            case StreamConstraintsException limit -> where + "：数值或文字过长，超出限制";
            default -> where + "：不是合法的 JSON";
        };
        return shape == JsonText.Shape.DOCUMENT ? SourceProblem.file(words + "，此后的内容未读取") : SourceProblem.row(words);
    }

    @Override
    public void close() throws IOException {
        texts.close();
    }
}
