package cn.diming.tiles.mvt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.Field;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.StoredRecord;
import cn.diming.tiles.TileFollower;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** Random records of every kind and state, each text of theirs recognisable: what is found of them in whose tiles. */
class DisclosureTest {

    private static final List<String> STATES = List.of(
            "PROPOSED",
            "PLANNED",
            "RESERVED",
            "PENDING",
            "RETURNED",
            "REJECTED",
            "DRAFT",
            "RECORDED",
            "STANDARD",
            "VALID");
    /** What the public map says of a record; persons, telephones, addresses and remarks are not among it. */
    private static final Set<String> PUBLIC_COLUMNS = Set.of(
            "name",
            "code",
            "number_text",
            "category",
            "class",
            "kind",
            "rank",
            "level",
            "line_code",
            "official_number");

    private final LayerCatalog catalog = LayerCatalog.bundled();
    private final PatchworkMap map = new PatchworkMap(77);
    private final Random random = map.random;

    private RecordDraft draft(RecordSchema schema, int number) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : schema.fields()) {
            switch (field.column()) {
                case "status" -> values.put("status", STATES.get(random.nextInt(STATES.size())));
                case "level", "rank" -> values.put(field.column(), 3L + random.nextInt(3));
                case "attributes" -> values.put("attributes", "{\"owner\":\"密" + number + "owner密\"}");
                case "division_code", "managing_code", "left_code", "right_code" ->
                    values.put(field.column(), random.nextBoolean() ? "440115000000" : "440200000000");
                default -> {
                    if (field.type() == Field.Type.TEXT) {
                        values.put(field.column(), "密" + number + field.column() + "密");
                    }
                }
            }
        }
        values.computeIfPresent("code", (column, code) -> "4401%08d".formatted(number));
        return new RecordDraft("k" + number, values, Optional.of(geometry(schema.kind())), List.of(), List.of());
    }

    private Geometry geometry(RecordKind kind) {
        return switch (kind) {
            case DIVISION -> map.area(1).geometry();
            case BOUNDARY_LINE -> map.road(1).geometry();
            case PLACE, GROUND ->
                random.nextBoolean() ? map.road(1).geometry() : map.area(1).geometry();
            default -> map.place(1).geometry();
        };
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aTileHoldsNothingThatItsViewerMayNotSee(Engines engine) {
        try (Core core = engine.open()) {
            List<StoredRecord> records = fill(core);
            TileLayerStore store = new TileLayerStore(catalog);
            new TileFollower(store, core.store(), core.journal()).rebuild();
            TileService tiles = new TileService(catalog, store, 6, 64L << 20);
            check(tiles, "map", Viewer.PUBLIC, Actor.PUBLIC, records);
            for (String jurisdiction : List.of("", "4401", "4402", "450000")) {
                Actor actor = new Actor(OptionalLong.of(1), "x", Role.BOUNDARY_INSPECTOR, jurisdiction);
                check(tiles, "staff", Viewer.staff(jurisdiction), actor, records);
            }
        }
    }

    private List<StoredRecord> fill(Core core) {
        List<StoredRecord> records = new ArrayList<>();
        int number = 0;
        for (RecordSchema schema : RecordSchema.all()) {
            for (int i = 0; i < 30; i++) {
                RecordDraft draft = draft(schema, ++number);
                long id = core.journal()
                        .write(Actor.OPERATOR, changes -> core.store().insert(changes, schema, draft));
                records.add(core.store().find(schema.kind(), id).orElseThrow());
            }
        }
        return records;
    }

    private void check(TileService tiles, String set, Viewer viewer, Actor actor, List<StoredRecord> records) {
        StringBuilder all = new StringBuilder();
        Set<Long> drawn = new HashSet<>();
        for (int zoom : new int[] {9, 12, 14, 16, 18, 20}) {
            for (TileCoord coord : map.tiles(zoom, 300)) {
                byte[] bytes = tiles.findTile(set, coord, viewer).orElseThrow().bytes();
                all.append(new String(bytes, StandardCharsets.UTF_8));
                DecodedTile.of(bytes).layers().forEach((layer, features) -> {
                    if (!layer.equals("division_line")) { // its numbers are of pairs of divisions
                        features.forEach(feature -> drawn.add(feature.id()));
                    }
                });
            }
        }
        int hidden = 0;
        for (StoredRecord record : records) {
            boolean seen = Disclosure.maySee(actor, record);
            assertThat(seen || !drawn.contains(record.id()))
                    .as("%s sees %s", viewer, record.kind())
                    .isTrue();
            record.values().forEach((column, value) -> {
                boolean shown = seen && PUBLIC_COLUMNS.contains(column);
                if (!shown && value instanceof String text && text.startsWith("密")) {
                    assertThat(all.indexOf(text))
                            .as("%s sees %s.%s", viewer, record.kind(), column)
                            .isNegative();
                }
            });
            assertThat(all.indexOf("owner密")).isNegative();
            hidden += seen ? 0 : 1;
        }
        assertThat(drawn).hasSizeGreaterThan(60);
        assertThat(hidden > 0 || actor.jurisdiction().isEmpty() && viewer.equals(Viewer.STAFF))
                .isTrue();
    }

    /** Six decimals of a degree are six units of the world at least; the steps are eight. */
    @Test
    void thePublicIsToldCoordinatesToTheDecimalsOfTheSettings() {
        TileLayerStore store = new TileLayerStore(catalog);
        store.replaceAll(map.all());
        for (int decimals = 4; decimals <= 7; decimals++) {
            int step = 1 << TileGrid.bitsBelow(decimals);
            assertThat(step * 360 / TileGrid.WORLD).isGreaterThan(Math.pow(10, -decimals));
            TileService tiles = new TileService(catalog, store, decimals, 1 << 20);
            for (TileCoord coord : map.tiles(19, 60)) {
                DecodedTile decoded = DecodedTile.of(tiles.findTile("map", coord, Viewer.PUBLIC)
                        .orElseThrow()
                        .bytes());
                for (List<DecodedTile.Feature> features : decoded.layers().values()) {
                    for (DecodedTile.Feature feature : features) {
                        for (int[] part : feature.parts()) {
                            for (int unit : part) {
                                assertThat(Math.floorMod(unit, step)).isEqualTo(step / 2);
                            }
                        }
                    }
                }
            }
        }
    }
}
