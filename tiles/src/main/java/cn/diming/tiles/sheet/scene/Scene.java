package cn.diming.tiles.sheet.scene;

import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.ground.Border;
import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.style.Line;
import cn.diming.tiles.sheet.style.Rule;
import cn.diming.tiles.sheet.style.StyleBook;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The features of a view on the page, and the drawing of them. */
public final class Scene {

    /** The map layers that are read, bottom to top. */
    private static final List<String> LAYERS =
            List.of("ground", "water_line", "building", "road", "door_plate", "sign", "shop", "facility", "place");

    /** Areas that hide no road and are hidden by none, in the order they are drawn. */
    private static final List<String> ABOVE_ROADS = List.of("building", "mark");

    private static final double BEYOND = 6;
    private static final double BAND = 2.2;

    private final View view;
    private final Envelope clip;
    private final List<Drawn> drawn = new ArrayList<>();
    private final Optional<Geometry> outline;
    private final Optional<PreparedGeometry> inside;
    private final List<Geometry> villageLines = new ArrayList<>();
    private final List<Geometry> townLines = new ArrayList<>();

    public Scene(View view) {
        this.view = view;
        this.clip = view.frame().map().inset(-BEYOND).envelope();
        this.outline = view.territory()
                .flatMap(own -> PageShapes.areas(
                        view.frame().toPage(own.area()),
                        view.frame().map().inset(-12).envelope()));
        this.inside = view.territory().map(own -> PreparedGeometryFactory.prepare(own.area()));
        Envelope window = view.frame().ground(BEYOND);
        Set<Long> marked = view.marks().stream().map(GroundFeature::id).collect(Collectors.toSet());
        for (String layer : LAYERS) {
            view.ground().in(window, layer).stream()
                    .filter(one -> !(one.geometry() instanceof Puntal && marked.contains(one.id())))
                    .forEach(this::take);
        }
        view.marks().forEach(this::take);
        borders(window);
    }

    private void take(GroundFeature feature) {
        view.style()
                .ruleOf(feature.layer(), feature.properties(), view.styleScale(), view.profile())
                .ifPresent(rule -> onPage(feature, rule)
                        .ifPresent(page -> drawn.add(new Drawn(rule, feature, page, isOwn(feature)))));
    }

    private Optional<Geometry> onPage(GroundFeature feature, Rule rule) {
        Geometry page = view.frame().toPage(feature.geometry());
        if (rule.symbol().isPresent() || !(page instanceof Lineal || page instanceof Polygonal)) {
            Geometry point = page instanceof Polygonal ? page.getInteriorPoint() : page.getCentroid();
            return clip.covers(point.getCoordinate()) ? Optional.of(point) : Optional.empty();
        }
        if (page instanceof Polygonal) {
            return rule.line().isPresent() ? PageShapes.lines(page.getBoundary(), clip) : PageShapes.areas(page, clip);
        }
        return rule.area().isPresent() ? Optional.empty() : PageShapes.lines(page, clip);
    }

    /** By where it lies, lines by the division they are registered in, since they end at its border or run along it. */
    private boolean isOwn(GroundFeature feature) {
        if (view.territory().isEmpty() || feature.layer().equals("mark")) {
            return true;
        }
        Territory own = view.territory().get();
        if (feature.geometry() instanceof Lineal && !feature.division().isEmpty()) {
            return feature.division().startsWith(own.prefix())
                    || own.prefix().startsWith(stem(feature.division())) && meets(feature);
        }
        return feature.geometry() instanceof Lineal || feature.geometry() instanceof Polygonal
                ? meets(feature)
                : inside.orElseThrow().covers(feature.geometry());
    }

    private boolean meets(GroundFeature feature) {
        return inside.orElseThrow().intersects(feature.geometry());
    }

    /** A road registered in a town is a village's too where it runs through it. */
    private static String stem(String division) {
        return division.endsWith("000") && division.length() == 12 ? division.substring(0, 9) : division;
    }

    private void borders(Envelope window) {
        Set<LineSegment> own =
                view.territory().map(one -> Stretches.segments(one.area())).orElse(Set.of());
        String prefix = view.territory().map(Territory::prefix).orElse("");
        for (Border border : view.ground().borders(window)) {
            String id = border.level() == 5 ? "village-line" : "neighbour-border";
            Rule rule = view.style().rule(id);
            boolean within = border.codes().stream().anyMatch(code -> code.startsWith(prefix));
            if (rule.showsAt(view.styleScale(), view.profile())) {
                Stretches.without(border.line(), own)
                        .flatMap(rest -> PageShapes.lines(view.frame().toPage(rest), clip))
                        .ifPresent(line -> {
                            (border.level() == 5 ? villageLines : townLines).add(line);
                            drawn.add(new Drawn(rule, borderFeature(border), line, within));
                        });
            }
        }
        outline.ifPresent(area -> drawn.add(new Drawn(
                view.style().rule(StyleBook.OWN_BORDER),
                new GroundFeature(0, "own_border", area, Map.of()),
                area,
                true)));
    }

    private static GroundFeature borderFeature(Border border) {
        return new GroundFeature(0, "border", border.line(), Map.of("level", border.level()));
    }

    public View view() {
        return view;
    }

    public List<Drawn> drawn() {
        return List.copyOf(drawn);
    }

