package cn.diming.core.search;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.record.RecordDraft;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the two measuring sets of the shared data into a database: places.jsonl.gz with its queries, and real names. */
final class GeocodingSet {

    private static final int BATCH = 2000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);
    private static final Map<String, Long> LEVELS =
            Map.of("province", 1L, "city", 2L, "county", 3L, "town", 4L, "village", 5L);

    private final Core core;
    private final String source;
    private final Map<RecordKind, List<RecordDraft>> pending = new EnumMap<>(RecordKind.class);
    private final Set<String> divisions = new HashSet<>();
    private final Map<String, String> streets = new HashMap<>();

    private GeocodingSet(Core core, String source) {
        this.core = core;
        this.source = source;
    }

    static void takeGeocoding(Core core, Path file) throws IOException {
        GeocodingSet set = new GeocodingSet(core, "geocoding");
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                set.take(JSON.readTree(line));
            }
        }
        set.flush();
    }

    /** Columns id, name, alt_names, kind, admin_code, lng, lat, source; no field holds a comma. */
    static void takeNames(Core core, Path file) throws IOException {
        GeocodingSet set = new GeocodingSet(core, "bench");
        try (BufferedReader lines = open(file)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                if (cells.length == 8) {
                    set.takeName(cells);
                }
            }
        }
        set.flush();
    }

    static List<JsonNode> queries(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(JSON::readTree).toList();
        }
    }

    private void take(JsonNode place) {
        String code = place.get("code").asString();
        String type = place.get("type").asString();
        switch (type) {
            case "street" -> takeStreet(code, place);
            case "door" ->
                add(
                        RecordKind.DOOR_PLATE,
                        draft(
                                code,
                                Map.of(
                                        "street_name",
                                                streets.get(place.get("street").asString()),
                                        "number_text", place.get("housenumber").asString(),
                                        "division_code",
                                                padded(place.get("parents")
                                                        .get(1)
                                                        .asString())),
                                point(place)));
            case "poi" ->
                add(
                        RecordKind.SHOP,
                        draft(
                                code,
                                Map.of(
                                        "name",
                                        place.get("name").asString(),
                                        "category",
                                        "other",
                                        "address",
                                        streets.get(place.get("street").asString())
                                                + place.get("housenumber").asString(),
                                        "division_code",
                                        padded(place.get("parents").get(1).asString())),
                                point(place)));
            default -> takeDivision(code, place, LEVELS.getOrDefault(type, 5L));
        }
    }

    private void takeStreet(String code, JsonNode place) {
        String name = place.get("name").asString();
        streets.put(code, name);
        List<RecordDraft.Name> former = place.has("old")
                ? List.of(new RecordDraft.Name(
                        place.get("old").asString(),
                        RecordDraft.NameKind.FORMER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                : List.of();
        add(
                RecordKind.PLACE,
                new RecordDraft(
                        code,
                        Map.of(
                                "name",
                                name,
                                "category",
                                "STREET",
                                "division_code",
                                padded(place.get("parents").get(0).asString())),
                        Optional.of(place.has("line") ? line(place.get("line")) : point(place)),
                        former,
                        List.of()));
    }

    private void takeDivision(String code, JsonNode place, long level) {
        if (!divisions.add(padded(code))) {
            return; // a prefecture without counties stands in the set once more as its own county
        }
        Map<String, Object> values = new HashMap<>(Map.of(
                "code", padded(code),
                "name", place.get("name").asString(),
                "level", level,
                "seat_lon", place.get("pt").get(0).asDouble(),
                "seat_lat", place.get("pt").get(1).asDouble()));
        if (!place.get("parents").isEmpty()) {
            values.put("parent_code", padded(place.get("parents").get(0).asString()));
        }
        add(RecordKind.DIVISION, new RecordDraft(code, values, Optional.empty(), List.of(), List.of()));
    }

    private void takeName(String[] cells) {
        List<RecordDraft.Name> others = new ArrayList<>();
        for (String other : cells[2].split("\\|")) {
            if (!other.isBlank() && others.size() < 6) {
                others.add(new RecordDraft.Name(
                        other, RecordDraft.NameKind.ALIAS, Optional.empty(), Optional.empty(), Optional.empty()));
            }
        }
        Geometry point = Drafts.point(Double.parseDouble(cells[5]), Double.parseDouble(cells[6]));
        if (cells[4].length() == 12) {
            takeListed(cells, point);
        } else {
            add(
                    RecordKind.PLACE,
                    new RecordDraft(
                            cells[0],
                            Map.of("name", cells[1], "category", "OTHER"),
                            Optional.of(point),
                            others,
                            List.of()));
        }
    }

    private void takeListed(String[] cells, Geometry point) {
        Long level = cells[3].equals("country") ? null : LEVELS.get(cells[3]);
        if (level == null || core.divisions().find(cells[4]).isPresent() || !divisions.add(cells[4])) {
            return;
        }
        add(
                RecordKind.DIVISION,
                new RecordDraft(
                        cells[0],
                        Map.of(
                                "code",
                                cells[4],
                                "name",
                                cells[1],
                                "level",
                                level,
                                "seat_lon",
                                point.getCoordinate().x,
                                "seat_lat",
                                point.getCoordinate().y),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    private void add(RecordKind kind, RecordDraft draft) {
        List<RecordDraft> drafts = pending.computeIfAbsent(kind, k -> new ArrayList<>());
        drafts.add(draft);
        if (drafts.size() >= BATCH) {
            core.intake().take(Actor.OPERATOR, kind, source, drafts);
            drafts.clear();
        }
    }

    private void flush() {
        pending.forEach((kind, drafts) -> {
            if (!drafts.isEmpty()) {
                core.intake().take(Actor.OPERATOR, kind, source, drafts);
            }
        });
        core.divisions().rebuild();
    }

    static String padded(String code) {
        return code.matches("\\d{2,12}") ? code + "0".repeat(12 - code.length()) : code;
    }

    private static RecordDraft draft(String key, Map<String, Object> values, Geometry geometry) {
        return new RecordDraft(key, values, Optional.of(geometry), List.of(), List.of());
    }

    private static Geometry point(JsonNode place) {
        return Drafts.point(
                place.get("pt").get(0).asDouble(), place.get("pt").get(1).asDouble());
    }

    private static Geometry line(JsonNode points) {
        Coordinate[] line = new Coordinate[points.size()];
        for (int i = 0; i < line.length; i++) {
            line[i] = new Coordinate(
                    points.get(i).get(0).asDouble(), points.get(i).get(1).asDouble());
        }
        return FACTORY.createLineString(line);
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
