package cn.diming.api.division;

import cn.diming.api.answer.Divisions;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.generated.DivisionsApi;
import cn.diming.api.generated.model.DivisionChain;
import cn.diming.api.generated.model.DivisionLevel;
import cn.diming.api.generated.model.DivisionPage;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionTree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Lists divisions, finds one, tells which a point lies in. */
@RestController
class DivisionController implements DivisionsApi {

    private final Core core;
    private final DivisionTree divisions;
    private final Visitor visitor;
    private final Precision precision;

    DivisionController(Core core, Visitor visitor, Precision precision) {
        this.core = core;
        this.divisions = core.divisions();
        this.visitor = visitor;
        this.precision = precision;
    }

    @Override
    public ResponseEntity<DivisionPage> listDivisions(
            @Nullable String parent,
            @Nullable DivisionLevel level,
            @Nullable Integer year,
            Integer page,
            Integer size) {
        List<Division> found = candidates(parent, level).stream()
                .filter(division -> year == null ? division.isCurrent() : division.isValidIn(year))
                .toList();
        DivisionDtos dtos = dtos("EPSG:4490");
        List<cn.diming.api.generated.model.Division> items = found.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(dtos::division)
                .toList();
        return ResponseEntity.ok(new DivisionPage(items, (long) found.size(), page, size));
    }

    @Override
    public ResponseEntity<DivisionChain> findDivisionsAt(Double lon, Double lat) {
        return ResponseEntity.ok(new DivisionChain(Divisions.refs(divisions.at(new LonLat(lon, lat)))));
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.Division> getDivision(
            String code, @Nullable Integer year, Boolean geometry, String crs) {
        Division division = divisions
                .find(code)
                .filter(found -> year == null || found.isValidIn(year))
                .orElseThrow(
                        () -> new NotFound("没有代码为 " + code + (year == null ? "" : " 且在 " + year + " 年有效") + " 的行政区划"));
        StoredRecord record =
                core.store().find(RecordKind.DIVISION, division.id()).orElseThrow(() -> new NotFound("该行政区划刚被删除"));
        return ResponseEntity.ok(dtos(crs).whole(division, record, geometry));
    }

    private List<Division> candidates(@Nullable String parent, @Nullable DivisionLevel level) {
        Optional<DivisionCode> above = Optional.ofNullable(parent).map(DivisionController::parse);
        if (level == null) {
            return divisions.children(above.map(DivisionCode::digits));
        }
        var wanted = Divisions.level(level);
        return divisions.below(above.map(DivisionCode::prefix).orElse("")).stream()
                .filter(division -> division.level() == wanted)
                .toList();
    }

    private static DivisionCode parse(String code) {
        try {
            return DivisionCode.parse(code);
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(ProblemType.BAD_REQUEST, wrong.getMessage() + "。");
        }
    }

    private DivisionDtos dtos(String crs) {
        return new DivisionDtos(OutputCrs.parse(crs, precision.decimalsFor(visitor.actor())), divisions);
    }
}
