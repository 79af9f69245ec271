package cn.diming.core.coverage;

import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import java.util.List;

/** Reads the divisions of the register as areas of a coverage. */
final class CoverageStore {

    private final Db db;

    CoverageStore(Db db) {
        this.db = db;
    }

    List<CoverageUnit> units(String prefix, int level) {
        return db.sql("""
                SELECT * FROM division WHERE level = :level AND valid_to_year IS NULL AND code >= :from AND code < :to
                ORDER BY code""")
                .param("level", level)
                .param("from", prefix)
                .param("to", prefix + ":")
                .list(CoverageStore::unit);
    }

    /** Whatever the units call their parent: a county may have no prefecture over it. */
    List<CoverageUnit> parents(String prefix, int level) {
        return db.sql("""
                SELECT * FROM division WHERE valid_to_year IS NULL AND code IN (SELECT parent_code FROM division
                  WHERE level = :level AND valid_to_year IS NULL AND code >= :from AND code < :to) ORDER BY code""")
                .param("level", level)
                .param("from", prefix)
                .param("to", prefix + ":")
                .list(CoverageStore::unit);
    }

    private static CoverageUnit unit(Row row) {
        return new CoverageUnit(
                Long.toString(row.getLong("id")),
                row.getText("code"),
                row.getText("name"),
                row.findText("parent_code"),
                row.findGeometry("geom"));
    }
}
