package cn.diming.core.boundary;

import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Reads what the register knows beside a line. */
final class SurroundingsStore {

    private final Db db;
    private final AgreementDocumentStore documents;

    SurroundingsStore(Db db) {
        this.db = db;
        this.documents = new AgreementDocumentStore(db);
    }

    LineSurroundings of(BoundaryLine line, MarkerStore markers, BoundaryTolerance tolerance) {
        Geometry geometry = line.current().geometry();
        Optional<Bbox> box = geometry.isEmpty()
                ? Optional.empty()
                : Optional.of(Bbox.of(geometry).growMetres(tolerance.nameMetres()));
        return new LineSurroundings(
                markers.of(line),
                markers.pointsOf(line),
                outline(line.left()),
                outline(line.right()),
                box.map(this::named).orElse(List.of()),
                features(line, box),
                photos(markers.of(line)),
                copy(line, DocumentKind.LEFT_COPY),
                copy(line, DocumentKind.RIGHT_COPY));
    }

    private Optional<String> copy(BoundaryLine line, DocumentKind kind) {
        return documents.copyOf(line.id(), line.current().number(), kind);
    }

    Optional<Geometry> outline(DivisionCode code) {
        return db.sql("SELECT geom FROM division WHERE code = :code AND valid_to_year IS NULL AND geom IS NOT NULL")
                .param("code", code.digits())
                .find(row -> row.findGeometry("geom").orElseThrow());
    }

    private List<LineSurroundings.Named> named(Bbox box) {
        List<LineSurroundings.Named> named = new ArrayList<>(db
                .sql("SELECT p.name, p.division_code, p.geom FROM place p WHERE p.division_code IS NOT NULL"
                        + " AND p.status <> 'RETIRED' AND " + db.boxTest("place", "p"))
                .box(box)
                .list(row -> row.findGeometry("geom")
                        .filter(geometry -> geometry.getDimension() == 0)
                        .map(geometry -> new LineSurroundings.Named(
                                row.getText("name"), row.getText("division_code"), LonLat.within(geometry))))
                .stream()
                .flatMap(Optional::stream)
                .toList());
        named.addAll(db.sql("""
                        SELECT d.street_name, d.number_text, d.division_code, d.geom FROM door_plate d
                        WHERE d.division_code IS NOT NULL AND d.geom IS NOT NULL AND\s""" + db.boxTest("door_plate", "d"))
                .box(box)
                .list(row -> new LineSurroundings.Named(
                        row.findText("street_name").orElse("") + row.getText("number_text"),
                        row.getText("division_code"),
                        LonLat.within(row.findGeometry("geom").orElseThrow()))));
        return named;
    }

    /** The rivers and roads that the agreement's sections name, as they run today. */
    private Map<String, Geometry> features(BoundaryLine line, Optional<Bbox> box) {
        Map<String, Geometry> features = new HashMap<>();
        for (LineSection section : line.current().agreement().sections()) {
            if (section.basis().canMove() && section.feature().isPresent() && box.isPresent()) {
                String name = section.feature().get();
                List<Geometry> today = db
                        .sql("SELECT p.geom FROM place p WHERE p.name = :name AND p.status <> 'RETIRED' AND "
                                + db.boxTest("place", "p"))
                        .param("name", name)
                        .box(box.get())
                        .list(row -> row.findGeometry("geom"))
                        .stream()
                        .flatMap(Optional::stream)
                        .filter(geometry -> geometry.getDimension() == 1)
                        .toList();
                today.stream().findFirst().ifPresent(first -> features.put(name, first));
            }
        }
        return features;
    }

    private Map<Long, Integer> photos(List<BoundaryMarker> markers) {
        Map<Long, Integer> photos = new HashMap<>();
        if (!markers.isEmpty()) {
            db.sql("""
                    SELECT record_id, COUNT(*) AS photos FROM media
                    WHERE record_kind = :kind AND kind = 'PHOTO' AND record_id IN (:ids) GROUP BY record_id""")
                    .param("kind", RecordKind.BOUNDARY_MARKER)
                    .param("ids", markers.stream().map(BoundaryMarker::id).toList())
                    .list(row -> photos.put(row.getLong("record_id"), row.getInt("photos")));
        }
        return photos;
    }
}
