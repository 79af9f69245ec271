package cn.diming.core.region;

import cn.diming.core.change.Change;
import cn.diming.core.change.ChangeFollower;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * All divisions without their polygons, in memory, following the journal: chains of names are asked for on every answer.
 * Readers see one immutable picture; a change makes a new one.
 */
public final class DivisionTree implements ChangeFollower {

    private static final String ROWS = "SELECT id, code, name, level, parent_code, romanised, urban_rural_code,"
            + " seat_lon, seat_lat, valid_from_year, valid_to_year, change_seq FROM division";

    private final Db db;
    private final ChangeJournal journal;
    private volatile Picture picture = Picture.EMPTY;

    public DivisionTree(Db db, ChangeJournal journal) {
        this.db = db;
        this.journal = journal;
    }

    /** Another number after every change of a division: for what is derived from the tree. */
    public long generation() {
        return picture.generation();
    }

    /** What has changed since that generation, as far as the last step alone led here; empty when there was more. */
    public Optional<Step> stepSince(long generation) {
        return Optional.of(picture.last).filter(step -> step.from == generation);
    }

    /**
     * One change of the tree.
     *
     * @param from the generation before it
     * @param to the generation after it
     * @param before what {@link #find(String)} gave for the codes concerned
     * @param after what it gives now
     */
    public record Step(long from, long to, List<Division> before, List<Division> after) {}

    /** The division with this code that exists now, else the one that existed last. */
    public Optional<Division> find(String code) {
        return Optional.ofNullable(picture.byCode.get(code));
    }

    public Optional<Division> find(long id) {
        return Optional.ofNullable(picture.byId.get(id));
    }

    /** From the highest level down to the division itself, as far as they are known. */
    public List<Division> chain(String code) {
        LinkedHashSet<Division> upwards = new LinkedHashSet<>();
        Optional<Division> next = find(code).or(() -> nearestKnown(code));
        while (next.isPresent() && upwards.add(next.get())) {
            next = next.get().parentCode().flatMap(parent -> find(parent.digits()));
        }
        return new ArrayList<>(upwards).reversed();
    }

    /** The chain's names one after the other: 广东省广州市番禺区大石街道. */
    public String address(String code) {
        return chain(code).stream().map(Division::name).distinct().collect(Collectors.joining());
    }

    /** Direct children ordered by code; the highest level there is when {@code parent} is empty. */
    public List<Division> children(Optional<String> parent) {
        if (parent.isEmpty()) {
            return picture.byCode.values().stream()
                    .filter(d -> d.parentCode().flatMap(p -> find(p.digits())).isEmpty())
                    .toList();
        }
        return picture.children.getOrDefault(parent.get(), List.of());
    }

    /** Everything whose code begins with {@code prefix}, ordered by code. */
    public List<Division> below(String prefix) {
        return List.copyOf(picture.byCode.subMap(prefix, prefix + ':').values()); // ':' follows '9'
    }

    public int size() {
        return picture.byCode.size();
    }

    /** The divisions a point lies in, from the highest level down; empty where no polygon holds it. */
    public List<Division> at(LonLat point) {
        Geometry dot = point.toPoint();
        Bbox box = new Bbox(point.lon(), point.lat(), point.lon(), point.lat());
        return db
                .sql("SELECT d.code, d.level, d.geom FROM division d WHERE d.valid_to_year IS NULL AND "
                        + db.boxTest("division", "d") + " ORDER BY d.level DESC")
                .box(box)
                .list(row -> new Candidate(row.getText("code"), row.getInt("level"), row.findGeometry("geom")))
                .stream()
                .filter(candidate ->
                        candidate.geometry.filter(g -> g.intersects(dot)).isPresent())
                .max(Comparator.comparingInt(Candidate::level))
                .map(deepest -> chain(deepest.code))
                .orElse(List.of());
    }

    @Override
    public String name() {
        return "divisions";
    }

    @Override
    public long cursor() {
        return picture.seq;
    }

    @Override
    public void rebuild() {
        long seq = journal.latest();
        Map<String, DivisionCode> parents = new HashMap<>(); // one object for all children
        List<Division> all =
                db.sql(ROWS).list(row -> read(row, code -> parents.computeIfAbsent(code, DivisionCode::new)));
        picture = Picture.of(all, seq, picture.generation() + 1);
    }

    @Override
    public void apply(List<Change> changes) {
        List<Change> ours = changes.stream()
                .filter(change -> change.kind() == RecordKind.DIVISION && change.seq() > picture.seq)
                .toList();
        if (!ours.isEmpty()) {
            Map<Long, Division> byId = new HashMap<>(picture.byId);
            Set<Division> touched = new HashSet<>();
            ours.forEach(change -> apply(change, byId, touched));
            picture = picture.with(byId, touched);
        }
        picture = picture.at(Math.max(picture.seq, changes.getLast().seq()));
    }

