package cn.diming.core.village;

import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.history.ProtectionFilter;
import cn.diming.core.history.ProtectionList;
import cn.diming.core.record.FacilityClasses;
import cn.diming.core.record.FacilityClasses.FacilityClass;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/** Puts together what everybody may know of a village. */
public final class Villages {

    /** More than a village has; a page shows no more. */
    private static final int MOST = 600;

    private static final int COUNTY_DIGITS = 6;
    private static final int LISTED = 50;

    private final DivisionTree divisions;
    private final RecordStore records;
    private final ProtectionList protection;
    private final VillageStore store;
    private final LocalEntries entries;

    public Villages(Db db, DivisionTree divisions, RecordStore records, Records edits, ProtectionList protection) {
        this.divisions = divisions;
        this.records = records;
        this.protection = protection;
        this.store = new VillageStore(db, records);
        this.entries = new LocalEntries(edits, store);
    }

    public LocalEntries entries() {
        return entries;
    }

    /** A village and how many entries of 地名+ tell of it. */
    public record Told(Division village, long entries) {}

    /** The current divisions directly below one, and how much there is to read in each. */
    public List<Told> below(String code) {
        Division parent = current(code);
        Map<String, Long> told = new HashMap<>();
        int digits = Math.min(parent.level().ordinal() + 1, DivisionLevel.VILLAGE.ordinal());
        DivisionLevel level = DivisionLevel.values()[digits];
        store.told(parent.code().prefix())
                .forEach(one -> told.merge(one.divisionCode().substring(0, level.digits()), one.entries(), Long::sum));
        return divisions.children(Optional.of(code)).stream()
                .filter(Division::isCurrent)
                .map(child ->
                        new Told(child, told.getOrDefault(child.code().digits().substring(0, level.digits()), 0L)))
                .toList();
    }

    /** The counties; what is above them for those who have none. */
    public List<Division> tops() {
        List<Division> level = divisions.children(Optional.empty());
        while (!level.isEmpty() && level.getFirst().level().ordinal() < DivisionLevel.COUNTY.ordinal()) {
            level = level.stream()
                    .flatMap(
                            above -> divisions.children(Optional.of(above.code().digits())).stream())
                    .toList();
        }
        return level.stream().filter(Division::isCurrent).toList();
    }

    /** @throws NotFound when there is no such division now */
    public Division current(String code) {
        return divisions
                .find(code)
                .filter(Division::isCurrent)
                .orElseThrow(() -> new NotFound("没有区划代码为 " + code + " 的村（居）"));
    }

    /** @throws NotFound when there is no such village now */
    public VillagePortrait portrait(String code) {
        Division village = current(code);
        if (village.level() != DivisionLevel.VILLAGE) {
            throw new NotFound("区划代码 " + code + " 不是村（居）");
        }
        StoredRecord record = records.find(RecordKind.DIVISION, village.id()).orElseThrow();
        List<StoredRecord> places = store.in(RecordKind.PLACE, code, MOST);
        List<StoredRecord> facilities = store.in(RecordKind.FACILITY, code, MOST);
        Optional<Geometry> outline = record.geometry().filter(shape -> !shape.isEmpty());
        Optional<LonLat> middle = middle(village, facilities, outline);
        List<StoredRecord> streets =
                places.stream().filter(Villages::isStreet).sorted(BY_TALE).toList();
        List<StoredRecord> names = places.stream()
                .filter(place -> !isStreet(place))
                .sorted(BY_TALE)
                .toList();
        return new VillagePortrait(
                divisions.chain(code),
                record,
                outline,
                middle,
                names,
                streets,
                records.namesOf(places.stream().map(StoredRecord::id).toList()),
                protection.list(listedIn(code), 1, LISTED).items(),
                store.entries(LocalEntryFilter.of(code), Optional.empty(), MOST),
                store.in(RecordKind.SHOP, code, MOST),
                facilities,
                middle.map(from -> near(from, code, facilities)).orElse(List.of()),
                new VillagePortrait.Counts(
                        names.size(), streets.size(), store.count("door_plate", code), store.count("name_sign", code)));
    }

    /** Names that have something to tell come first; then the greater ones. */
    private static final Comparator<StoredRecord> BY_TALE = Comparator.comparing((StoredRecord place) ->
                    place.text("meaning").or(() -> place.text("origin")).isEmpty())
            .thenComparing(place -> place.number("rank").orElse(5L))
            .thenComparing(StoredRecord::id);

    private static boolean isStreet(StoredRecord place) {
        return place.text("category").filter("STREET"::equals).isPresent();
    }

    private static ProtectionFilter listedIn(String code) {
        return new ProtectionFilter(Optional.empty(), Optional.of(code), Optional.empty(), OptionalInt.empty());
    }

    private static Optional<LonLat> middle(
            Division village, List<StoredRecord> facilities, Optional<Geometry> outline) {
        return village.seat()
                .or(() -> facilities.stream()
                        .filter(one -> one.text("category").orElse("").endsWith("委会"))
                        .findFirst()
                        .flatMap(StoredRecord::position))
                .or(() -> outline.map(LonLat::within));
    }

    private List<NearFacility> near(LonLat from, String code, List<StoredRecord> here) {
        Set<String> present =
                here.stream().flatMap(one -> one.text("category").stream()).collect(Collectors.toSet());
        List<String> lacking = FacilityClasses.all().stream()
                .map(FacilityClass::name)
                .filter(name -> !present.contains(name))
                .toList();
        Map<String, NearFacility> nearest = new HashMap<>();
        for (StoredRecord one : store.facilities(lacking, code.substring(0, COUNTY_DIGITS))) {
            double metres = Ellipsoid.distanceMetres(from, one.position().orElseThrow());
            nearest.merge(
                    one.text("category").orElse(""),
                    new NearFacility(one, metres),
                    (a, b) -> a.metres() <= b.metres() ? a : b);
        }
        return nearest.values().stream()
                .sorted(Comparator.comparingDouble(NearFacility::metres))
                .toList();
    }
}
