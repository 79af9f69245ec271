package cn.diming.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.document.Image.Drawing;
import cn.diming.core.document.Mark.Letters;
import cn.diming.core.paper.SketchMap.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SketchMapTest {

    private static final List<Feature> NEIGHBOURS = List.of(
            feature("田园路", "LINESTRING (113.446 22.9085, 113.4545 22.9092)"),
            feature("稳中路", "LINESTRING (113.4532 22.902, 113.4528 22.906, 113.4535 22.911)"),
            feature("市场街", "LINESTRING (113.4474 22.901, 113.4471 22.9075, 113.4468 22.911)"),
            feature(
                    "大稳涌",
                    "POLYGON ((113.44 22.9042, 113.47 22.9034, 113.47 22.9028, 113.44 22.9036, 113.44 22.9042))"),
            feature("大稳市场", "POINT (113.4477 22.9064)"),
            feature("大稳小学", "POINT (113.4505 22.9078)"));

    static Drawing sketch() {
        return SketchMap.draw(
                feature("和顺路", "LINESTRING (113.4472 22.9058, 113.449 22.906, 113.451 22.9056, 113.4529 22.9061)"),
                NEIGHBOURS);
    }

    private static Feature feature(String name, String wkt) {
        return new Feature(name, geometry(wkt));
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException bad) {
            throw new IllegalArgumentException(bad);
        }
    }

    @Test
    void theSketchNamesThePlaceItsNeighboursAndItsScale() {
        List<String> letters = sketch().marks().stream()
                .filter(Letters.class::isInstance)
                .map(mark -> ((Letters) mark).text())
                .toList();
        assertThat(letters).contains("和顺路", "田园路", "稳中路", "市场街", "大稳涌", "大稳市场", "大稳小学", "北", "100 米");
    }

    @Test
    void aPointIsShownWithAtLeastThreeHundredMetresAround() {
        assertThat(SketchMap.extent(geometry("POINT (113.45 22.9)"))
                        .toEnvelope()
                        .getWidth())
                .isGreaterThan(0.0029);
    }
}
