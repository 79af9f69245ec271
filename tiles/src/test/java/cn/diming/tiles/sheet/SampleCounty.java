package cn.diming.tiles.sheet;

import cn.diming.core.geo.Geometries;
import cn.diming.tiles.sheet.frame.SheetTemplates;
import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.ground.Territory;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A made-up county of four towns in a square, each with four villages; names of rare characters, a dense centre, roads, waters and
 * numbered houses. The same each time.
 *
 * <pre>
 *   东坝镇 | 西塘镇
 *   -------+-------
 *   南𪣻镇 | 北埗镇
 * </pre>
 */
final class SampleCounty {

    static final String TOWN = "349901100000";
    static final String VILLAGE = "349901100200";

    private static final double LON = 117.60;
    private static final double LAT = 30.60;
    /** Some 6.7 km. */
    private static final double SIDE = 0.06;

    private static final String[] TOWNS = {"东坝镇", "西塘镇", "南𪣻镇", "北埗镇"};
    private static final String SPECIFIC = "青白石柳安福永兴大小上下前后中龙凤金银红黄双三七九";
    private static final String GENERIC = "湾坪岗塘桥沟坝岭寨店铺埠圩垸";

    private final List<Territory> territories = new ArrayList<>();
    private final List<GroundFeature> features = new ArrayList<>();
    private final Random random = new Random(7);
    private long next = 1;

    static GroundSnapshot snapshot() {
        return snapshot(new SampleCounty().built());
    }

    static GroundSnapshot snapshot(SampleCounty county) {
        return new GroundSnapshot(county.territories, county.features, LocalDate.of(2026, 6, 1));
    }

    static SheetSpec spec(String code, String template) {
        return new SheetSpec(
                new SheetSubject.Division(code),
                SheetTemplates.bundled().find(template).orElseThrow(),
                SheetProfile.PUBLIC,
                new Imprint(
                        Optional.of("皖S（2026）001号"),
                        1,
                        4,
                        "云溪县民政局",
                        Optional.of(URI.create("https://diming.example.gov.cn/p/" + code))),
                Optional.empty(),
                List.of());
    }

    SampleCounty built() {
        territories.add(new Territory(next++, "349901000000", "云溪县", 3, square(0, 0, 2), Map.of()));
        for (int t = 0; t < 4; t++) {
            town(t);
        }
        return this;
    }

    private void town(int t) {
        double x = t % 2;
        double y = 1 - t / 2;
        String code = "349901%03d".formatted(100 + t);
        territories.add(new Territory(next++, code + "000", TOWNS[t], 4, square(x, y, 1), Map.of()));
        for (int v = 0; v < 4; v++) {
            village(code, v, x + 0.5 * (v % 2), y + 0.5 * (v / 2));
        }
        point("facility", code + "200", TOWNS[t] + "人民政府", "乡镇政府", x + 0.5, y + 0.52);
        String stem = TOWNS[t].substring(0, TOWNS[t].length() - 1);
        centre(code, stem, x, y);
        line(
                "road",
                code + "000",
                "G%d国道".formatted(200 + t),
                "primary",
                x,
                y + 0.3,
                x + 0.4,
                y + 0.45,
                x + 1,
                y + 0.4);
        line("water_line", code + "000", name() + "河", "river", x, y + 0.8, x + 0.5, y + 0.7, x + 1, y + 0.85);
        line("road", code + "000", "X07%d县道".formatted(t), "secondary", x + 0.5, y, x + 0.48, y + 0.5, x + 0.55, y + 1);
        features.add(new GroundFeature(
                next++, "ground", square(x + 0.2, y + 0.1, 0.18), Map.of("class", "water", "name", name() + "水库")));
        features.add(new GroundFeature(next++, "ground", square(x + 0.6, y + 0.6, 0.3), Map.of("class", "wood")));
        features.add(new GroundFeature(next++, "ground", square(x + 0.42, y + 0.44, 0.16), Map.of("class", "built")));
    }

    /** A grid of streets and offices closer than names are wide. */
    private void centre(String code, String stem, double x, double y) {
        String[] classes = {"学校", "医院", "派出所", "邮政", "集贸市场", "公交站", "银行", "单位", "工厂"};
        String[] names = {"中心小学", "中心卫生院", "派出所", "邮政支局", "农贸市场", "汽车站", "农村信用社", "便民服务中心", "水泥厂"};
        for (int i = 0; i < classes.length; i++) {
            point(
                    "facility",
                    code + "200",
                    stem + names[i],
                    classes[i],
                    x + 0.46 + 0.03 * (i % 3),
                    y + 0.46 + 0.03 * (i / 3));
        }
        for (int i = 0; i < 6; i++) {
            double at = 0.43 + 0.026 * i;
            line("road", code + "000", name() + "街", "street", x + 0.42, y + at, x + 0.58, y + at + 0.01);
            line("road", code + "000", name() + "巷", "lane", x + at, y + 0.42, x + at + 0.01, y + 0.58);
        }
    }

    private void village(String town, int v, double x, double y) {
        String code = town + (200 + v);
        String name = name();
        territories.add(new Territory(
                next++, code, name + "村", 5, square(x, y, 0.5), Map.of("households", 300L, "population", 1200L)));
        point("facility", code, name + "村委会", "村（居）委会", x + 0.25, y + 0.3);
        for (int h = 0; h < 6; h++) {
            point(
                    "place",
                    code,
                    name(),
                    "natural_village",
                    x + 0.06 + 0.4 * random.nextDouble(),
                    y + 0.05 + 0.4 * random.nextDouble());
        }
        point("shop", code, name() + "超市", "商店", x + 0.2, y + 0.28);
        line("road", code, name + "路", "tertiary", x + 0.2, y + 0.25, x + 0.3, y + 0.25);
        for (int house = 0; house < 12; house++) {
            double hx = x + 0.2 + 0.008 * house;
            double hy = y + 0.252 + 0.004 * (house % 2);
            features.add(new GroundFeature(next++, "building", square(hx, hy, 0.0025), Map.of()));
            features.add(new GroundFeature(
                    next++,
                    "door_plate",
                    Geometries.FACTORY.createPoint(at(hx + 0.00125, hy + 0.00125)),
                    Map.of("text", (house + 1) + "号", "division", code)));
        }
    }

    void add(GroundFeature feature) {
        features.add(feature);
    }

    void point(String layer, String division, String name, String type, double x, double y) {
        Map<String, Object> properties = new HashMap<>(Map.of("name", name, "class", type));
        properties.put("division", division);
        features.add(new GroundFeature(next++, layer, Geometries.FACTORY.createPoint(at(x, y)), properties));
    }

    private void line(String layer, String division, String name, String type, double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = at(xy[2 * i], xy[2 * i + 1]);
        }
        Geometry line = Geometries.FACTORY.createLineString(points);
        Map<String, Object> properties = new HashMap<>(Map.of("name", name, "class", type, "cls", type));
        properties.put("division", division);
        if (division.endsWith("000")) {
            features.add(new GroundFeature(next++, layer, line, properties));
        } else {
            properties.remove("cls");
            features.add(new GroundFeature(next++, layer, line, properties));
        }
    }

    private String name() {
        return letter(SPECIFIC) + letter(SPECIFIC) + letter(GENERIC);
    }

    private String letter(String letters) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }

    /** In units of a town's side, from the lower left corner of the county. */
    static Coordinate at(double x, double y) {
        return new Coordinate(LON + x * SIDE, LAT + y * SIDE);
    }

    static Polygon square(double x, double y, double side) {
        return Geometries.FACTORY.createPolygon(
                new Coordinate[] {at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side), at(x, y)});
    }
}
