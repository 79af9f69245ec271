package cn.diming.dataimport.job;

import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.FeatureFilter;
import cn.diming.core.geo.GeometryRepair;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordRules;
import cn.diming.core.record.RecordStore;
import cn.diming.core.region.DivisionLocator;
import cn.diming.dataimport.plan.DraftMaker;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** Judges the rows of one layer in order: the file's own faults, the plan's filter, the form of the record, twins. */
final class RowJudge {

    private static final String DIVISION = "division_code";

    private final ImportPlan plan;
    private final DraftMaker maker;
    private final Optional<FeatureFilter> filter;
    private final boolean spatialFilter;
    private final Optional<CrsTransform> toCgcs2000;
    private final Optional<DivisionLocator> locator;
    private final RelatedNames names;
    private final Set<String> seen = new HashSet<>();
    private long mended;

    /** @param toCgcs2000 from the reference system of the file; empty = unknown, then no row may have a position */
    RowJudge(ImportPlan plan, Optional<FeatureFilter> filter, Optional<CrsTransform> toCgcs2000, Db db) {
        this.plan = plan;
        this.maker = new DraftMaker(plan);
        this.filter = filter;
        this.spatialFilter = filter.filter(FeatureFilter::isSpatial).isPresent();
        this.toCgcs2000 = toCgcs2000;
        this.names = new RelatedNames(new RecordStore(db), plan.source());
        boolean located = plan.keepsGeometry() && plan.schema().divisionColumn().equals(DIVISION);
        this.locator = located ? Optional.of(new DivisionLocator(db)) : Optional.empty();
    }

    Verdict judge(SourceFeature row) {
        if (row.faulty()) {
            return new Verdict.Rejected(
                    row, row.problems().stream().map(SourceProblem::message).toList());
        }
        List<String> faults = new ArrayList<>();
        Optional<Geometry> geometry = position(row, faults);
        boolean undecided = spatialFilter && !faults.isEmpty();
        if (filter.isPresent() && !undecided && !filter.get().test(row.attributes(), geometry)) {
            return new Verdict.LeftOut();
        }
        RecordDraft draft = maker.draft(maker.completed(row, names::of), geometry, faults);
        if (!faults.isEmpty()) {
            return new Verdict.Rejected(row, faults);
        }
        RecordDraft sound = sound(draft, faults);
        if (faults.isEmpty()) {
            twin(sound, row).ifPresent(mark -> faults.add("与前面的行重复：" + mark));
        }
        return faults.isEmpty() ? new Verdict.Accepted(row, withDivision(sound)) : new Verdict.Rejected(row, faults);
    }

    /** Judges again what several good rows make together. */
    Verdict judgeMerged(SourceFeature first, RecordDraft merged) {
        List<String> faults = new ArrayList<>();
        RecordDraft sound = sound(merged, faults);
        return faults.isEmpty()
                ? new Verdict.Accepted(first, sound)
                : new Verdict.Rejected(
                        first, faults.stream().map(fault -> "合并后" + fault).toList());
    }

    /** How many polygons were mended. */
    long mended() {
        return mended;
    }

    /** What makes a record of this kind the only one, for people. */
    String words(RecordDraft draft) {
        return String.join("，", marks(draft));
    }

    /** In EPSG:4490, where the plan has a use for it. */
    private Optional<Geometry> position(SourceFeature row, List<String> faults) {
        Optional<Geometry> geometry = row.geometry().filter(g -> plan.keepsGeometry() || spatialFilter);
        if (geometry.isPresent() && toCgcs2000.isEmpty()) {
            faults.add("不知道坐标系，请用 --crs 指明");
            return Optional.empty();
        }
        try {
            return geometry.map(g -> toCgcs2000.orElseThrow().apply(g));
        } catch (BadCoordinateException unfit) {
            faults.add(String.valueOf(unfit.getMessage()));
            return Optional.empty();
        }
    }

    /** The draft, its polygon mended where that makes it fit to be stored; else the reasons why it is not. */
    private RecordDraft sound(RecordDraft draft, List<String> faults) {
        List<String> found = RecordRules.faults(plan.schema(), draft);
        Optional<Geometry> better =
                found.isEmpty() ? Optional.empty() : draft.geometry().flatMap(GeometryRepair::mend);
        if (better.isEmpty()) {
            faults.addAll(found);
            return draft;
        }
        RecordDraft repaired =
                new RecordDraft(draft.sourceKey(), draft.values(), better, draft.names(), draft.registrations());
        faults.addAll(RecordRules.faults(plan.schema(), repaired));
        mended += faults.isEmpty() ? 1 : 0;
        return repaired;
    }

    /** Empty for the further pieces of a record that is merged. */
    private Optional<String> twin(RecordDraft draft, SourceFeature row) {
        if (plan.isMerging()
                && seen.contains(draft.sourceKey())
                && maker.mergeKey(row).isPresent()) {
            return Optional.empty();
        }
        return marks(draft).stream().filter(mark -> !seen.add(mark)).findFirst();
    }

    /** What the tables keep unique, each with its title; the source's own key as it is. */
    private List<String> marks(RecordDraft draft) {
        List<String> marks = new ArrayList<>(List.of(draft.sourceKey()));
        RecordKind kind = plan.target();
        Map<String, Object> values = draft.values();
        if (kind == RecordKind.DIVISION) {
            marks.add("区划代码 " + values.get("code"));
        } else if (kind == RecordKind.BOUNDARY_MARKER) {
            marks.add("界桩内部编号 " + values.get("marker_key"));
        } else if (kind == RecordKind.BOUNDARY_LINE) {
            marks.add("界线代码 " + values.get("line_code") + "，协议版本 " + values.getOrDefault("agreement_version", 1L));
        }
        draft.registrations().stream()
                .flatMap(entry -> entry.placeCode().stream())
                .forEach(code -> marks.add("地名代码 " + code));
        return marks;
    }

    private RecordDraft withDivision(RecordDraft draft) {
        Optional<String> code = draft.values().containsKey(DIVISION)
                ? Optional.empty()
                : locator.flatMap(areas -> draft.geometry().flatMap(areas::divisionOf));
        if (code.isEmpty()) {
            return draft;
        }
        Map<String, Object> values = new HashMap<>(draft.values());
        values.put(DIVISION, code.get());
        return new RecordDraft(draft.sourceKey(), values, draft.geometry(), draft.names(), draft.registrations());
    }
}
