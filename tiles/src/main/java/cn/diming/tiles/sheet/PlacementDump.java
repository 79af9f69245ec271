package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.frame.Frame;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.label.PlacedName;
import cn.diming.tiles.sheet.label.Turned;
import cn.diming.tiles.sheet.style.LabelStyle.Placing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where each name of a sheet stands, in words that another program can judge: one polygon a letter for names along lines, in
 * metres of the sheet's projection. Names of an inset lie where the inset lies on the paper, those on the back to the right of it.
 */
public final class PlacementDump {

    /** The layer of names beside points, as the judge knows it. */
    private static final String POINTS = "地名与设施";

    public static Map<String, Object> of(Sheet sheet) {
        Frame frame = sheet.main().frame();
        Box map = frame.map();
        Coordinate low = frame.toGround(map.x(), map.bottom());
        Coordinate high = frame.toGround(map.right(), map.y());
        List<Map<String, Object>> labels = new ArrayList<>();
        for (LabelledMap one : sheet.maps()) {
            double right = one.page() * sheet.layout().width();
            one.placed().forEach(placed -> labels.addAll(labels(placed, frame, right)));
        }
        sheet.unplaced().forEach(name -> labels.add(label(name, true, "")));
        Map<String, Object> dump = new LinkedHashMap<>();
        dump.put("extent", List.of(low.x, low.y, high.x, high.y));
        dump.put("scale", frame.denominator());
        double k = sheet.layout().enlargement();
        dump.put("frame", List.of(map.x() * k, map.y() * k, map.width() * k, map.height() * k));
        dump.put("cell", sheet.grid().cell() * k);
        dump.put("key", sheet.keyed());
        dump.put("index", sheet.indexed());
        dump.put("legend", sheet.legend());
        dump.put("labels", labels);
        return dump;
    }

    private static List<Map<String, Object>> labels(PlacedName placed, Frame frame, double right) {
        return placed.room().stream()
                .map(room -> label(placed.name(), false, wkt(room, frame, right)))
                .toList();
    }

    private static Map<String, Object> label(NameToPlace name, boolean unplaced, String wkt) {
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("text", name.whole());
        label.put("layer", name.style().placing() == Placing.BESIDE ? POINTS : name.rule());
        label.put("fid", name.feature());
        label.put("unplaced", unplaced);
        label.put("wkt", wkt);
        return label;
    }

    private static String wkt(Turned room, Frame frame, double right) {
        return "POLYGON (("
                + Stream.of(room.ring())
                        .map(corner -> frame.toGround(corner.x + right, corner.y))
                        .map(corner -> "%.2f %.2f".formatted(corner.x, corner.y))
                        .collect(Collectors.joining(", "))
                + "))";
    }

    private PlacementDump() {}
}
