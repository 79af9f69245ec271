package cn.diming.core.naming;

import cn.diming.core.change.Change;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.naming.IndexedName.Owner;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.region.DivisionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Reads every name there is: of places, divisions, shops and reservations; and what the rules ask about a single place. */
final class NameStore {

    private static final String PLACES = "SELECT id, name, category, status, division_code, geom FROM place";
    private static final String FURTHER_NAMES = """
            SELECT n.place_id AS id, n.name, n.kind, p.category, p.status, p.division_code, p.geom
            FROM place_name n JOIN place p ON p.id = n.place_id AND n.name <> p.name""";
    private static final String DIVISIONS = """
            SELECT id, code, name, level, valid_to_year, geom FROM division""";
    private static final String SHOPS = "SELECT id, name, division_code, geom FROM shop";

    private final Db db;

    NameStore(Db db) {
        this.db = db;
    }

    /** Every name that is in the index, in constant memory. */
    void forEach(Consumer<IndexedName> work) {
        db.forEach(PLACES, row -> work.accept(place(row)));
        db.forEach(FURTHER_NAMES, row -> work.accept(furtherName(row)));
        db.forEach(DIVISIONS, row -> work.accept(division(row)));
        db.forEach(SHOPS, row -> work.accept(shop(row)));
    }

    /** The same at once, on the connection of the open transaction. */
    List<IndexedName> all() {
        List<IndexedName> names = new ArrayList<>(db.sql(PLACES).list(NameStore::place));
        names.addAll(db.sql(FURTHER_NAMES).list(NameStore::furtherName));
        names.addAll(db.sql(DIVISIONS).list(NameStore::division));
        names.addAll(db.sql(SHOPS).list(NameStore::shop));
        return names;
    }

    /** The names of the records that a journal entry speaks of, as they are now; empty for kinds that have none. */
    List<IndexedName> changedBy(Change change) {
        return change.op() == Change.Op.DELETED
                ? List.of()
                : switch (change.kind()) {
                    case PLACE -> places(change);
                    case DIVISION -> names(DIVISIONS, "", change, NameStore::division);
                    case SHOP -> names(SHOPS, "", change, NameStore::shop);
                    default -> List.of();
                };
    }

    /** What a running transaction has written so far. */
    List<IndexedName> placesOf(long changeSeq) {
        List<IndexedName> names = new ArrayList<>(db.sql(PLACES + " WHERE change_seq = :seq")
                .param("seq", changeSeq)
                .list(NameStore::place));
        names.addAll(db.sql(FURTHER_NAMES + " WHERE p.change_seq = :seq")
                .param("seq", changeSeq)
                .list(NameStore::furtherName));
        return names;
    }

    /** Names that cases hold for themselves; a few hundred at most. */
    List<IndexedName> reservations() {
        return db.sql("SELECT case_id, name, category, division_code FROM name_reservation")
                .list(NameStore::reservation);
    }

    /** The protection class under which a place is listed. */
    Optional<String> protectionOf(long placeId) {
        return db.sql("SELECT class FROM protected_name WHERE place_id = :id")
                .param("id", placeId)
                .find(row -> row.getText("class"));
    }

    /** Name and status of a place. */
    Optional<Standing> standingOf(long placeId) {
        return db.sql("SELECT name, status, category FROM place WHERE id = :id")
                .param("id", placeId)
                .find(row -> new Standing(row.getText("name"), row.getText("status"), category(row)));
    }

    /** How a place stands in the register. */
    record Standing(String name, String status, PlaceCategory category) {}

    /** The drawn built-up area that holds a point. */
    Optional<Geometry> builtUpAreaAt(LonLat point) {
        Geometry dot = point.toPoint();
        return db
                .sql("SELECT g.geom FROM ground g WHERE g.class = 'built-up-area' AND " + db.boxTest("ground", "g"))
                .box(new Bbox(point.lon(), point.lat(), point.lon(), point.lat()))
                .list(row -> row.findGeometry("geom"))
                .stream()
                .flatMap(Optional::stream)
                .filter(area -> area.covers(dot))
                .findFirst();
    }

    private List<IndexedName> places(Change change) {
        List<IndexedName> names = new ArrayList<>(names(PLACES, "", change, NameStore::place));
        names.addAll(names(FURTHER_NAMES, "p.", change, NameStore::furtherName));
        return names;
    }

    private List<IndexedName> names(String sql, String table, Change change, Function<Row, IndexedName> read) {
        return change.recordId().isPresent()
                ? db.sql(sql + " WHERE " + table + "id = :id")
                        .param("id", change.recordId().getAsLong())
                        .list(read)
                : db.sql(sql + " WHERE " + table + "change_seq = :seq")
                        .param("seq", change.seq())
                        .list(read);
    }

    private static IndexedName place(Row row) {
        return of(Owner.PLACE, row, category(row), use(row.getText("status")), code(row));
    }

    private static IndexedName furtherName(Row row) {
        boolean cancelled = use(row.getText("status")) == NameUse.CANCELLED;
        NameUse use = cancelled ? NameUse.CANCELLED : NameUse.valueOf(row.getText("kind"));
        return of(Owner.PLACE, row, category(row), use, code(row));
    }

    private static IndexedName division(Row row) {
        NameUse use = row.findInt("valid_to_year").isPresent() ? NameUse.CANCELLED : NameUse.STANDARD;
        PlaceCategory category = row.getInt("level") == DivisionLevel.VILLAGE.number()
                ? PlaceCategory.VILLAGE_SEAT
                : PlaceCategory.DIVISION;
        return of(Owner.DIVISION, row, category, use, Long.parseLong(row.getText("code")));
    }

    private static IndexedName shop(Row row) {
        return of(Owner.SHOP, row, PlaceCategory.OTHER, NameUse.STANDARD, code(row));
    }

    private static IndexedName reservation(Row row) {
        PlaceCategory category = category(row);
        String name = row.getText("name");
        return new IndexedName(
                Owner.RESERVATION,
                row.getLong("case_id"),
                name,
                NameTerms.comparable(name, category),
                NameUse.RESERVED,
                category,
                code(row),
                Double.NaN,
                Double.NaN,
                null);
    }

    private static IndexedName of(Owner owner, Row row, PlaceCategory category, NameUse use, long division) {
        String name = row.getText("name");
        String text = NameTerms.comparable(name, category);
        Optional<Geometry> geometry = row.findGeometry("geom").filter(g -> !g.isEmpty());
        @Nullable Coordinate at = geometry.map(NameStore::middle).orElse(null);
        return new IndexedName(
                owner,
                row.getLong("id"),
                name,
                text.equals(name) ? name : text,
                use,
                category,
                division,
                at == null ? Double.NaN : at.x,
                at == null ? Double.NaN : at.y,
                geometry.filter(g -> g.getNumPoints() > 1).map(Bbox::of).orElse(null));
    }

    private static Coordinate middle(Geometry geometry) {
        return geometry.getNumPoints() == 1
                ? geometry.getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
    }

    private static PlaceCategory category(Row row) {
        return PlaceCategory.find(row.getText("category")).orElse(PlaceCategory.OTHER);
    }

    private static long code(Row row) {
        return row.findText("division_code")
                .filter(code -> code.matches("[1-9]\\d{11}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static NameUse use(String status) {
        return switch (status) {
            case "RETIRED" -> NameUse.CANCELLED;
            case "PROPOSED", "PLANNED", "PENDING", "RESERVED", "DRAFT", "RETURNED" -> NameUse.PROPOSED;
            default -> NameUse.STANDARD;
        };
    }
}
