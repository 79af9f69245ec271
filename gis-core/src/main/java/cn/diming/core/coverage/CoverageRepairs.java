package cn.diming.core.coverage;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LocalPlane;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Records;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.territory.TerritoryGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * Proposes how a finding could be mended, and mends it when somebody has looked at the proposal and confirms it. What would move
 * a legal line is proposed with the guard's objection and cannot be confirmed.
 */
public final class CoverageRepairs {

    private static final int MOST_UNITS = 12;

    private final Db db;
    private final Records records;
    private final CoverageChecks checks;
    private final TerritoryGuard guard;

    public CoverageRepairs(Db db, Records records, CoverageChecks checks) {
        this.db = db;
        this.records = records;
        this.checks = checks;
        this.guard = new TerritoryGuard(db);
    }

    /**
     * What to mend.
     *
     * @param divisionIds the areas of a finding, the first before the others
     * @param shape of the finding, EPSG:4490
     */
    public record Wish(RepairMethod method, List<Long> divisionIds, Geometry shape) {

        /** @throws Refused for no areas, or more than one finding can have */
        public Wish {
            divisionIds = divisionIds.stream().distinct().toList();
            if (divisionIds.isEmpty() || divisionIds.size() > MOST_UNITS) {
                throw new Refused(List.of("修复应指明 1 至 " + MOST_UNITS + " 个区划"));
            }
        }
    }

    /**
     * One outline that would change.
     *
     * @param version of the record that was looked at
     * @param after EPSG:4490
     * @param squareMetres how much it would gain, or lose if negative
     * @param objections for which it cannot be confirmed; empty when it can
     */
    public record Proposal(
            long divisionId,
            int version,
            String code,
            String name,
            Geometry after,
            double squareMetres,
            List<String> objections) {

        public Proposal {
            objections = List.copyOf(objections);
        }
    }

    /** @throws Refused when the method finds nothing to do there */
    public List<Proposal> propose(Actor actor, Wish wish) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        List<StoredRecord> divisions =
                wish.divisionIds().stream().map(id -> division(actor, id)).toList();
        LocalPlane plane = new LocalPlane(LonLat.within(wish.shape()));
        List<Outline> outlines = new ArrayList<>();
        for (StoredRecord division : divisions) {
            CoverageUnit unit = new CoverageUnit(
                    Long.toString(division.id()),
                    division.text("code").orElse(""),
                    division.title(),
                    division.text("parent_code"),
                    division.geometry());
            outlines.add(new Outline(
                    outlines.size(), unit, plane.toMetres(division.geometry().orElseThrow())));
        }
        CoverageTolerance tolerance = checks.tolerance(divisions.getFirst().text("code"));
        Map<Outline, Geometry> mended =
                new Mending(outlines, plane.toMetres(wish.shape()), tolerance).by(wish.method());
        List<Proposal> proposals = new ArrayList<>();
        mended.forEach(
                (outline, metres) -> proposals.add(proposal(divisions.get(outline.index()), plane.toLonLat(metres))));
        if (proposals.isEmpty()) {
            throw new Refused(List.of("“" + wish.method().title() + "”在这里没有可做的改动"));
        }
        return proposals;
    }

    /**
     * Mends as proposed, all areas or none.
     *
     * @param versions by division, as the proposal said
     * @throws Refused for objections
     * @throws cn.diming.core.record.Stale when an area has changed since
     */
    public List<StoredRecord> confirm(Actor actor, Wish wish, Map<Long, Integer> versions) {
        return db.inTransaction(() -> {
            List<StoredRecord> changed = new ArrayList<>();
            for (Proposal proposal : propose(actor, wish)) {
                if (!proposal.objections().isEmpty()) {
                    throw new Refused(proposal.objections());
                }
                Integer version = versions.get(proposal.divisionId());
                if (version == null) {
                    throw new Refused(List.of("请先查看“" + proposal.name() + "”的修复建议再确认"));
                }
                changed.add(records.change(
                        actor,
                        proposal.divisionId(),
                        version,
                        new Records.Edit(
                                Map.of(),
                                Optional.of(proposal.after()),
                                Optional.of("覆盖检查修复：" + wish.method().title()))));
            }
            return changed;
        });
    }

    private StoredRecord division(Actor actor, long id) {
        StoredRecord record = records.get(actor, id);
        if (record.kind() != RecordKind.DIVISION || record.geometry().isEmpty()) {
            throw new NotFound("没有编号为 " + id + " 的区划图形");
        }
        return record;
    }

    private Proposal proposal(StoredRecord division, Geometry after) {
        Geometry before = division.geometry().orElseThrow();
        String code = division.text("code").orElse("");
        return new Proposal(
                division.id(),
                division.version(),
                code,
                division.title(),
                after,
                Ellipsoid.areaSquareMetres(after) - Ellipsoid.areaSquareMetres(before),
                guard.lines().faults(code, Optional.of(before), Optional.of(after)));
    }
}
