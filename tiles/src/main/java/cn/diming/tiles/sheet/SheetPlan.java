package cn.diming.tiles.sheet;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

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

    static SheetPlan of(SheetSpec spec, GroundSnapshot snapshot, StyleBook style) {
        return switch (spec.subject()) {
            case SheetSubject.Division division -> division(spec, snapshot, style, division.code());
            case SheetSubject.Window window -> window(spec, snapshot, style, window.title(), window.box(), List.of());
            case SheetSubject.Spot spot -> spot(spec, snapshot, style, spot);
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
        View view = new View(ground, style, spec.profile().styleName(), fit.frame(), Optional.empty(), marks);
        return new SheetPlan(title, "地名图", fit.layout(), view, Optional.empty());
    }

    private static SheetPlan spot(SheetSpec spec, GroundSnapshot snapshot, StyleBook style, SheetSubject.Spot spot) {
        GaussKruger zone = GaussKruger.threeDegree(spot.at().lon());
        Geometry point = GroundSnapshot.projected(spot.at().toPoint(), zone);
        GroundFeature mark = new GroundFeature(0, "mark", point, Map.of("name", spot.label()));
        return window(spec, snapshot, style, spot.title(), Bbox.around(spot.at(), 150), List.of(mark));
    }

    private static SheetPlan street(
            SheetSpec spec, GroundSnapshot snapshot, StyleBook style, SheetSubject.Street street) {
        GroundFeature feature = snapshot.features().stream()
                .filter(one -> one.layer().equals("road") && one.id() == street.placeId())
                .findFirst()
                .orElseThrow(() -> new SheetRefused("没有编号为 " + street.placeId() + " 的街路巷，或它还没有图形"));
        Bbox around = Bbox.of(feature.geometry()).growMetres(40);
        return window(spec, snapshot, style, street.title(), around, List.of());
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
