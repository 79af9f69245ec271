package cn.diming.tiles.sheet.scene;

import cn.diming.core.font.Typeface;
import cn.diming.core.geo.Geometries;
import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.label.Obstacles;
import cn.diming.tiles.sheet.style.LabelStyle;
import cn.diming.tiles.sheet.style.LabelStyle.Placing;
import cn.diming.tiles.sheet.style.Rule;
import cn.diming.tiles.sheet.style.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The names that a scene wants, and what they must keep clear of. */
public final class SceneNames {

    /** Rules whose names are written outside of the territory, too. */
    private static final Set<String> THROUGH = Set.of("motorway", "trunk-road", "river");

    /** Rule of the names of neighbouring divisions. */
    public static final String NEIGHBOUR = "neighbour";

    private static final double SMALLEST_NEIGHBOUR = 120;

    private final Scene scene;
    private final Box map;

    public SceneNames(Scene scene) {
        this.scene = scene;
        this.map = scene.view().frame().map();
    }

    /** @param neighbours whether the divisions around are named */
    public List<NameToPlace> all(boolean neighbours) {
        List<NameToPlace> names = new ArrayList<>();
        Map<String, List<Drawn>> lines = new LinkedHashMap<>();
        for (Drawn one : scene.drawn()) {
            Optional<LabelStyle> style = one.rule().label();
            boolean named = style.isPresent()
                    && one.feature().text(style.get().field()).isPresent()
                    && (one.own() || THROUGH.contains(one.rule().id()));
            if (named && one.page() instanceof Lineal) {
                String key = one.rule().id() + "/" + one.feature().name().orElse("") + "/" + one.own();
                lines.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
            } else if (named && one.page().getEnvelopeInternal().intersects(map.envelope())) {
                names.add(name(one, 0, one.page(), style.get()));
            }
        }
        lines.values().forEach(parts -> along(parts, names));
        if (neighbours) {
            neighbours(names);
        }
        return names;
    }

    private NameToPlace name(Drawn one, int key, Geometry anchor, LabelStyle style) {
        double clearance = one.rule()
                .symbol()
                .map(symbol -> symbol.radius())
                .orElseGet(() -> one.rule().line().map(line -> line.width() / 2).orElse(0.0));
        double weight = style.weight() * (one.own() ? 1 : 0.3) * (key > 0 ? 0.3 : 1);
        return new NameToPlace(
                one.feature().id(),
                key,
                one.rule().id(),
                style,
                one.feature().text(style.field()).orElseThrow(),
                style.below().flatMap(field -> one.feature().text(field)),
                anchor,
                clearance,
                style.placing() == Placing.UPON ? houseAngle(one) : 0,
                weight,
                Optional.empty());
    }

    /** The pieces of a road are one line to its name; a long line bears it several times. */
    private void along(List<Drawn> parts, List<NameToPlace> names) {
        LineMerger merger = new LineMerger();
        parts.forEach(one -> merger.add(one.page()));
        Drawn first = parts.getFirst();
        LabelStyle style = first.rule().label().orElseThrow();
        @SuppressWarnings("unchecked")
        Collection<LineString> merged = merger.getMergedLineStrings();
        List<LineString> within = merged.stream()
                .flatMap(line -> PageShapes.lines(line, map.inset(0.5).envelope()).stream())
                .flatMap(line -> lineStrings(line).stream())
                .sorted((a, b) -> Double.compare(b.getLength(), a.getLength()))
                .toList();
        if (within.isEmpty()) {
            return;
        }
        double whole = within.stream().mapToDouble(Geometry::getLength).sum();
        if (style.repeat() == 0 || whole < 1.5 * style.repeat()) {
            names.add(name(first, 0, Geometries.FACTORY.buildGeometry(within), style));
            return;
        }
        int key = 0;
        for (LineString line : within) {
            int pieces = (int) Math.max(1, Math.round(line.getLength() / style.repeat()));
            for (int i = 0; i < pieces; i++) {
                Geometry piece = new LengthIndexedLine(line)
                        .extractLine(line.getLength() * i / pieces, line.getLength() * (i + 1) / pieces);
                names.add(name(first, key++, piece, style));
            }
        }
    }

