package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangePump;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.DbConfig;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.StoredRecord;
import cn.diming.tiles.TileFollower;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.MapFeature;
import cn.diming.tiles.layer.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Two instances of the service on one database, and random edits of every kind of record: by the application, as batches
 * and by SQL, now on the one and now on the other. After each edit both must draw every watched tile as a start from nothing
 * does, and a tile that was not told of must not even have been built anew.
 */
final class EditRehearsal implements AutoCloseable {

    private static final List<RecordKind> KINDS = List.of(
            RecordKind.PLACE,
            RecordKind.PLACE,
            RecordKind.DOOR_PLATE,
            RecordKind.GROUND,
            RecordKind.GROUND,
            RecordKind.SHOP,
            RecordKind.FACILITY,
            RecordKind.SIGN,
            RecordKind.BOUNDARY_LINE,
            RecordKind.BOUNDARY_MARKER,
            RecordKind.DIVISION,
            RecordKind.DIVISION);
    private static final List<String> SETS = List.of("map", "staff");

    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final PatchworkMap map;
    private final Random random;
    private final List<Instance> instances = new ArrayList<>();
    private final Map<Watched, Tile> last = new LinkedHashMap<>();
    private int number;
    /** Tiles compared with one made from nothing. */
    int compared;
    /** Tiles that were told of, of these how many really changed. */
    int told;

    int changed;

    private record Watched(String set, TileCoord coord) {}

    private static Viewer viewer(String set) {
        return set.equals("map") ? Viewer.PUBLIC : Viewer.staff("4401");
    }

    /** A service with its own memory. */
    private final class Instance implements AutoCloseable {
        final Core core;
        final TileLayerStore store = new TileLayerStore(catalog);
        final TileService tiles = new TileService(catalog, store, 6, 64L << 20);
        final TileChanges changes = new TileChanges(catalog, store);
        final ChangePump pump;

        Instance(DbConfig config) {
            core = Core.open(config, Engines.CLOCK);
            TileFollower follower = new TileFollower(store, core.store(), core.journal());
            follower.rebuild();
            pump = new ChangePump(core.journal(), follower);
        }

        Tile tile(Watched watched) {
            return tiles.findTile(watched.set, watched.coord, viewer(watched.set))
                    .orElseThrow();
        }

        @Override
        public void close() {
            core.close();
        }
    }

    EditRehearsal(Engines engine, long seed) {
        map = new PatchworkMap(seed);
        random = new Random(seed);
        DbConfig config = engine.fresh();
        instances.add(new Instance(config));
        instances.add(new Instance(config));
        Core core = instances.getFirst().core;
        map.divisions().forEach(division -> insert(core, RecordKind.DIVISION, division(division)));
        for (int i = 0; i < 250; i++) {
            RecordKind kind = KINDS.get(random.nextInt(KINDS.size() - 2));
            insert(core, kind, draft(kind));
        }
        instances.forEach(instance -> instance.pump.catchUp());
        for (int zoom : new int[] {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19}) {
            map.tiles(zoom, 10).forEach(this::watch);
        }
    }

    private void watch(TileCoord coord) {
        SETS.forEach(set -> {
            Watched watched = new Watched(set, coord);
            Tile tile = instances.get(0).tile(watched);
            assertThat(instances.get(1).tile(watched).bytes()).isEqualTo(tile.bytes());
            last.put(watched, tile);
        });
    }

    // ---- records

    private RecordDraft division(MapFeature feature) {
        Map<String, Object> values = Map.of(
                "code", "4401%08d".formatted(feature.id()),
                "name", feature.attributes().get("name"),
                "level", ((Number) Objects.requireNonNull(feature.attributes().get("level"))).longValue());
        return new RecordDraft("d" + feature.id(), values, Optional.of(feature.geometry()), List.of(), List.of());
    }

    private RecordDraft draft(RecordKind kind) {
        number++;
        return new RecordDraft(
                "k" + number, Map.copyOf(values(kind)), Optional.of(geometry(kind)), List.of(), List.of());
    }