    /** Reads only what has changed: a country has some 700,000 divisions. */
    private void apply(Change change, Map<Long, Division> byId, Set<Division> touched) {
        List<Division> now = switch (change.op()) {
            case DELETED -> List.of();
            case SAVED ->
                db.sql(ROWS + " WHERE id = :id")
                        .param("id", change.recordId())
                        .list(row -> read(row, DivisionCode::new));
            case BATCH ->
                db.sql(ROWS + " WHERE change_seq = :seq")
                        .param("seq", change.seq())
                        .list(row -> read(row, DivisionCode::new));
        };
        change.recordId().ifPresent(id -> replace(byId, id, Optional.empty(), touched));
        now.forEach(division -> replace(byId, division.id(), Optional.of(division), touched));
    }

    private static void replace(Map<Long, Division> byId, long id, Optional<Division> next, Set<Division> touched) {
        Optional.ofNullable(byId.remove(id)).ifPresent(touched::add);
        next.ifPresent(division -> {
            byId.put(id, division);
            touched.add(division);
        });
    }

    /** A code whose own row is missing (a county set without its province, say) still has known divisions above it. */
    private Optional<Division> nearestKnown(String code) {
        if (!code.matches("[1-9]\\d{11}")) {
            return Optional.empty();
        }
        return new DivisionCode(code)
                .chain().reversed().stream()
                        .flatMap(above -> find(above.digits()).stream())
                        .findFirst();
    }

    private static Division read(Row row, Function<String, DivisionCode> parent) {
        OptionalDouble lon = row.findDouble("seat_lon");
        OptionalDouble lat = row.findDouble("seat_lat");
        return new Division(
                row.getLong("id"),
                new DivisionCode(row.getText("code")),
                row.getText("name"),
                DivisionLevel.of(row.getInt("level")),
                row.findText("parent_code").map(parent),
                row.findText("romanised"),
                row.findText("urban_rural_code"),
                lon.isPresent() && lat.isPresent()
                        ? Optional.of(new LonLat(lon.getAsDouble(), lat.getAsDouble()))
                        : Optional.empty(),
                row.getInt("valid_from_year"),
                row.findInt("valid_to_year"));
    }

    private record Candidate(String code, int level, Optional<Geometry> geometry) {}

    private record Picture(
            NavigableMap<String, Division> byCode,
            Map<Long, Division> byId,
            Map<String, List<Division>> children,
            long seq,
            Step last) {

        static final Picture EMPTY =
                new Picture(new TreeMap<>(), Map.of(), Map.of(), 0, new Step(-1, 0, List.of(), List.of()));

        long generation() {
            return last.to;
        }

        static Picture of(Collection<Division> all, long seq, long generation) {
            NavigableMap<String, Division> byCode = new TreeMap<>();
            Map<Long, Division> byId = HashMap.newHashMap(all.size());
            for (Division division : all) {
                byId.put(division.id(), division);
                byCode.merge(division.code().digits(), division, Picture::newer);
            }
            Map<String, List<Division>> children = byCode.values().stream()
                    .filter(d -> d.parentCode().isPresent())
                    .collect(Collectors.groupingBy(d -> d.parentCode().get().digits()));
            return new Picture(byCode, byId, children, seq, new Step(-1, generation, List.of(), List.of()));
        }

        /**
         * The same with other rows; only what the touched ones have to do with is sorted anew.
         *
         * @param touched as they were and as they are
         */
        Picture with(Map<Long, Division> rows, Set<Division> touched) {
            Set<String> codes = touched.stream().map(d -> d.code().digits()).collect(Collectors.toSet());
            NavigableMap<String, Division> sorted = new TreeMap<>(byCode); // from a sorted map in one go
            sorted.keySet().removeAll(codes);
            rows.values().stream()
                    .filter(d -> codes.contains(d.code().digits()))
                    .forEach(d -> sorted.merge(d.code().digits(), d, Picture::newer));
            Set<String> parents = codes.stream()
                    .flatMap(code -> Stream.of(byCode, sorted).flatMap(map -> Stream.ofNullable(map.get(code))))
                    .flatMap(division -> division.parentCode().stream())
                    .map(DivisionCode::digits)
                    .collect(Collectors.toSet());
            Map<String, List<Division>> families = new HashMap<>(children);
            families.keySet().removeAll(parents);
            families.putAll(sorted.values().stream()
                    .filter(d -> d.parentCode()
                            .filter(p -> parents.contains(p.digits()))
                            .isPresent())
                    .collect(Collectors.groupingBy(d -> d.parentCode().get().digits())));
            Step step = new Step(generation(), generation() + 1, values(byCode, codes), values(sorted, codes));
            return new Picture(sorted, rows, families, seq, step);
        }

        private static List<Division> values(Map<String, Division> byCode, Set<String> codes) {
            return codes.stream()
                    .flatMap(code -> Stream.ofNullable(byCode.get(code)))
                    .toList();
        }

        Picture at(long newSeq) {
            return new Picture(byCode, byId, children, newSeq, last);
        }

        private static Division newer(Division a, Division b) {
            if (a.isCurrent() != b.isCurrent()) {
                return a.isCurrent() ? a : b;
            }
            return a.validFromYear() >= b.validFromYear() ? a : b;
        }
    }
}
