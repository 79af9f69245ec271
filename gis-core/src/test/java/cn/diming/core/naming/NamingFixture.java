package cn.diming.core.naming;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The divisions and places of {@code golden-divisions.csv} and {@code golden-places.csv} in a database. */
final class NamingFixture {

    private final Core core;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, double[]> seats = new HashMap<>();
    private final Map<String, Long> places = new HashMap<>();

    NamingFixture(Core core) {
        this.core = core;
        List<RecordDraft> divisions =
                rows("golden-divisions.csv").stream().map(this::division).toList();
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "golden", divisions);
        core.divisions().rebuild();
        rows("golden-places.csv").forEach(this::addPlace);
    }

    /** The code of a division by its name; a committee also by the name of its village. */
    String code(String name) {
        return Objects.requireNonNull(codes.get(name), name);
    }

    /** Where its middle lies: longitude and latitude. */
    double[] seat(String name) {
        return Objects.requireNonNull(seats.get(name), name);
    }

    /** The number of a place by its name; the last of that name. */
    long place(String name) {
        return Objects.requireNonNull(places.get(name), name);
    }

    static PlaceCategory category(String title) {
        return Arrays.stream(PlaceCategory.values())
                .filter(category -> category.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(title));
    }

    static List<String[]> rows(String file) {
        try (var in = Objects.requireNonNull(NamingFixture.class.getResourceAsStream(file), file)) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private RecordDraft division(String[] row) {
        double[] at = {Double.parseDouble(row[5]), Double.parseDouble(row[6])};
        List.of(row[1], NameTerms.comparable(row[1], PlaceCategory.VILLAGE_SEAT))
                .forEach(name -> {
                    codes.put(name, row[0]);
                    seats.put(name, at);
                });
        Map<String, Object> values =
                new HashMap<>(Map.of("code", row[0], "name", row[1], "level", Long.valueOf(row[2])));
        values.put("seat_lon", at[0]);
        values.put("seat_lat", at[1]);
        put(values, "parent_code", row[3]);
        put(values, "urban_rural_code", row[4]);
        return new RecordDraft(row[0], values, Optional.empty(), List.of(), List.of());
    }

    private void addPlace(String[] row) {
        boolean shop = row[1].equals("店铺");
        Map<String, Object> values = new HashMap<>();
        values.put("name", row[0]);
        values.put("category", shop ? "FOOD" : category(row[1]).name());
        values.put("division_code", code(row[2]));
        String status = switch (row[6]) {
            case "销名" -> "RETIRED";
            case "报批" -> "PROPOSED";
            case "标准", "保护" -> "STANDARD";
            default -> "";
        };
        if (!shop) {
            put(values, "status", status.isEmpty() ? "RECORDED" : status);
        }
        List<RecordDraft.Name> names = new ArrayList<>();
        if (!row[5].isEmpty()) {
            String[] further = row[5].split(":", -1);
            RecordDraft.NameKind kind =
                    further[0].equals("曾用名") ? RecordDraft.NameKind.FORMER : RecordDraft.NameKind.ALIAS;
            names.add(new RecordDraft.Name(further[1], kind, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        RecordDraft draft = new RecordDraft(
                String.join("/", row),
                values,
                Optional.of(Drafts.point(Double.parseDouble(row[3]), Double.parseDouble(row[4]))),
                names,
                List.of());
        RecordKind kind = shop ? RecordKind.SHOP : RecordKind.PLACE;
        core.intake().take(Actor.OPERATOR, kind, "golden", List.of(draft));
        long id = core.db().sql("SELECT MAX(id) FROM " + kind.table()).getLong();
        places.put(row[0], id);
        if (row[6].equals("保护")) {
            protect(id, row);
        }
    }

    private void protect(long placeId, String[] row) {
        core.journal()
                .write(
                        Actor.OPERATOR,
                        changes -> core.db()
                                .sql("""
                        INSERT INTO protected_name (id, place_id, name, name_key, division_code, class, batch, created_at, updated_at)
                        VALUES (:id, :place, :name, :name, :code, 'OLD_STREETS', 1, :at, :at)""")
                                .param("id", changes.newId())
                                .param("place", placeId)
                                .param("name", row[0])
                                .param("code", code(row[2]))
                                .param("at", changes.at())
                                .update());
    }

    private static void put(Map<String, Object> values, String column, String text) {
        if (!text.isEmpty()) {
            values.put(column, text);
        }
    }
}
