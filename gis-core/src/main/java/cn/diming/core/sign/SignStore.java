package cn.diming.core.sign;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.signage.Blade;
import cn.diming.core.signage.SignedStreet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/** The tables of signs. */
final class SignStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> COLUMNS = List.of(
            "id",
            "change_seq",
            "kind",
            "place_id",
            "name",
            "division_code",
            "faces",
            "mounting",
            "status",
            "attributes",
            "geom",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by");

    private static final int IDS_AT_ONCE = 500;

    private final Db db;

    SignStore(Db db) {
        this.db = db;
    }

    /** Streets with a name, a line and no end of validity, in a division. */
    List<SignedStreet> streetsIn(String prefix) {
        return db.sql("""
                SELECT id, name, romanised, rank, geom FROM place
                WHERE category = 'STREET' AND status <> 'RETIRED' AND geom IS NOT NULL
                  AND division_code >= :from AND division_code < :to ORDER BY id""").param("from", prefix).param("to", prefix + ":").list(SignStore::street).stream()
                .filter(street -> street.line().getDimension() == 1)
                .toList();
    }

    /** Streets in a box, whatever division they belong to. */
    List<SignedStreet> streetsIn(Bbox box) {
        return db
                .sql(
                        "SELECT id, name, romanised, rank, geom FROM place p WHERE category = 'STREET' AND status <> 'RETIRED' AND "
                                + db.boxTest("place", "p") + " ORDER BY id")
                .box(box)
                .list(SignStore::street)
                .stream()
                .filter(street -> street.line().getDimension() == 1)
                .toList();
    }

    /** Hamlets and estates that were drawn as areas. */
    List<Outline> settlementsIn(String prefix) {
        return db
                .sql("""
                SELECT id, name, category, geom FROM place
                WHERE category IN ('NATURAL_VILLAGE', 'ESTATE') AND status <> 'RETIRED' AND geom IS NOT NULL
                  AND division_code >= :from AND division_code < :to ORDER BY id""")
                .param("from", prefix)
                .param("to", prefix + ":")
                .list(row -> new Outline(
                        row.getLong("id"),
                        row.getText("name"),
                        PlaceCategory.valueOf(row.getText("category")),
                        row.findGeometry("geom").orElseThrow()))
                .stream()
                .filter(outline -> outline.area().getDimension() == 2)
                .toList();
    }

    List<Outline> villagesIn(String prefix) {
        return db.sql("""
                SELECT id, name, geom FROM division
                WHERE code >= :from AND code < :to AND level = 5 AND valid_to_year IS NULL AND geom IS NOT NULL ORDER BY code""")
                .param("from", prefix)
                .param("to", prefix + ":")
                .list(row -> new Outline(
                        row.getLong("id"),
                        row.getText("name"),
                        PlaceCategory.DIVISION,
                        row.findGeometry("geom").orElseThrow()));
    }

    /** Areas that the base map shows as built up. */
    List<Geometry> builtUpIn(Bbox box) {
        return db
                .sql("SELECT g.geom FROM ground g WHERE class = 'built' AND " + db.boxTest("ground", "g")
                        + " ORDER BY id")
                .box(box)
                .list(row -> row.findGeometry("geom").orElseThrow())
                .stream()
                .filter(area -> area.getDimension() == 2)
                .toList();
    }

    private static SignedStreet street(Row row) {
        String name = row.getText("name");
        return new SignedStreet(
                row.getLong("id"),
                name,
                row.findText("romanised").orElse(""),
                row.getInt("rank"),
                row.findGeometry("geom").orElseThrow());
    }

    Map<Long, String> namesOf(List<Long> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        return db.sql("""
                SELECT id, name FROM place WHERE id IN (:ids)
                UNION ALL SELECT id, name FROM division WHERE id IN (:ids)""").param("ids", places).list(row -> Map.entry(row.getLong("id"), row.getText("name"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<SignRow> signsIn(String prefix) {
        return db.sql("""
                SELECT * FROM name_sign WHERE division_code >= :from AND division_code < :to ORDER BY id""").param("from", prefix).param("to", prefix + ":").list(this::sign);
    }

    Optional<SignRow> find(long id) {
        return db.sql("SELECT * FROM name_sign WHERE id = :id").param("id", id).find(this::sign);
    }

    private SignRow sign(Row row) {
        List<Blade> blades = row.findText("faces").map(BladeJson::read).orElse(List.of());
        return new SignRow(
                row.getLong("id"),
                row.getInt("version"),
                row.getText("name"),
                row.findText("division_code").orElse(""),
                SignStatus.find(row.getText("status")).orElse(SignStatus.INSTALLED),
                row.findGeometry("geom").map(Geometry::getCoordinate).map(LonLat::of),
                blades,
                row.findText("mounting"),
                row.findText("attributes").flatMap(SignStore::profile),
                row.findDate("installed_on"),
                List.of());
    }

    private static Optional<String> profile(String attributes) {
        return Optional.ofNullable(JSON.readTree(attributes).get("signProfile")).map(node -> node.asString());
    }

    /** Takes the plan's signs in; those planned before for the same division and not ordered yet make way. */
    List<Long> replacePlanned(ChangeSet changes, String prefix, String profile, List<PlacedSign> signs) {
        for (SignRow old : signsIn(prefix)) {
            if (old.status() == SignStatus.PLANNED && old.profile().isPresent()) {
                changes.claim(RecordKind.SIGN, old.id());
                db.sql("DELETE FROM name_sign WHERE id = :id AND status = 'PLANNED'")
                        .param("id", old.id())
                        .update();
                changes.deleted(RecordKind.SIGN, old.id(), old.position().map(place -> Bbox.around(place, 0)));
            }
        }
        Object account = changes.actor().accountId().isPresent()
                ? changes.actor().accountId().getAsLong()
                : null;
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        changes.reserveIds(Math.max(1, signs.size()));
        Set<Long> places = placesAmong(signs);
        for (PlacedSign sign : signs) {
            long id = changes.newId();
            ids.add(id);
            Blade first = sign.proposed().post().blades().getFirst();
            rows.add(new @Nullable Object[] {
                id,
                changes.seq(),
                first.kind().name(),
                places.contains(first.placeId()) ? first.placeId() : null,
                sign.names(),
                sign.divisionCode(),
                BladeJson.write(sign.proposed().post().blades()),
                sign.proposed().mounting(),
                SignStatus.PLANNED.name(),
                JSON.writeValueAsString(Map.of("signProfile", profile)),
                sign.proposed().post().position().toPoint(),
                changes.at(),
                account,
                changes.at(),
                account
            });
        }
        db.insertAll("name_sign", COLUMNS, rows);
        return ids;
    }

    /** A village is named on signs without being a place of the register. */
    private Set<Long> placesAmong(List<PlacedSign> signs) {
        Set<Long> places = new HashSet<>();
        List<Long> named = signs.stream()
                .map(sign -> sign.proposed().post().blades().getFirst().placeId())
                .distinct()
                .toList();
        for (int from = 0; from < named.size(); from += IDS_AT_ONCE) {
            places.addAll(db.sql("SELECT id FROM place WHERE id IN (:ids)")
                    .param("ids", named.subList(from, Math.min(named.size(), from + IDS_AT_ONCE)))
                    .list(row -> row.getLong("id")));
        }
        return places;
    }

    /** A proposed sign, its division known. */
    record PlacedSign(ProposedSign proposed, String divisionCode) {

        String names() {
            return proposed.post().blades().stream().map(Blade::name).distinct().collect(Collectors.joining("／"));
        }
    }

    boolean setStatus(ChangeSet changes, SignRow seen, SignStatus to, boolean standsSinceToday) {
        String installed = standsSinceToday ? ", installed_on = :today" : "";
        var statement = db.sql("UPDATE name_sign SET status = :status, version = version + 1, change_seq = :seq,"
                        + " updated_at = :at, updated_by = :by" + installed + " WHERE id = :id AND version = :version")
                .param("status", to)
                .param("seq", changes.seq())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", seen.id())
                .param("version", seen.version());
        if (standsSinceToday) {
            statement.param(
                    "today",
                    changes.at().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate());
        }
        if (statement.update() == 0) {
            return false;
        }
        changes.saved(RecordKind.SIGN, seen.id(), seen.position().map(place -> Bbox.around(place, 0)));
        return true;
    }

    void insertEvent(ChangeSet changes, SignRow seen, SignStep step) {
        db.sql("""
                INSERT INTO sign_event (id, sign_id, at, account_id, from_status, to_status, defects, note, photo_sha256, lon, lat)
                VALUES (:id, :sign, :at, :by, :from, :to, :defects, :note, :photo, :lon, :lat)""")
                .param("id", changes.newId())
                .param("sign", seen.id())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("from", seen.status())
                .param("to", step.to())
                .param("defects", JSON.writeValueAsString(step.defects()))
                .param("note", step.note())
                .param("photo", step.photoSha256())
                .param("lon", step.position().map(LonLat::lon))
                .param("lat", step.position().map(LonLat::lat))
                .update();
    }

    List<SignEvent> eventsOf(long sign) {
        return db.sql("SELECT * FROM sign_event WHERE sign_id = :id ORDER BY id")
                .param("id", sign)
                .list(row -> new SignEvent(
                        row.getInstant("at"),
                        row.findLong("account_id"),
                        row.findText("from_status").flatMap(SignStatus::find),
                        SignStatus.find(row.getText("to_status")).orElseThrow(),
                        row.findText("defects").map(SignStore::defects).orElse(List.of()),
                        row.findText("note"),
                        row.findText("photo_sha256")));
    }

    private static List<Defect> defects(String json) {
        return JSON.readTree(json)
                .valueStream()
                .map(node -> Defect.valueOf(node.asString()))
                .toList();
    }

    /** Named streets by division, and those that a standing sign names. */
    List<Coverage> coverage(String prefix, int digits) {
        return db.sql("""
                SELECT SUBSTR(p.division_code, 1, :digits) AS division, COUNT(*) AS named,
                  SUM(CASE WHEN EXISTS (SELECT 1 FROM name_sign s WHERE s.place_id = p.id
                    AND s.status IN ('INSTALLED', 'DEFECTIVE', 'REPAIRED', 'REPLACED')) THEN 1 ELSE 0 END) AS signed
                FROM place p
                WHERE p.category = 'STREET' AND p.status <> 'RETIRED' AND p.division_code >= :from AND p.division_code < :to
                GROUP BY 1 ORDER BY 1""")
                .param("digits", digits)
                .param("from", prefix)
                .param("to", prefix + ":")
                .list(row -> new Coverage(
                        row.getText("division") + "0".repeat(12 - digits),
                        row.getLong("named"),
                        row.getLong("signed")));
    }
}
