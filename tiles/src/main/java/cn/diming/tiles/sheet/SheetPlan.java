package cn.diming.tiles.sheet;

import cn.diming.core.font.Lettering;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.GaussKruger;
import cn.diming.core.geo.Geometries;
import cn.diming.core.geo.LonLat;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.frame.Frame;
import cn.diming.tiles.sheet.frame.Layout;
import cn.diming.tiles.sheet.frame.ScaleLadder;
import cn.diming.tiles.sheet.ground.Ground;
import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.ground.GroundSnapshot;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.scene.View;
import cn.diming.tiles.sheet.style.StyleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * What a sheet shows at which scale.
 *
 * @param series what stands small beside the title
 */
record SheetPlan(String title, String series, Layout layout, View view, Optional<Territory> territory) {

    private static final int TOWN = 4;
    private static final int VILLAGE = 5;

    /** A village is shown as large as its houses allow within these; domain rule of 一村一图. */
    private static final int VILLAGE_LARGEST = 1000;

    private static final int VILLAGE_SMALLEST = 10_000;

    /** Of houses beyond this number the outermost hundredth does not decide the scale. */
    private static final int MANY_HOUSES = 50;

    /** What is seen around a place at least, and what is clear beside one that is large. */
    private static final double AROUND_METRES = 250;

    private static final double CLEAR_METRES = 60;

    static SheetPlan of(SheetSpec spec, GroundSnapshot snapshot, StyleBook style) {
        return switch (spec.subject()) {
            case SheetSubject.Division division -> division(spec, snapshot, style, division.code());
            case SheetSubject.Window window -> window(spec, snapshot, style, window.title(), window.box(), List.of());
            case SheetSubject.Situation situation -> situation(spec, snapshot, style, situation);
            case SheetSubject.Street street -> street(spec, snapshot, style, street);
        };
    }

    private static SheetPlan division(SheetSpec spec, GroundSnapshot snapshot, StyleBook style, String code) {
        Territory stored =
                snapshot.territory(code).orElseThrow(() -> new SheetRefused("没有代码为 " + code + " 的区划，或它还没有界线图形"));
        Ground ground = snapshot.in(zone(stored.area().getEnvelopeInternal()));
        Territory own = ground.territory(code).orElseThrow();
        Geometry focus = own.level() == VILLAGE ? houses(ground, own).orElse(own.area()) : own.area();
        Frame.Fit fit = fit(spec, focus.getEnvelopeInternal(), own.level() == VILLAGE);
        View view = new View(ground, style, spec.profile().styleName(), fit.frame(), Optional.of(own), List.of());
        String series = own.level() == VILLAGE ? "一村一图" : own.level() == TOWN ? "一镇一图" : "地名总览";
        String title = own.level() == VILLAGE
                ? ground.above(own).map(Territory::name).orElse("") + own.name() + "地名图"
                : own.name() + "地名图";
        return new SheetPlan(title, series, fit.layout(), view, Optional.of(own));
    }

    private static Frame.Fit fit(SheetSpec spec, Envelope focus, boolean village) {
        try {
            Frame.Fit fit = Frame.fit(spec.template(), focus, spec.scale());
            int denominator = fit.frame().denominator();
            int held = Math.clamp(denominator, VILLAGE_LARGEST, VILLAGE_SMALLEST);
            return village && spec.scale().isEmpty() && held != denominator
                    ? Frame.fit(spec.template(), focus, Optional.of(held))
                    : fit;
        } catch (IllegalArgumentException tooLarge) {
            throw new SheetRefused(String.valueOf(tooLarge.getMessage()), tooLarge);
        }
    }

    /** Around the houses of a village, without the few that stand far off. */
    private static Optional<Geometry> houses(Ground ground, Territory own) {
        PreparedGeometry area = PreparedGeometryFactory.prepare(own.area());
        List<Coordinate> all = ground.in(own.area().getEnvelopeInternal(), "building").stream()
                .filter(house -> area.intersects(house.geometry()))
                .map(house -> house.geometry().getEnvelopeInternal().centre())
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int cut = all.size() > MANY_HOUSES ? all.size() / 100 : 0;
        double[] xs = all.stream().mapToDouble(c -> c.x).sorted().toArray();
        double[] ys = all.stream().mapToDouble(c -> c.y).sorted().toArray();
        int last = all.size() - 1 - cut;
        Envelope box = new Envelope(xs[cut], xs[last], ys[cut], ys[last]);
        box.expandBy(25);
        return Optional.of(Geometries.FACTORY.toGeometry(box));
    }

