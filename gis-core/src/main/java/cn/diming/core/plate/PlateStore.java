package cn.diming.core.plate;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.PlateNumber;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.region.DivisionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/** The tables of door plates and of their numberings. */
final class PlateStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> RESERVED_COLUMNS = List.of(
            "id",
            "change_seq",
            "kind",
            "street_id",
            "street_name",
            "division_code",
            "main_number",
            "number_text",
            "status",
            "temporary",
            "geom",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by");
    private static final List<String> LINE_COLUMNS =
            List.of("renumbering_id", "plate_id", "old_address", "new_address");

    private static final int IDS_AT_ONCE = 500;
    private static final int COUNTY_DIGITS = 6;
    private static final double MEETING_METRES = 10;

    private final Db db;

    PlateStore(Db db) {
        this.db = db;
    }

    List<PlateRow> platesIn(String prefix) {
        return db.sql("SELECT * FROM door_plate WHERE division_code >= :from AND division_code < :to ORDER BY id")
                .param("from", prefix)
                .param("to", prefix + ":") // the character after the digits
                .list(PlateStore::plate);
    }

    /** Plates that point to these streets, wherever they are. */
    List<PlateRow> platesOf(Collection<Long> streets) {
        List<PlateRow> plates = new ArrayList<>();
        List<Long> ids = List.copyOf(streets);
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            plates.addAll(db.sql("SELECT * FROM door_plate WHERE street_id IN (:ids) ORDER BY id")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE)))
                    .list(PlateStore::plate));
        }
        return plates;
    }

    /** Plates near these places that only bear the street's name. */
    List<PlateRow> platesNamed(String street, Bbox box) {
        return db.sql("SELECT p.* FROM door_plate p WHERE street_id IS NULL AND street_name = :name AND "
                        + db.boxTest("door_plate", "p") + " ORDER BY id")
                .param("name", street)
                .box(box)
                .list(PlateStore::plate);
    }

    Optional<PlateRow> find(long id) {
        return db.sql("SELECT * FROM door_plate WHERE id = :id").param("id", id).find(PlateStore::plate);
    }

    private static PlateRow plate(Row row) {
        return new PlateRow(
                row.getLong("id"),
                row.getInt("version"),
                row.findLong("street_id"),
                row.findText("street_name").orElse(""),
                row.findText("division_code").orElse(""),
                row.getText("number_text"),
                PlateStatus.find(row.getText("status")).orElse(PlateStatus.INSTALLED),
                attribute(row, "homestead"),
                row.isTrue("temporary"),
                isTrue(row, "usedAsProof"),
                row.findText("building"),
                row.findText("unit"),
                attribute(row, "compound"),
                isTrue(row, "mainOfCompound"),
                row.findGeometry("geom"));
    }

    static boolean isTrue(Row row, String key) {
        return attribute(row, key).filter("true"::equals).isPresent();
    }

    private static Optional<String> attribute(Row row, String key) {
        return row.findText("attributes")
                .filter(json -> json.contains('"' + key + '"'))
                .flatMap(json -> Optional.ofNullable(JSON.readTree(json).get(key)))
                .map(node -> node.asString());
    }

    List<StreetRow> streetsIn(Bbox box) {
        List<StreetRow> streets = db.sql("SELECT p.id, p.name, p.division_code, p.geom FROM place p"
                        + " WHERE category = 'STREET' AND status <> 'RETIRED' AND " + db.boxTest("place", "p")
                        + " ORDER BY id")
                .box(box)
                .list(PlateStore::street);
        return withFormerNames(streets.stream()
                .filter(street -> street.line().getDimension() == 1)
                .toList());
    }

    /** The streets in a box, and those that these may meet. */
    List<StreetRow> streetsAround(Bbox box) {
        return streetsIn(box).stream()
                .map(street -> Bbox.of(street.line()))
                .reduce(Bbox::union)
                .map(extent -> streetsIn(extent.growMetres(MEETING_METRES)))
                .orElse(List.of());
    }

    /** The middle of the selection's county; of the streets, where the county has no outline. */
    LonLat centre(Selection selection, Collection<StreetRow> streets) {
        return db.sql("SELECT geom FROM division WHERE code = :code AND valid_to_year IS NULL AND geom IS NOT NULL")
                .param(
                        "code",
                        DivisionCode.parse(selection.divisionCode().substring(0, COUNTY_DIGITS))
                                .digits())
                .find(row -> Bbox.of(row.findGeometry("geom").orElseThrow()))
                .or(() -> streets.stream().map(street -> Bbox.of(street.line())).reduce(Bbox::union))
                .map(Bbox::centre)
                .orElse(new LonLat(0, 0));
    }

    /** A place under one of its names. */
    record Named(String name, PlaceCategory category, String divisionCode) {}

    List<Named> placesNamed(Collection<String> names) {
        List<Named> found = new ArrayList<>();
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            found.addAll(db.sql("SELECT DISTINCT name, category, division_code FROM place"
                            + " WHERE status <> 'RETIRED' AND name IN (:names)")
                    .param("names", all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE)))
                    .list(row -> new Named(
                            row.getText("name"),
                            PlaceCategory.find(row.getText("category")).orElse(PlaceCategory.OTHER),
                            row.findText("division_code").orElse(""))));
        }
        return found;
    }

    /** A street of any status that has a line. */
    Optional<StreetRow> findStreet(long id) {
        return db.sql("SELECT id, name, division_code, geom FROM place"
                        + " WHERE id = :id AND category = 'STREET' AND geom IS NOT NULL")
                .param("id", id)
                .find(PlateStore::street)
                .filter(street -> street.line().getDimension() == 1);
    }

    private static StreetRow street(Row row) {
        return new StreetRow(
                row.getLong("id"),
                row.getText("name"),
                row.findText("division_code").orElse(""),
                Set.of(),
                row.findGeometry("geom").orElseThrow());
    }

    private List<StreetRow> withFormerNames(List<StreetRow> streets) {
        Map<Long, Set<String>> former = new HashMap<>();
        for (int from = 0; from < streets.size(); from += IDS_AT_ONCE) {
            List<Long> ids = streets.subList(from, Math.min(streets.size(), from + IDS_AT_ONCE)).stream()
                    .map(StreetRow::id)
                    .toList();
            db.sql("SELECT place_id, name FROM place_name WHERE kind = 'FORMER' AND place_id IN (:ids)")
                    .param("ids", ids)
                    .list(row -> former.computeIfAbsent(row.getLong("place_id"), id -> new LinkedHashSet<>())
                            .add(row.getText("name")));
        }
        return streets.stream()
                .map(street -> new StreetRow(
                        street.id(),
                        street.name(),
                        street.divisionCode(),
                        former.getOrDefault(street.id(), Set.of()),
                        street.line()))
                .toList();
    }

    /** @return false when somebody else was faster */
    boolean number(ChangeSet changes, NumberedPlate plate) {
        PlateNumber number = plate.number();
        String moved = plate.moved().isPresent() ? ", geom = :geom" : "";
        var statement = db.sql("""
                UPDATE door_plate SET main_number = :main, sub_number = :sub, sub_style = :style, number_text = :text,
                  street_id = :street, street_name = :name, status = :status, version = version + 1,
                  change_seq = :seq, updated_at = :at, updated_by = :by""" + moved + " WHERE id = :id AND version = :version")
                .param("main", number.main())
                .param("sub", number.sub() == 0 ? null : number.sub())
                .param("style", number.sub() == 0 ? null : number.style())
                .param("text", number.text())
                .param("street", plate.street().isPresent() ? plate.street().getAsLong() : null)
                .param("name", plate.streetName())
                .param("status", plate.status())
                .param("seq", changes.seq())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", plate.row().id())
                .param("version", plate.row().version());
        plate.moved().ifPresent(place -> statement.param("geom", place.toPoint()));
        return statement.update() == 1;
    }

    void deleteReserved(ChangeSet changes, Collection<PlateRow> reserved) {
        List<PlateRow> rows = List.copyOf(reserved);
        for (int from = 0; from < rows.size(); from += IDS_AT_ONCE) {
            List<PlateRow> some = rows.subList(from, Math.min(rows.size(), from + IDS_AT_ONCE));
            some.forEach(plate -> changes.claim(RecordKind.DOOR_PLATE, plate.id()));
            db.sql("DELETE FROM door_plate WHERE id IN (:ids) AND status = 'RESERVED'")
                    .param("ids", some.stream().map(PlateRow::id).toList())
                    .update();
        }
        rows.forEach(row ->
                changes.deleted(RecordKind.DOOR_PLATE, row.id(), row.position().map(Bbox::of)));
    }

    void insertReserved(ChangeSet changes, List<KeptNumber> kept) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        changes.reserveIds(Math.max(1, kept.size()));
        for (KeptNumber number : kept) {
            Object account = changes.actor().accountId().isPresent()
                    ? changes.actor().accountId().getAsLong()
                    : null;
            rows.add(new @Nullable Object[] {
                changes.newId(),
                changes.seq(),
                "DOOR",
                number.street(),
                number.streetName(),
                number.divisionCode(),
                number.number(),
                PlateNumber.of(number.number()).text(),
                PlateStatus.RESERVED.name(),
                false,
                number.position().toPoint(),
                changes.at(),
                account,
                changes.at(),
                account
            });
        }
        db.insertAll("door_plate", RESERVED_COLUMNS, rows);
    }

    void insert(ChangeSet changes, Renumbering made, List<Renumbering.Line> lines) {
        db.sql("""
                INSERT INTO renumbering (id, change_seq, at, account_id, division_code, title, profile_name, reason,
                  doors, changed, reserved, sha256)
                VALUES (:id, :seq, :at, :by, :division, :title, :profile, :reason, :doors, :changed, :reserved, :hash)""")
                .param("id", made.id())
                .param("seq", changes.seq())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("division", made.divisionCode())
                .param("title", made.title())
                .param("profile", made.profile())
                .param("reason", made.reason())
                .param("doors", made.doors())
                .param("changed", made.changed())
                .param("reserved", made.reserved())
                .param("hash", made.sha256())
                .update();
        List<@Nullable Object[]> rows = new ArrayList<>();
        lines.forEach(line ->
                rows.add(new @Nullable Object[] {made.id(), line.plateId(), line.oldAddress(), line.newAddress()}));
        db.insertAll("renumbering_line", LINE_COLUMNS, rows);
    }

    Optional<Renumbering> findRenumbering(long id) {
        return db.sql("SELECT * FROM renumbering WHERE id = :id")
                .param("id", id)
                .find(PlateStore::renumbering);
    }

    List<Renumbering> renumberings(String prefix, int limit) {
        return db.sql("SELECT * FROM renumbering WHERE division_code >= :from AND division_code < :to"
                        + " ORDER BY id DESC LIMIT :limit")
                .param("from", prefix)
                .param("to", prefix + ":")
                .param("limit", limit)
                .list(PlateStore::renumbering);
    }

    private static Renumbering renumbering(Row row) {
        return new Renumbering(
                row.getLong("id"),
                row.getInstant("at"),
                row.getText("division_code"),
                row.getText("title"),
                row.getText("profile_name"),
                row.getText("reason"),
                row.getInt("doors"),
                row.getInt("changed"),
                row.getInt("reserved"),
                row.getText("sha256"));
    }

    List<Renumbering.Line> linesOf(long renumbering) {
        return db.sql("SELECT * FROM renumbering_line WHERE renumbering_id = :id ORDER BY plate_id")
                .param("id", renumbering)
                .list(row -> new Renumbering.Line(
                        row.getLong("plate_id"), row.getText("old_address"), row.getText("new_address")));
    }

    /** Of these plates, those whose old and new address are on record. */
    Set<Long> everRenumbered(String prefix) {
        return new LinkedHashSet<>(
                db.sql("""
                SELECT DISTINCT l.plate_id AS id FROM renumbering_line l JOIN door_plate p ON p.id = l.plate_id
                WHERE p.division_code >= :from AND p.division_code < :to""").param("from", prefix).param("to", prefix + ":").list(row -> row.getLong("id")));
    }

    /** Nine digits each: the towns in a division, or the one it is in, that have plates. */
    List<String> townsWithPlates(String prefix) {
        return db.sql("""
                SELECT DISTINCT SUBSTR(division_code, 1, 9) AS town FROM door_plate
                WHERE division_code >= :from AND division_code < :to AND LENGTH(division_code) >= 9 ORDER BY 1""").param("from", prefix).param("to", prefix + ":").list(row -> row.getText("town"));
    }

    /** The towns with plates in which a plate, a street or the outline of a village was written after a journal number. */
    List<String> townsChangedSince(long seq) {
        return db.sql("""
                SELECT DISTINCT town FROM (
                  SELECT SUBSTR(division_code, 1, 9) AS town FROM door_plate WHERE change_seq > :seq
                  UNION SELECT SUBSTR(division_code, 1, 9) FROM place WHERE category = 'STREET' AND change_seq > :seq
                  UNION SELECT SUBSTR(code, 1, 9) FROM division WHERE change_seq > :seq) changed
                WHERE LENGTH(town) = 9
                  AND EXISTS (SELECT 1 FROM door_plate p WHERE p.division_code >= town AND p.division_code < town || ':')
                ORDER BY 1""").param("seq", seq).list(row -> row.getText("town"));
    }

    /** Outlines of the villages inside. */
    List<Outline> outlines(String prefix) {
        return db.sql("""
                SELECT code, geom FROM division
                WHERE code >= :from AND code < :to AND level = 5 AND valid_to_year IS NULL AND geom IS NOT NULL""")
                .param("from", prefix)
                .param("to", prefix + ":")
                .list(row -> new Outline(
                        row.getText("code"), row.findGeometry("geom").orElseThrow()));
    }

    /** Where a village is. */
    record Outline(String code, Geometry geometry) {}
}