    private Map<String, Object> values(RecordKind kind) {
        Map<String, Object> values = new HashMap<>();
        String code = random.nextBoolean() ? "440115" : "440200";
        switch (kind) {
            case PLACE -> {
                values.put("category", random.nextBoolean() ? "NATURAL_VILLAGE" : "STREET");
                values.put("rank", 1L + random.nextInt(6));
                values.put("status", random.nextInt(5) == 0 ? "PROPOSED" : "RECORDED");
            }
            case DOOR_PLATE -> values.put("number_text", number + "号");
            case SIGN, BOUNDARY_MARKER -> values.put("kind", "SINGLE");
            case SHOP, FACILITY -> values.put("category", "FOOD");
            case GROUND -> values.put("class", random.nextBoolean() ? "water" : "building");
            default -> values.put("level", 3L + random.nextInt(3));
        }
        if (kind == RecordKind.BOUNDARY_LINE) {
            values.putAll(Map.of("line_code", "L" + number, "left_code", code, "right_code", "440116"));
            values.put("status", random.nextBoolean() ? "DRAFT" : "VALID");
            values.put("kind", "PROPOSED"); // a legal one moves by agreement alone
        } else if (kind == RecordKind.BOUNDARY_MARKER) {
            values.putAll(Map.of("marker_key", "m" + number, "official_number", "1号", "managing_code", code));
        }
        if (kind != RecordKind.DOOR_PLATE && kind != RecordKind.BOUNDARY_MARKER) {
            values.put("name", "名" + number);
        }
        return values;
    }

    private Geometry geometry(RecordKind kind) {
        long id = random.nextInt(1000);
        return switch (kind) {
            case PLACE ->
                switch (random.nextInt(4)) {
                    case 0 -> map.road(id).geometry();
                    case 1 -> map.area(id).geometry();
                    default -> map.place(id).geometry();
                };
            case GROUND ->
                random.nextInt(3) == 0 ? map.road(id).geometry() : map.area(id).geometry();
            case BOUNDARY_LINE -> map.road(id).geometry();
            case DIVISION -> map.area(id).geometry();
            default -> map.place(id).geometry();
        };
    }

    private static long insert(Core core, RecordKind kind, RecordDraft draft) {
        return core.journal()
                .write(Actor.OPERATOR, changes -> core.store().insert(changes, RecordSchema.of(kind), draft));
    }

    // ---- edits

    /** What an edit will do, and where it can be seen. */
    private record Plan(List<Geometry> places, Runnable work) {}

    private Plan plan(Core core) {
        RecordKind kind = KINDS.get(random.nextInt(KINDS.size()));
        if (kind == RecordKind.DIVISION) {
            return moveBorder(core);
        }
        List<StoredRecord> there = core.store().page(kind, 0, 1000);
        StoredRecord any = there.isEmpty() ? null : there.get(random.nextInt(there.size()));
        if (any == null || random.nextInt(4) == 0) {
            RecordDraft draft = draft(kind);
            return new Plan(draft.geometry().stream().toList(), () -> insert(core, kind, draft));
        }
        Geometry moved = random.nextInt(3) == 0 ? any.geometry().orElseThrow() : nudged(any, kind);
        List<Geometry> places =
                Stream.concat(any.geometry().stream(), Stream.of(moved)).toList();
        int choice = random.nextInt(6);
        boolean decided = kind == RecordKind.PLACE; // not deleted but retired by the application, whatever SQL does
        boolean fixed = kind == RecordKind.BOUNDARY_MARKER; // not moved by it either
        return switch (choice == 0 && decided ? 1 : choice > 3 && fixed ? 2 : choice) {
            case 0 -> new Plan(places, () -> core.records().delete(Actor.OPERATOR, any.id(), any.version()));
            case 1 -> new Plan(places, () -> bySql(core, "DELETE FROM " + kind.table() + " WHERE id = " + any.id()));
            case 2 -> new Plan(places, () -> bySql(core, renaming(any)));
            case 3 -> batch(core, kind);
            default -> new Plan(places, () -> update(core, any, moved));
        };
    }

