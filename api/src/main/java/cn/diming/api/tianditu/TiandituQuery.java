package cn.diming.api.tianditu;

import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.search.SearchFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in {@code ds} or {@code postStr}; people write it with single quotes, too. */
final class TiandituQuery {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .build();
    private static final String CHINA = "156";
    private static final int MOST_CORNERS = 1000;

    private final JsonNode json;

    private TiandituQuery(JsonNode json) {
        this.json = json;
    }

    /** @throws TiandituRefused for what is no JSON object */
    static TiandituQuery parse(String text) {
        try {
            JsonNode json = LENIENT.readTree(text);
            if (json.isObject()) {
                return new TiandituQuery(json);
            }
        } catch (JacksonException broken) {
            throw new TiandituRefused("参数不是合法的 JSON", broken);
        }
        throw new TiandituRefused("参数不是合法的 JSON", null);
    }

    Optional<String> text(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() || value.isContainer()
                ? Optional.empty()
                : Optional.of(value.asString().strip()).filter(text -> !text.isEmpty());
    }

    String keyWord() {
        return text("keyWord").orElseThrow(() -> new TiandituRefused("缺少 keyWord", null));
    }

    int whole(String name, int usual) {
        return text(name).map(text -> (int) number(text)).orElse(usual);
    }

    LonLat point() {
        return at(
                number(text("lon").orElseThrow(() -> new TiandituRefused("缺少 lon", null))),
                number(text("lat").orElseThrow(() -> new TiandituRefused("缺少 lat", null))));
    }

    Optional<LonLat> pointLonLat() {
        return text("pointLonlat").map(text -> {
            List<Double> xy = numbers(text);
            if (xy.size() != 2) {
                throw new TiandituRefused("pointLonlat 应为 经度,纬度", null);
            }
            return at(xy.get(0), xy.get(1));
        });
    }

    Optional<Bbox> mapBound() {
        return text("mapBound").map(text -> {
            List<Double> box = numbers(text);
            if (box.size() != 4) {
                throw new TiandituRefused("mapBound 应为 西,南,东,北", null);
            }
            try {
                return new Bbox(box.get(0), box.get(1), box.get(2), box.get(3));
            } catch (BadCoordinateException wrong) {
                throw new TiandituRefused("mapBound 超出范围", wrong);
            }
        });
    }

    /** A division ({@code specify}: 156 and six digits), a polygon, data types. */
    SearchFilter filter() {
        SearchFilter filter = SearchFilter.NONE;
        Optional<String> division = text("specify")
                .map(code -> code.startsWith(CHINA) && code.length() > 6 ? code.substring(CHINA.length()) : code)
                .filter(code -> code.matches("\\d{2,12}"))
                .map(code -> code.replaceFirst("(?:00)+$", ""));
        filter = division.isPresent() ? filter.inDivision(division.get()) : filter;
        Optional<Geometry> area = text("polygon").map(TiandituQuery::polygon);
        filter = area.isPresent() ? filter.within(area.get()) : filter;
        Set<String> types = text("dataTypes").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
        return types.isEmpty() ? filter : filter.onlyClasses(types);
    }

    private static Geometry polygon(String text) {
        List<Double> numbers = numbers(text);
        if (numbers.size() < 6 || numbers.size() % 2 != 0 || numbers.size() > 2 * MOST_CORNERS) {
            throw new TiandituRefused("polygon 应为 经度,纬度,经度,纬度 …", null);
        }
        Coordinate[] ring = new Coordinate[numbers.size() / 2 + 1];
        for (int i = 0; i < ring.length - 1; i++) {
            LonLat corner = at(numbers.get(2 * i), numbers.get(2 * i + 1));
            ring[i] = new Coordinate(corner.lon(), corner.lat());
        }
        ring[ring.length - 1] = ring[0];
        Geometry polygon = new GeometryFactory().createPolygon(ring);
        if (!polygon.isValid()) {
            throw new TiandituRefused("polygon 的边界自相交", null);
        }
        return polygon;
    }

    private static LonLat at(double lon, double lat) {
        try {
            return new LonLat(lon, lat);
        } catch (BadCoordinateException wrong) {
            throw new TiandituRefused("坐标超出范围", wrong);
        }
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(",", -1)).map(TiandituQuery::number).toList();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException wrong) {
            throw new TiandituRefused("不是数：" + text, wrong);
        }
    }
}