    private static List<LineString> lineStrings(Geometry lines) {
        List<LineString> all = new ArrayList<>();
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            all.add((LineString) lines.getGeometryN(i));
        }
        return all;
    }

    /** A number lies along the longer side of its house, as far as it can be read without turning the sheet. */
    private double houseAngle(Drawn plate) {
        Coordinate at = plate.page().getCoordinate();
        Envelope around = new Envelope(at);
        return scene.drawn().stream()
                .filter(one -> one.rule().layer().equals("building")
                        && one.page().getEnvelopeInternal().contains(around))
                .findFirst()
                .map(house -> angle(house.page().getCoordinates()))
                .orElse(0.0);
    }

    private static double angle(Coordinate[] ring) {
        double longest = 0;
        double angle = 0;
        for (int i = 1; i < ring.length; i++) {
            double length = ring[i].distance(ring[i - 1]);
            if (length > longest + 0.01) {
                longest = length;
                angle = Math.atan2(ring[i].y - ring[i - 1].y, ring[i].x - ring[i - 1].x);
            }
        }
        while (angle > Math.PI / 4 + 0.01) {
            angle -= Math.PI / 2;
        }
        while (angle < -Math.PI / 4 - 0.01) {
            angle += Math.PI / 2;
        }
        return angle;
    }

    private void neighbours(List<NameToPlace> names) {
        View view = scene.view();
        view.territory().ifPresent(own -> {
            for (Territory other : view.ground().beside(own, view.frame().ground(0))) {
                visible(other).ifPresent(part -> names.add(neighbour(other, part)));
            }
            if (own.level() < 4) {
                view.ground()
                        .within(own)
                        .forEach(town -> visible(town).ifPresent(part -> names.add(neighbour(town, part))));
            }
        });
    }

    /** What of a neighbour is seen, in page mm; cut on the ground, where its outline is sound. */
    private Optional<Geometry> visible(Territory other) {
        Geometry window = Geometries.FACTORY.toGeometry(scene.view().frame().ground(-1));
        Geometry part =
                OverlayNGRobust.overlay(Geometries.flat(other.area(), Geometries.SRID), window, OverlayNG.INTERSECTION);
        return Optional.of(scene.view().frame().toPage(part))
                .filter(seen -> seen.getArea() >= SMALLEST_NEIGHBOUR)
                .map(SceneNames::largest);
    }

    private static Geometry largest(Geometry parts) {
        Geometry largest = parts.getGeometryN(0);
        for (int i = 1; i < parts.getNumGeometries(); i++) {
            largest = parts.getGeometryN(i).getArea() > largest.getArea() ? parts.getGeometryN(i) : largest;
        }
        return largest;
    }

    private static NameToPlace neighbour(Territory other, Geometry part) {
        boolean large = other.level() < 5;
        LabelStyle style = new LabelStyle(
                "name",
                Optional.empty(),
                FontStyle.of(Typeface.SONG, large ? 15 : 11),
                Ink.of("#666666"),
                new Op.Halo(0.45, Ink.WHITE.with(0.88)),
                Placing.WITHIN,
                50,
                0,
                large ? 2.5 : 1.5,
                part.getArea() >= 250 ? 1 : 0,
                false);
        return new NameToPlace(
                other.id(),
                0,
                NEIGHBOUR,
                style,
                other.name(),
                Optional.empty(),
                part,
                0,
                0,
                part.getArea() >= 250 ? 90 : 40,
                Optional.empty());
    }

    /** What names keep clear of; more may be reserved before it is closed. */
    public Obstacles obstacles() {
        Obstacles obstacles = new Obstacles(map.inset(0.6));
        for (Drawn one : scene.drawn()) {
            Rule rule = one.rule();
            if (rule.symbol().isPresent()) {
                Coordinate at = one.page().getCoordinate();
                Symbol symbol = rule.symbol().get();
                if (one.own()) {
                    obstacles.symbol(
                            one.feature().id(),
                            rule.id(),
                            at.x,
                            at.y - symbol.rise(),
                            symbol.radius(),
                            rule.label().map(LabelStyle::weight).orElse(1.0));
                }
            } else if (rule.id().equals("own-border")) {
                obstacles.line(one.page(), 1, 0.5);
            } else if (rule.line().isPresent()) {
                obstacles.line(one.page(), rule.line().get().width(), cost(rule));
            }
        }
        return obstacles;
    }

    private static double cost(Rule rule) {
        return switch (rule.id()) {
            case "motorway", "trunk-road", "neighbour-border" -> 0.22;
            case "county-road", "river" -> 0.14;
            default -> 0.05;
        };
    }

    /**
     * The features that a map ought to name, by rule: every one of its own that has a name. A map of a mere window cuts things off
     * at its edge and need not name what has hardly come into view.
     */
    public Map<String, Set<String>> wanted() {
        double edge = scene.view().territory().isPresent() ? 0.6 : 8;
        Geometry seen = Geometries.FACTORY.toGeometry(map.inset(edge).envelope());
        return scene.drawn().stream()
                .filter(one -> one.own() && one.rule().label().isPresent())
                .filter(one -> seen.intersects(one.page()))
                .filter(one ->
                        one.feature().text(one.rule().label().get().field()).isPresent())
                .collect(Collectors.groupingBy(
                        one -> one.rule().id(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                one -> one.feature()
                                        .text(one.rule().label().get().field())
                                        .orElseThrow(),
                                Collectors.toSet())));
    }
}
