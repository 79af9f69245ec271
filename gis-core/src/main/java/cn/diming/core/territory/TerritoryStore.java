package cn.diming.core.territory;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** Reads legal lines and outlines, writes leave. */
final class TerritoryStore {

    /** Tables whose rows are about a line, and how many of them are said. */
    private static final List<Map.Entry<String, String>> ABOUT_LINES = List.of(
            Map.entry("boundary_line_version", "个协议版本"),
            Map.entry("boundary_document", "份协议文件"),
            Map.entry("boundary_marker", "颗界桩"),
            Map.entry("boundary_patrol", "次巡查"),
            Map.entry("inspection_round", "次联检"));

    private final Db db;

    TerritoryStore(Db db) {
        this.db = db;
    }

    List<LegalSide> sides() {
        return db.sql("""
                SELECT l.name, s.prefix, s.code, l.left_code, l.right_code, l.geom FROM legal_side s
                JOIN boundary_line l ON l.id = s.line_id WHERE l.geom IS NOT NULL""").list(TerritoryStore::side);
    }

    private static LegalSide side(Row row) {
        String left = row.getText("left_code");
        String right = row.getText("right_code");
        return new LegalSide(
                row.getText("name"),
                row.getText("prefix"),
                row.getText("code").equals(left) ? right : left,
                row.findGeometry("geom").orElseThrow());
    }

    /** What rests on a line, in Chinese, with numbers. */
    List<String> restingOn(long lineId) {
        List<String> resting = new ArrayList<>();
        for (Map.Entry<String, String> about : ABOUT_LINES) {
            long rows = db.sql("SELECT COUNT(*) FROM " + about.getKey() + " WHERE line_id = :id")
                    .param("id", lineId)
                    .getLong();
            if (rows > 0) {
                resting.add(rows + " " + about.getValue());
            }
        }
        return resting;
    }

    Optional<Geometry> outline(String code) {
        return db.sql("SELECT geom FROM division WHERE code = :code AND valid_to_year IS NULL AND geom IS NOT NULL")
                .param("code", code)
                .find(row -> row.findGeometry("geom").orElseThrow());
    }

    void insertWarrant(ChangeSet changes, long divisionId, String reason) {
        db.sql("""
                INSERT INTO territory_warrant (division_id, change_seq, reason) VALUES (:id, :seq, :reason)
                ON CONFLICT (division_id, change_seq) DO NOTHING""")
                .param("id", divisionId)
                .param("seq", changes.seq())
                .param("reason", reason)
                .update();
    }
}