    private static SheetPlan window(
            SheetSpec spec,
            GroundSnapshot snapshot,
            StyleBook style,
            String title,
            Bbox box,
            List<GroundFeature> marks) {
        Ground ground = snapshot.in(zone(box.toEnvelope()));
        Envelope metres = GroundSnapshot.projected(Geometries.FACTORY.toGeometry(box.toEnvelope()), ground.zone())
                .getEnvelopeInternal();
        Frame.Fit fit = fit(spec, metres, false);
        List<GroundFeature> projected = marks.stream()
                .map(mark -> new GroundFeature(
                        mark.id(),
                        mark.layer(),
                        GroundSnapshot.projected(mark.geometry(), ground.zone()),
                        mark.properties()))
                .toList();
        View view = new View(ground, style, spec.profile().styleName(), fit.frame(), Optional.empty(), projected);
        return new SheetPlan(title, "地名图", fit.layout(), view, Optional.empty());
    }

    private static SheetPlan situation(
            SheetSpec spec, GroundSnapshot snapshot, StyleBook style, SheetSubject.Situation situation) {
        Envelope all = new Envelope();
        List<GroundFeature> marks = new ArrayList<>();
        for (SheetSubject.Marked one : situation.marked()) {
            all.expandToInclude(one.shape().getEnvelopeInternal());
            marks.addAll(marks(one));
        }
        Bbox box = Bbox.of(all).growMetres(CLEAR_METRES).union(Bbox.around(LonLat.of(all.centre()), AROUND_METRES));
        return window(spec, snapshot, style, situation.title(), box, marks);
    }

    /** A pin with the name, and the shape below it when it has one. */
    private static List<GroundFeature> marks(SheetSubject.Marked one) {
        Geometry shape = one.shape();
        int dimension = shape.getDimension();
        Coordinate middle = dimension == 1
                ? new LengthIndexedLine(shape).extractPoint(shape.getLength() / 2)
                : LonLat.within(shape).toPoint().getCoordinate();
        GroundFeature pin = mark(
                one.id(), Geometries.FACTORY.createPoint(middle), Map.of("name", Lettering.printable(one.label())));
        return dimension == 0 ? List.of(pin) : List.of(shape(one.id(), shape), pin);
    }

    private static GroundFeature shape(long id, Geometry lonLat) {
        return mark(id, lonLat, Map.of("shape", lonLat.getDimension() == 1 ? "line" : "area"));
    }

    private static GroundFeature mark(long id, Geometry lonLat, Map<String, Object> properties) {
        return new GroundFeature(id, "mark", lonLat, properties);
    }

    private static SheetPlan street(
            SheetSpec spec, GroundSnapshot snapshot, StyleBook style, SheetSubject.Street street) {
        GroundFeature feature = snapshot.features().stream()
                .filter(one -> one.layer().equals("road") && one.id() == street.placeId())
                .findFirst()
                .orElseThrow(() -> new SheetRefused("没有编号为 " + street.placeId() + " 的街路巷，或它还没有图形"));
        Bbox around = Bbox.of(feature.geometry()).growMetres(40);
        return window(spec, snapshot, style, street.title(), around, List.of(shape(feature.id(), feature.geometry())));
    }

    private static GaussKruger zone(Envelope lonLat) {
        LonLat centre = LonLat.of(lonLat.centre());
        return GaussKruger.threeDegree(centre.lon());
    }

    /** Whether a second map belongs on the sheet: the whole village beside its houses. */
    boolean wantsWhole() {
        return territory.filter(own -> own.level() == VILLAGE).isPresent()
                && !view.frame().ground(-4).covers(territory.get().area().getEnvelopeInternal());
    }

    boolean isTown() {
        return territory.filter(own -> own.level() == TOWN).isPresent();
    }

    /** The frame of the whole territory in a box of the page. */
    Frame whole(Box box) {
        Envelope all = territory.orElseThrow().area().getEnvelopeInternal();
        return Frame.fit(box, all, 2.4, Optional.empty(), layout.enlargement());
    }

    /** A scale of the ladder so many times larger than the map's. */
    int larger(double times) {
        return ScaleLadder.atLeast(view.frame().denominator() / times);
    }
}
