package cn.diming.core.plate;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.db.Db;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.CheckLimits;
import cn.diming.core.numbering.NumberingProfile;
import cn.diming.core.numbering.NumberingProfiles;
import cn.diming.core.numbering.Plate;
import cn.diming.core.numbering.PlateChecks;
import cn.diming.core.numbering.PlateFinding;
import cn.diming.core.numbering.PlateProof;
import cn.diming.core.numbering.PlatedStreet;
import cn.diming.core.proof.SigningKey;
import cn.diming.core.record.Refused;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/** Runs the checks over the plates of a division as they stand, and proves that their numbers do not conflict. */
public final class PlateInspection {

    private static final double STREETS_WITHIN_METRES = 100;
    private static final String NOTHING = "所选范围内没有门牌";

    private final PlateStore store;
    private final PlateLifeStore life;
    private final NumberingProfiles profiles;
    private final Clock clock;

    public PlateInspection(Db db, NumberingProfiles profiles, Clock clock) {
        this.store = new PlateStore(db);
        this.life = new PlateLifeStore(db);
        this.profiles = profiles;
        this.clock = clock;
    }

    /** What was examined and what was found. */
    public record Report(int plates, int streets, List<PlateFinding> findings) {

        public Report {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What was examined and what was found.
     *
     * @param villages of the plates, by their ids
     * @param extent of the plates and of what may bear on them; empty where none has a place
     */
    record Inspected(int streets, Map<Long, String> villages, Optional<Bbox> extent, List<PlateFinding> findings) {}

    /**
     * Runs DP-01 to DP-20.
     *
     * @param profile empty = each street is judged as its own numbers show
     */
    public Report check(Actor actor, Selection selection, Optional<String> profile) {
        AccessPolicy.require(actor, Action.READ_STAFF, selection.divisionCode());
        Inspected inspected = inspect(selection, profile);
        if (inspected.villages.isEmpty()) {
            throw new Refused(List.of(NOTHING));
        }
        return new Report(inspected.villages.size(), inspected.streets, inspected.findings);
    }

    /** Plates of the same streets in other divisions are looked at too; what concerns them alone is not reported. */
    Inspected inspect(Selection selection, Optional<String> profile) {
        Scene scene = scene(selection);
        Map<Long, String> villages = new HashMap<>();
        scene.plates.forEach(plate -> villages.put(plate.id(), plate.villageCode()));
        List<Plate> all = Stream.concat(
                        scene.plates.stream(),
                        store
                                .platesOf(scene.streets.stream()
                                        .map(PlatedStreet::id)
                                        .toList())
                                .stream()
                                .filter(row -> row.status() != PlateStatus.REMOVED && !villages.containsKey(row.id()))
                                .map(row -> plate(row, Set.of(), Map.of())))
                .toList();
        Map<String, Geometry> outlines = new HashMap<>();
        store.outlines(selection.prefix()).forEach(outline -> outlines.put(outline.code(), outline.geometry()));
        List<PlateFinding> findings = new PlateChecks(profile.map(this::profile), scene.centre, limits(profile))
                .check(all, scene.streets, outlines).stream()
                        .filter(finding -> finding.plates().stream().anyMatch(villages::containsKey))
                        .toList();
        return new Inspected(scene.streets.size(), villages, scene.extent, findings);
    }

    /** The export and the signed report; see {@link PlateProof}. */
    public PlateProof prove(Actor actor, Selection selection, String profile, String title, SigningKey key) {
        AccessPolicy.require(actor, Action.READ_STAFF, selection.divisionCode());
        Scene scene = scene(selection);
        if (scene.plates.isEmpty()) {
            throw new Refused(List.of(NOTHING));
        }
        return PlateProof.of(
                new PlateProof.Subject(title, profile(profile), scene.centre, scene.plates, scene.streets),
                clock.instant(),
                key);
    }

    private CheckLimits limits(Optional<String> profile) {
        return profile.map(this::profile).orElseGet(profiles::usual).checks();
    }

    private NumberingProfile profile(String name) {
        return profiles.find(name).orElseThrow(() -> new Refused(List.of("没有名为“" + name + "”的编号方案")));
    }

    private record Scene(List<Plate> plates, List<PlatedStreet> streets, LonLat centre, Optional<Bbox> extent) {}

    private Scene scene(Selection selection) {
        List<PlateRow> rows = store.platesIn(selection.prefix()).stream()
                .filter(row -> row.status() != PlateStatus.REMOVED)
                .toList();
        Optional<Bbox> box = rows.stream()
                .flatMap(row -> row.position().stream())
                .map(Bbox::of)
                .reduce(Bbox::union)
                .map(there -> there.growMetres(STREETS_WITHIN_METRES));
        List<StreetRow> streets = box.map(store::streetsAround).orElse(List.of());
        Set<Long> replaced = store.everRenumbered(selection.prefix());
        Map<Long, Hanging> hung = life.hangings(selection.prefix());
        return new Scene(
                rows.stream().map(row -> plate(row, replaced, hung)).toList(),
                streets.stream().map(PlateInspection::street).toList(),
                store.centre(selection, streets),
                box);
    }

    private static PlatedStreet street(StreetRow row) {
        return new PlatedStreet(row.id(), row.name(), row.divisionCode(), row.formerNames(), row.line());
    }

    private static Plate plate(PlateRow row, Set<Long> replaced, Map<Long, Hanging> hung) {
        Optional<Hanging> hanging = Optional.ofNullable(hung.get(row.id()));
        return new Plate(
                row.id(),
                row.divisionCode(),
                row.street(),
                row.streetName(),
                row.numberText(),
                row.position().map(point -> LonLat.of(point.getCoordinate())),
                new Plate.Traits(
                        row.status() == PlateStatus.RESERVED,
                        row.temporary(),
                        row.usedAsProof(),
                        hanging.isPresent(),
                        row.building(),
                        row.unit(),
                        row.compound(),
                        row.mainOfCompound(),
                        hanging.map(there -> there.photoMetres(row)).orElse(OptionalDouble.empty()),
                        replaced.contains(row.id()) ? Optional.of(java.time.LocalDate.EPOCH) : Optional.empty()));
    }
}