    private Geometry nudged(StoredRecord record, RecordKind kind) {
        if (random.nextBoolean()) {
            return geometry(kind);
        }
        Geometry moved = record.geometry().orElseThrow().copy();
        int one = random.nextInt(moved.getNumPoints());
        double by = random.nextInt(3) == 0 ? 1e-7 : 3e-4;
        moved.apply(new Nudge(one, by));
        return moved.isValid() ? moved : record.geometry().orElseThrow();
    }

    /** Moves one vertex; a ring's first and last together. */
    private record Nudge(int vertex, double by) implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            boolean end = i == 0 || i == sequence.size() - 1;
            if (!end && i == vertex || sequence.size() == 1) {
                sequence.setOrdinate(i, 0, sequence.getX(i) + by);
            }
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }

    private String renaming(StoredRecord record) {
        boolean isPlate = record.kind() == RecordKind.DOOR_PLATE;
        boolean isMarker = record.kind() == RecordKind.BOUNDARY_MARKER;
        String column = isPlate ? "number_text" : isMarker ? "official_number" : "name";
        return "UPDATE " + record.kind().table() + " SET " + column + " = '改" + ++number + "' WHERE id = "
                + record.id();
    }

    private static void bySql(Core core, String sql) {
        core.db().inTransaction(() -> core.db().sql(sql).update());
    }

    private static void update(Core core, StoredRecord record, Geometry geometry) {
        Map<String, Optional<Object>> values =
                record.kind() == RecordKind.PLACE ? Map.of("rank", Optional.of(record.id() % 6 + 1)) : Map.of();
        core.journal()
                .write(Actor.OPERATOR, changes -> core.store().update(changes, record, values, Optional.of(geometry)));
    }

    private Plan batch(Core core, RecordKind kind) {
        List<RecordDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            drafts.add(draft(kind));
        }
        List<Geometry> places =
                drafts.stream().flatMap(draft -> draft.geometry().stream()).toList();
        return new Plan(places, () -> core.intake().take(Actor.OPERATOR, kind, "rehearsal", drafts));
    }

    /** Both sides of a border move in one transaction, or one side alone does and leaves a gap. */
    private Plan moveBorder(Core core) {
        int column = random.nextInt(PatchworkMap.SIDE);
        int row = 1 + random.nextInt(PatchworkMap.SIDE - 1);
        map.moveBorder(column, row, (random.nextBoolean() ? 1 : -1) * (random.nextInt(3) == 0 ? 1e-6 : 1e-3));
        List<MapFeature> sides = random.nextInt(4) == 0
                ? List.of(map.village(column, row))
                : List.of(map.village(column, row - 1), map.village(column, row));
        List<StoredRecord> all = core.store().page(RecordKind.DIVISION, 0, 1000);
        Map<StoredRecord, Geometry> edits = new LinkedHashMap<>();
        List<Geometry> places = new ArrayList<>();
        for (MapFeature side : sides) {
            String code = "4401%08d".formatted(side.id());
            all.stream()
                    .filter(record -> record.text("code").orElse("").equals(code))
                    .forEach(record -> {
                        edits.put(record, side.geometry());
                        places.add(record.geometry().orElseThrow());
                        places.add(side.geometry());
                    });
        }
        return new Plan(
                places,
                () -> core.journal().write(Actor.OPERATOR, changes -> {
                    edits.forEach((record, geometry) ->
                            core.store().update(changes, record, Map.of(), Optional.of(geometry)));
                    return edits.size();
                }));
    }

    // ---- the rehearsal

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            int writer = random.nextInt(2);
            Plan plan = plan(instances.get(writer).core);
            Set<Watched> extra = around(plan.places);
            extra.forEach(watched -> last.computeIfAbsent(watched, instances.get(0)::tile));
            extra.forEach(instances.get(1)::tile);
            long[] before =
                    instances.stream().mapToLong(each -> each.store.position()).toArray();
            plan.work.run();
            instances.forEach(instance -> instance.pump.catchUp());
            check(step, before);
            extra.forEach(last::remove);
        }
    }

    /** Tiles of the affected area at depths that the watched ones meet seldom. */
    private Set<Watched> around(List<Geometry> places) {
        Set<Watched> found = new LinkedHashSet<>();
        for (Geometry place : places.subList(0, Math.min(4, places.size()))) {
            Envelope box = place.getEnvelopeInternal();
            for (int zoom : new int[] {13, 15, 16, 18}) {
                for (double part : new double[] {0, 0.5, 1}) {
                    int x = TileGrid.worldX(box.getMinX() + part * box.getWidth()) >> (31 - zoom);
                    int y = TileGrid.worldY(box.getMinY() + part * box.getHeight()) >> (31 - zoom);
                    SETS.forEach(set -> found.add(new Watched(set, new TileCoord(zoom, x, y))));
                }
            }
        }
        found.removeAll(last.keySet());
        return found;
    }

    private void check(int step, long[] before) {
        TileLayerStore fresh = new TileLayerStore(catalog);
        Core core = instances.getFirst().core;
        new TileFollower(fresh, core.store(), core.journal()).rebuild();
        EncoderPool encoders = new EncoderPool(6);
        for (int i = 0; i < 2; i++) {
            Instance instance = instances.get(i);
            Map<String, TileChanges.Since> since = new HashMap<>();
            for (String set : SETS) {
                since.put(set, instance.changes.since(set, viewer(set), before[i]));
            }
            for (Map.Entry<Watched, Tile> entry : last.entrySet()) {
                Watched watched = entry.getKey();
                Tile now = instance.tile(watched);
                View view = View.find(catalog, watched.set, viewer(watched.set)).orElseThrow();
                assertThat(now.bytes())
                        .as("step %d, instance %d, %s", step, i, watched)
                        .isEqualTo(encoders.encode(fresh.snapshot(), view, watched.coord));
                compared++;
                boolean isTold = isTold(Objects.requireNonNull(since.get(watched.set)), watched.coord);
                boolean isChanged = !Arrays.equals(now.bytes(), entry.getValue().bytes());
                assertThat(isTold || !isChanged)
                        .as("step %d: %s changed and nobody was told", step, watched)
                        .isTrue();
                assertThat(now.etag().equals(entry.getValue().etag())).isEqualTo(!isChanged);
                told += isTold ? 1 : 0;
                changed += isChanged ? 1 : 0;
                if (i == 1) {
                    entry.setValue(now);
                }
            }
        }
    }

    private static boolean isTold(TileChanges.Since since, TileCoord tile) {
        for (TileChange change : since.changes()) {
            if (change instanceof TileChange.Reload) {
                return true;
            }
            TileChange.Touched touched = (TileChange.Touched) change;
            if (new HashSet<>(touched.tiles()).contains(List.of(tile.z(), tile.x(), tile.y()))
                    || touched.ranges().stream().anyMatch(range -> holds(range, tile))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(List<Integer> range, TileCoord tile) {
        return range.get(0) == tile.z()
                && range.get(1) <= tile.x()
                && tile.x() <= range.get(3)
                && range.get(2) <= tile.y()
                && tile.y() <= range.get(4);
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
    }

    /** The long run: arguments are the engine and the number of edits. */
    public static void main(String[] args) {
        Engines engine = Engines.valueOf(args[0]);
        int steps = Integer.parseInt(args[1]);
        for (int from = 0; from < steps; from += 250) {
            try (EditRehearsal rehearsal = new EditRehearsal(engine, 1000 + from)) {
                int count = Math.min(250, steps - from);
                rehearsal.run(count);
                System.out.printf(
                        "%s: %d edits, %d tiles equal to fresh ones; %d told of, %d of them changed; 0 others%n",
                        engine, count, rehearsal.compared, rehearsal.told, rehearsal.changed);
            }
        }
    }
}
