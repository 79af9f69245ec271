package cn.diming.core.collect;

import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.geo.ShiftedCoordinates;
import cn.diming.core.naming.Conflict;
import cn.diming.core.naming.EntityFacts;
import cn.diming.core.naming.Finding;
import cn.diming.core.naming.NameQuestion;
import cn.diming.core.naming.NameUse;
import cn.diming.core.naming.Relation;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/** What the register has already that a report may mean, and whether its position is one of a map platform. */
final class Likeness {

    private static final Set<Relation> NAMES = EnumSet.of(
            Relation.SAME_NAME,
            Relation.SAME_SOUND,
            Relation.NEAR_SOUND,
            Relation.SAME_SPECIFIC,
            Relation.SAME_CANTONESE,
            Relation.LOOK_ALIKE);
    private static final Set<Relation> SAME = EnumSet.of(Relation.SAME_NAME, Relation.SAME_SOUND);
    private static final int MOST = 12;
    /** A shift is half a kilometre at least; what is nearer than this may be a wide place. */
    private static final double FAR_FACTOR = 3;

    private static final Map<String, Consumer<double[]>> SHIFTS = new LinkedHashMap<>();

    static {
        SHIFTS.put("GCJ-02", ShiftedCoordinates::gcj02ToWgs84);
        SHIFTS.put("BD-09", ShiftedCoordinates::bd09ToWgs84);
    }

    private final FieldCollection.Setting core;

    Likeness(FieldCollection.Setting core) {
        this.core = core;
    }

    /** The nearest first. */
    List<SimilarName> similar(Actor actor, CollectedReport report) {
        Map<Long, SimilarName> found = new LinkedHashMap<>();
        CollectionRules rules = CollectionRules.of(core.profiles(), report.divisionCode());
        for (Conflict conflict : conflicts(report)) {
            boolean near = conflict.distanceMetres().isPresent()
                    && conflict.distanceMetres().getAsDouble() <= rules.likenessMetres();
            if (near && conflict.isOpenTo(actor) && conflict.placeId().isPresent()) {
                found.putIfAbsent(conflict.placeId().getAsLong(), similar(conflict));
            }
        }
        for (StoredRecord place :
                core.store().inBox(RecordKind.PLACE, Bbox.around(report.position(), rules.hereMetres()), MOST)) {
            if (Disclosure.maySee(actor, place)) {
                found.computeIfAbsent(place.id(), id -> here(report, place));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(name -> name.distanceMetres().orElse(Double.MAX_VALUE)))
                .limit(MOST)
                .toList();
    }

    private List<Conflict> conflicts(CollectedReport report) {
        Optional<String> name = report.written().or(report::spoken);
        if (name.isEmpty()) {
            return List.of();
        }
        NameQuestion question = new NameQuestion(
                name.get(),
                report.category().orElse(PlaceCategory.OTHER),
                Optional.empty(),
                Optional.of(report.position().toPoint()),
                Optional.of(report.divisionCode()),
                Optional.empty(),
                NameQuestion.Circumstances.NEW,
                EntityFacts.UNKNOWN);
        List<Conflict> conflicts = new ArrayList<>();
        for (Finding finding : core.nameChecks().check(question).findings()) {
            finding.conflicts().stream()
                    .filter(conflict -> NAMES.contains(conflict.relation()))
                    .forEach(conflicts::add);
        }
        return conflicts;
    }

    private static SimilarName similar(Conflict conflict) {
        return new SimilarName(
                conflict.placeId().orElseThrow(),
                conflict.name(),
                conflict.relation().title()
                        + (conflict.use() == NameUse.STANDARD
                                ? ""
                                : "（" + conflict.use().title() + "）"),
                conflict.category().title(),
                conflict.divisionCode().orElse(""),
                conflict.distanceMetres(),
                conflict.position().orElse(new LonLat(0, 0)));
    }

    private static SimilarName here(CollectedReport report, StoredRecord place) {
        return new SimilarName(
                place.id(),
                place.title(),
                "同一位置",
                place.text("category")
                        .flatMap(PlaceCategory::find)
                        .orElse(PlaceCategory.OTHER)
                        .title(),
                place.divisionCode().orElse(""),
                place.geometry().map(shape -> metres(report.position(), shape)).stream()
                        .mapToDouble(distance -> distance)
                        .findFirst(),
                place.position().orElse(report.position()));
    }

    /** Whether the position fits much better when it is read as one of a map platform. */
    Optional<ShiftHint> shift(CollectedReport report, Optional<Campaign> campaign) {
        double close =
                CollectionRules.of(core.profiles(), report.divisionCode()).shiftMetres();
        List<StoredRecord> known = known(report);
        for (Map.Entry<String, Consumer<double[]>> system : SHIFTS.entrySet()) {
            LonLat corrected = corrected(report.position(), system.getValue());
            for (StoredRecord place : known) {
                Geometry shape = place.geometry().orElseThrow();
                double now = metres(report.position(), shape);
                double then = metres(corrected, shape);
                if (now > close * FAR_FACTOR && then <= close) {
                    return Optional.of(new ShiftHint(
                            system.getKey(),
                            corrected,
                            "上报位置距“%s”%d 米；按 %s 反算后只差 %d 米，很可能用了地图平台的坐标"
                                    .formatted(place.title(), Math.round(now), system.getKey(), Math.round(then))));
                }
            }
        }
        return campaign.flatMap(found -> strayed(report, found));
    }

    /** What lies outside of the campaign's division, and inside when it is read as a shifted position. */
    private Optional<ShiftHint> strayed(CollectedReport report, Campaign campaign) {
        String prefix = Campaigns.prefix(campaign);
        if (isIn(report.position(), prefix)) {
            return Optional.empty();
        }
        return SHIFTS.entrySet().stream()
                .map(system -> new ShiftHint(
                        system.getKey(),
                        corrected(report.position(), system.getValue()),
                        "上报位置在采集范围之外；按 " + system.getKey() + " 反算后在范围之内，很可能用了地图平台的坐标"))
                .filter(hint -> isIn(hint.corrected(), prefix))
                .findFirst();
    }

    private boolean isIn(LonLat position, String prefix) {
        List<Division> chain = core.divisions().at(position);
        return !chain.isEmpty() && chain.getLast().code().digits().startsWith(prefix);
    }

    /** Records that the report means, as far as one can tell: the one it names, and those of the same name. */
    private List<StoredRecord> known(CollectedReport report) {
        List<OptionalLong> ids = new ArrayList<>(List.of(report.placeId()));
        conflicts(report).stream()
                .filter(conflict -> SAME.contains(conflict.relation()))
                .map(Conflict::placeId)
                .forEach(ids::add);
        return ids.stream()
                .flatMap(id -> id.stream().boxed())
                .distinct()
                .flatMap(id -> core.store().find(RecordKind.PLACE, id).stream())
                .filter(place ->
                        place.geometry().filter(shape -> !shape.isEmpty()).isPresent())
                .toList();
    }

    private static LonLat corrected(LonLat position, Consumer<double[]> inverse) {
        double[] xy = {position.lon(), position.lat()};
        inverse.accept(xy);
        return new LonLat(xy[0], xy[1]);
    }

    private static double metres(LonLat from, Geometry to) {
        return Ellipsoid.distanceMetres(from, LonLat.of(DistanceOp.nearestPoints(to, from.toPoint())[0]));
    }
}
