package cn.diming.core.plate;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;

/** What happened to plates, and what people reported about them. */
final class PlateLifeStore {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Db db;

    PlateLifeStore(Db db) {
        this.db = db;
    }

    Optional<PlateCard> find(long id) {
        return db.sql("SELECT * FROM door_plate WHERE id = :id").param("id", id).find(row -> card(row, true));
    }

    List<PlateCard> list(String prefix, Optional<PlateStatus> status, long afterId, int limit) {
        String wanted = status.isPresent() ? " AND status = :status" : "";
        var statement = db.sql(
                        "SELECT * FROM door_plate WHERE division_code >= :from AND division_code < :to AND id > :after"
                                + wanted + " ORDER BY id LIMIT :limit")
                .param("from", prefix)
                .param("to", prefix + ":")
                .param("after", afterId)
                .param("limit", limit);
        status.ifPresent(s -> statement.param("status", s));
        return statement.list(row -> card(row, false));
    }

    private PlateCard card(Row row, boolean whole) {
        long id = row.getLong("id");
        String street = row.findText("street_name").orElse("");
        String number = row.getText("number_text");
        return new PlateCard(
                id,
                row.getInt("version"),
                street + number,
                street,
                number,
                row.findText("unit"),
                row.findText("room"),
                PlateStore.isTrue(row, "mainOfCompound"),
                row.findText("division_code").orElse(""),
                PlateStatus.find(row.getText("status")).orElse(PlateStatus.INSTALLED),
                row.findText("numbering_authority"),
                row.isTrue("temporary"),
                row.findGeometry("geom").map(Geometry::getCoordinate).map(LonLat::of),
                whole ? formerAddresses(id) : List.of(),
                whole ? events(id) : List.of());
    }

    private List<String> formerAddresses(long plate) {
        return db.sql("""
                SELECT old_address FROM renumbering_line WHERE plate_id = :id AND old_address <> new_address
                ORDER BY renumbering_id DESC""").param("id", plate).list(row -> row.getText("old_address"));
    }

    private List<PlateCard.Event> events(long plate) {
        return db.sql("SELECT * FROM plate_event WHERE plate_id = :id ORDER BY id")
                .param("id", plate)
                .list(row -> new PlateCard.Event(
                        row.getInstant("at"),
                        row.findLong("account_id"),
                        row.findText("from_status").flatMap(PlateStatus::find),
                        PlateStatus.find(row.getText("to_status")).orElseThrow(),
                        row.findText("authority"),
                        row.findText("document"),
                        row.findText("note"),
                        row.findText("photo_sha256")));
    }

    boolean advance(ChangeSet changes, PlateCard seen, PlateStep step) {
        boolean installed = step.to() == PlateStatus.INSTALLED;
        String today = installed ? ", installed_on = :today" : "";
        String authority = step.authority().isPresent() ? ", numbering_authority = :authority" : "";
        var statement = db.sql("UPDATE door_plate SET status = :status, version = version + 1, change_seq = :seq,"
                        + " updated_at = :at, updated_by = :by" + today + authority
                        + " WHERE id = :id AND version = :version")
                .param("status", step.to())
                .param("seq", changes.seq())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("id", seen.id())
                .param("version", seen.version());
        step.authority().ifPresent(name -> statement.param("authority", name));
        if (installed) {
            statement.param("today", changes.at().atZone(CHINA).toLocalDate());
        }
        if (statement.update() == 0) {
            return false;
        }
        changes.saved(RecordKind.DOOR_PLATE, seen.id(), seen.position().map(place -> Bbox.around(place, 0)));
        insertEvent(changes, seen, step);
        return true;
    }

    private void insertEvent(ChangeSet changes, PlateCard seen, PlateStep step) {
        db.sql("""
                INSERT INTO plate_event (id, plate_id, at, account_id, from_status, to_status, authority, document, note,
                  photo_sha256, lon, lat)
                VALUES (:id, :plate, :at, :by, :from, :to, :authority, :document, :note, :photo, :lon, :lat)""")
                .param("id", changes.newId())
                .param("plate", seen.id())
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("from", seen.status())
                .param("to", step.to())
                .param("authority", step.authority())
                .param("document", step.document())
                .param("note", step.note())
                .param("photo", step.photoSha256())
                .param("lon", step.position().map(LonLat::lon))
                .param("lat", step.position().map(LonLat::lat))
                .update();
    }

    /** The last time that each plate of a division was hung; none for plates that hung before anybody kept book of them. */
    Map<Long, Hanging> hangings(String prefix) {
        Map<Long, Hanging> hangings = new HashMap<>();
        db.sql("""
                SELECT e.plate_id, e.photo_sha256, e.lon, e.lat FROM plate_event e JOIN door_plate p ON p.id = e.plate_id
                WHERE e.to_status = 'INSTALLED' AND p.division_code >= :from AND p.division_code < :to ORDER BY e.id""")
                .param("from", prefix)
                .param("to", prefix + ":")
                .list(row -> hangings.put(row.getLong("plate_id"), hanging(row)));
        return hangings;
    }

    private static Hanging hanging(Row row) {
        OptionalDouble lon = row.findDouble("lon");
        OptionalDouble lat = row.findDouble("lat");
        return new Hanging(
                row.findText("photo_sha256"),
                lon.isPresent() && lat.isPresent()
                        ? Optional.of(new LonLat(lon.getAsDouble(), lat.getAsDouble()))
                        : Optional.empty());
    }

    void insertReport(ChangeSet changes, long plate, ErrorReport.Kind kind, Optional<String> text) {
        db.sql("""
                INSERT INTO plate_report (id, plate_id, at, kind, text, state) VALUES (:id, :plate, :at, :kind, :text, 'OPEN')""")
                .param("id", changes.newId())
                .param("plate", plate)
                .param("at", changes.at())
                .param("kind", kind)
                .param("text", text)
                .update();
    }

    List<ErrorReport> reports(String prefix, boolean openOnly, int limit) {
        return db.sql("""
                SELECT r.*, p.street_name, p.number_text, p.division_code FROM plate_report r
                JOIN door_plate p ON p.id = r.plate_id
                WHERE p.division_code >= :from AND p.division_code < :to""" + (openOnly ? " AND r.state = 'OPEN'" : "") + " ORDER BY r.id DESC LIMIT :limit")
                .param("from", prefix)
                .param("to", prefix + ":")
                .param("limit", limit)
                .list(PlateLifeStore::report);
    }

    Optional<ErrorReport> findReport(long id) {
        return db.sql("""
                SELECT r.*, p.street_name, p.number_text, p.division_code FROM plate_report r
                JOIN door_plate p ON p.id = r.plate_id WHERE r.id = :id""").param("id", id).find(PlateLifeStore::report);
    }

    private static ErrorReport report(Row row) {
        return new ErrorReport(
                row.getLong("id"),
                row.getLong("plate_id"),
                row.findText("street_name").orElse("") + row.getText("number_text"),
                row.findText("division_code").orElse(""),
                row.getInstant("at"),
                ErrorReport.Kind.valueOf(row.getText("kind")),
                row.findText("text"),
                row.getText("state").equals("OPEN"),
                row.findText("answer"));
    }

    void answer(ChangeSet changes, ErrorReport report, String answer) {
        db.sql("""
                UPDATE plate_report SET state = 'ANSWERED', answered_at = :at, answered_by = :by, answer = :answer
                WHERE id = :id""")
                .param("at", changes.at())
                .param("by", changes.actor().accountId())
                .param("answer", answer)
                .param("id", report.id())
                .update();
    }
}
