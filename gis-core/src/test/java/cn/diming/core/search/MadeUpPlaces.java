package cn.diming.core.search;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.text.GenericTerms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Fills the counties outside Guangdong with towns, villages, streets and doors, so that a database has as many records as a
 * prefecture. Their names are those of real villages, parted and joined anew; always the same ones.
 */
final class MadeUpPlaces {

    private static final int SEED = 1_000_000;
    private static final int BATCH = 5000;
    private static final int TOWNS = 3;
    private static final int VILLAGES = 12;
    private static final int STREETS = 7;
    private static final String REAL = "44";
    private static final List<String> WAYS =
            List.of("路", "街", "大道", "巷", "东路", "西路", "南路", "北路", "中路", "一巷", "二巷", "横街");

    private final Core core;
    private final Random random = new Random(SEED);
    private final List<String> stems = new ArrayList<>();
    private final Map<RecordKind, List<RecordDraft>> pending = new EnumMap<>(RecordKind.class);
    private int left;

    private MadeUpPlaces(Core core, int count) {
        this.core = core;
        this.left = count;
    }

    /** @param count how many records to add; fewer when there is no more room */
    static void take(Core core, int count) {
        MadeUpPlaces places = new MadeUpPlaces(core, count);
        List<Division> counties = new ArrayList<>();
        for (Division division : core.divisions().below("")) {
            if (division.level() == DivisionLevel.VILLAGE) {
                places.stems.add(GenericTerms.stem(division.name()));
            } else if (division.level() == DivisionLevel.COUNTY
                    && !division.code().digits().startsWith(REAL)
                    && division.seat().isPresent()) {
                counties.add(division);
            }
        }
        int doors = 1 + count / (counties.size() * TOWNS * STREETS);
        counties.forEach(county -> places.county(county, doors));
        places.flush();
    }

    private void county(Division county, int doors) {
        for (int town = 0; town < TOWNS && left > 0; town++) {
            String code = county.code().digits().substring(0, 6) + (950 + town);
            double lon = county.seat().orElseThrow().lon() + random.nextDouble(-0.2, 0.2);
            double lat = county.seat().orElseThrow().lat() + random.nextDouble(-0.2, 0.2);
            division(code, name() + "镇", 4, county.code().digits(), lon, lat);
            for (int village = 0; village < VILLAGES; village++) {
                division(code + (900 + village), name() + "村", 5, code + "000", near(lon), near(lat));
            }
            for (int street = 0; street < STREETS; street++) {
                street(code + "000", name() + WAYS.get(random.nextInt(WAYS.size())), near(lon), near(lat), doors);
            }
        }
    }

    private void street(String division, String name, double lon, double lat, int doors) {
        String line = "LINESTRING (%s %s, %s %s)".formatted(lon, lat, lon + 0.004, lat + 0.001);
        add(
                RecordKind.PLACE,
                new RecordDraft(
                        key(),
                        Map.of("name", name, "category", "STREET", "division_code", division),
                        Optional.of(Drafts.wkt(line)),
                        List.of(),
                        List.of()));
        for (int door = 0; door < doors; door++) {
            add(
                    RecordKind.DOOR_PLATE,
                    new RecordDraft(
                            key(),
                            Map.of(
                                    "street_name", name,
                                    "number_text", (1 + 2 * door) + "号",
                                    "division_code", division),
                            Optional.of(Drafts.point(lon + door * 0.0003, lat + door * 0.0001)),
                            List.of(),
                            List.of()));
        }
    }

    private void division(String code, String name, long level, String parent, double lon, double lat) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "code", GeocodingSet.padded(code), "name", name, "level", level, "seat_lon", lon, "seat_lat", lat));
        values.put("parent_code", GeocodingSet.padded(parent));
        add(RecordKind.DIVISION, new RecordDraft(code, values, Optional.empty(), List.of(), List.of()));
    }

    /** The beginning of one real name and the end of another. */
    private String name() {
        String one = stems.get(random.nextInt(stems.size()));
        String other = stems.get(random.nextInt(stems.size()));
        return one.substring(0, one.offsetByCodePoints(0, 1)) + other.substring(other.offsetByCodePoints(0, 1));
    }

    private String key() {
        return "m" + left;
    }

    private double near(double degrees) {
        return degrees + random.nextDouble(-0.03, 0.03);
    }

    private void add(RecordKind kind, RecordDraft draft) {
        if (left-- <= 0) {
            return;
        }
        List<RecordDraft> drafts = pending.computeIfAbsent(kind, missing -> new ArrayList<>());
        drafts.add(draft);
        if (drafts.size() >= BATCH) {
            core.intake().take(Actor.OPERATOR, kind, "made-up", drafts);
            drafts.clear();
        }
    }

    private void flush() {
        pending.forEach((kind, drafts) -> {
            if (!drafts.isEmpty()) {
                core.intake().take(Actor.OPERATOR, kind, "made-up", drafts);
            }
        });
        core.divisions().rebuild();
    }
}