    /** The territory on the page. */
    public Optional<Geometry> outline() {
        return outline;
    }

    /** Rules that have drawn something that belongs to the territory and is seen, bottom to top: these the legend explains. */
    public List<Rule> rulesSeen() {
        Set<String> seen = new HashSet<>();
        Envelope map = view.frame().map().envelope();
        drawn.stream()
                .filter(one -> one.own() && one.page().getEnvelopeInternal().intersects(map))
                .forEach(one -> seen.add(one.rule().id()));
        return view.style().rules().stream()
                .filter(rule -> seen.contains(rule.id()))
                .toList();
    }

    /** Everything below the names. */
    public List<Op> drawing() {
        List<Op> ops = new ArrayList<>();
        Map<Rule, Path2D> areas = new LinkedHashMap<>();
        Map<Rule, Path2D> lines = new LinkedHashMap<>();
        Map<Rule, List<Drawn>> byRule = new HashMap<>();
        drawn.forEach(one ->
                byRule.computeIfAbsent(one.rule(), key -> new ArrayList<>()).add(one));
        for (Rule rule : view.style().rules()) {
            List<Drawn> features = byRule.getOrDefault(rule, List.of());
            if (features.isEmpty() || rule.layer().endsWith("border")) {
                continue;
            }
            Map<Rule, Path2D> kind = rule.area().isPresent() ? areas : lines;
            if (rule.area().isPresent() || rule.line().isPresent()) {
                Path2D path = kind.computeIfAbsent(rule, key -> new Path2D.Double(Path2D.WIND_EVEN_ODD));
                features.forEach(one -> PageShapes.add(one.page(), path));
            }
        }
        ops.add(new Op.Clip(view.frame().map().shape()));
        ops.add(new Op.Layer("地表"));
        areas.forEach((rule, path) -> {
            if (!ABOVE_ROADS.contains(rule.layer())) {
                area(rule, path, ops);
            }
        });
        ops.add(new Op.Layer("水系"));
        network(lines, "water_line", ops);
        ops.add(new Op.Layer("道路"));
        network(lines, "mark", ops);
        network(lines, "road", ops);
        ABOVE_ROADS.forEach(layer -> areas.forEach((rule, path) -> {
            if (rule.layer().equals(layer)) {
                area(rule, path, ops);
            }
        }));
        ops.add(new Op.Layer("境界"));
        stroke("village-line", villageLines, ops);
        ops.add(new Op.Layer("符号"));
        symbols(byRule, ops);
        ops.add(new Op.Layer("境界"));
        outline.ifPresent(area -> territory(area, ops));
        ops.add(new Op.Layer(""));
        ops.add(new Op.Unclip());
        return ops;
    }

    /** Overlapping features of one rule would cancel out under the even-odd rule, so each is filled by itself. */
    private void area(Rule rule, Path2D path, List<Op> ops) {
        var style = rule.area().orElseThrow();
        drawn.stream()
                .filter(one -> one.rule().equals(rule))
                .forEach(one -> ops.add(new Op.Fill(PageShapes.path(one.page()), style.ink())));
        style.outline().ifPresent(pen -> ops.add(new Op.Stroke(path, pen)));
    }

    private static void network(Map<Rule, Path2D> lines, String layer, List<Op> ops) {
        lines.forEach((rule, path) -> rule.line()
                .filter(line -> rule.layer().equals(layer))
                .flatMap(Line::casing)
                .ifPresent(pen -> ops.add(new Op.Stroke(path, pen))));
        lines.forEach((rule, path) -> rule.line()
                .filter(line -> rule.layer().equals(layer))
                .ifPresent(line -> ops.add(new Op.Stroke(path, line.core()))));
    }

    private void stroke(String ruleId, List<Geometry> lines, List<Op> ops) {
        Path2D path = new Path2D.Double();
        lines.forEach(line -> PageShapes.add(line, path));
        Pen pen = view.style().rule(ruleId).line().orElseThrow().core();
        if (!lines.isEmpty()) {
            ops.add(new Op.Stroke(path, pen));
        }
    }

    private void symbols(Map<Rule, List<Drawn>> byRule, List<Op> ops) {
        for (Rule rule : view.style().rules()) {
            rule.symbol()
                    .ifPresent(symbol -> byRule.getOrDefault(rule, List.of()).stream()
                            .sorted(Comparator.comparing(Drawn::own))
                            .forEach(one -> {
                                Coordinate at = one.page().getCoordinate();
                                ops.add(symbol.at(at.x, at.y));
                            }));
        }
    }

    /** Fades what lies outside, then the lines of neighbours, then the own border with its band outside. */
    private void territory(Geometry area, List<Op> ops) {
        Box map = view.frame().map();
        Path2D outside = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        outside.append(map.inset(-1).shape(), false);
        PageShapes.add(area, outside);
        ops.add(new Op.Fill(outside, Ink.WHITE.with(0.67)));
        stroke("neighbour-border", townLines, ops);
        Path2D border = PageShapes.path(area);
        ops.add(new Op.Clip(outside));
        ops.add(new Op.Stroke(
                border, Pen.of(2 * BAND, view.style().ink("border-band").with(0.59))));
        ops.add(new Op.Unclip());
        ops.add(new Op.Stroke(
                border,
                view.style().rule(StyleBook.OWN_BORDER).line().orElseThrow().core()));
    }
}
