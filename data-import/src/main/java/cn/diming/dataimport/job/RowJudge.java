package cn.diming.dataimport.job;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.BadCoordinateException;
import cn.diming.core.geo.Crs;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.geo.FeatureFilter;
import cn.diming.core.geo.GeometryRepair;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordRules;
import cn.diming.core.region.DivisionLocator;
import cn.diming.dataimport.plan.DraftMaker;
import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.source.SourceFeature;
import cn.diming.dataimport.source.SourceProblem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** Judges the rows of one layer in order: the file's own faults, the plan's filter, the form of the record, twins. */
final class RowJudge {

    private final ImportPlan plan;
    private final DraftMaker maker;
    private final Optional<FeatureFilter> filter;
    private final DivisionLocator locator;
    private final Set<String> seen = new HashSet<>();
    private long mended;

    RowJudge(ImportPlan plan, Crs crs, List<String> fieldNames, DivisionLocator locator) {
        this.plan = plan;
        this.maker = new DraftMaker(plan, CrsTransform.from(crs)::apply);
        this.filter = plan.filter().map(text -> FeatureFilter.parse(text, Set.copyOf(fieldNames)));
        this.locator = locator;
    }

    Verdict judge(SourceFeature row) {
        if (row.faulty()) {
            return reject(
                    row, row.problems().stream().map(SourceProblem::message).toList());
        }
        if (filter.isPresent() && !filter.get().test(row.attributes(), row.geometry())) {
            return new Verdict.LeftOut();
        }
        try {
            return judge(row, withDivision(mended(maker.draft(row))));
        } catch (IllegalArgumentException | BadCoordinateException unfit) {
            return reject(row, List.of(String.valueOf(unfit.getMessage())));
        }
    }

    private Verdict judge(SourceFeature row, RecordDraft draft) {
        List<String> faults = RecordRules.faults(plan.schema(), draft);
        if (!faults.isEmpty()) {
            return reject(row, faults);
        }
        boolean merged = maker.mergeKey(row).isPresent();
        if (!seen.add(identity(draft)) && !merged) {
            return reject(row, List.of("与前面的行重复：" + identity(draft)));
        }
        return new Verdict.Accepted(draft);
    }

    /** How many polygons were mended. */
    long mended() {
        return mended;
    }

    private RecordDraft mended(RecordDraft draft) {
        Optional<Geometry> sound = draft.geometry().flatMap(GeometryRepair::mend);
        if (sound.isEmpty()) {
            return draft;
        }
        mended++;
        return new RecordDraft(draft.sourceKey(), draft.values(), sound, draft.names(), draft.registrations());
    }

    /** Divisions are one by code, everything else by the source's key. */
    private String identity(RecordDraft draft) {
        return plan.target() == RecordKind.DIVISION
                ? String.valueOf(draft.values().get("code"))
                : draft.sourceKey();
    }

    private RecordDraft withDivision(RecordDraft draft) {
        boolean wanted = plan.schema().divisionColumn().equals("division_code")
                && !draft.values().containsKey("division_code");
        Optional<String> code = wanted ? draft.geometry().flatMap(locator::divisionOf) : Optional.empty();
        if (code.isEmpty()) {
            return draft;
        }
        Map<String, Object> values = new HashMap<>(draft.values());
        values.put("division_code", code.get());
        return new RecordDraft(draft.sourceKey(), values, draft.geometry(), draft.names(), draft.registrations());
    }

    private static Verdict reject(SourceFeature row, List<String> reasons) {
        return new Verdict.Rejected(row, reasons);
    }
}
