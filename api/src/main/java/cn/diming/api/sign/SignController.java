package cn.diming.api.sign;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Versions;
import cn.diming.api.answer.Workbooks;
import cn.diming.api.answer.Workbooks.Table;
import cn.diming.api.generated.SignsApi;
import cn.diming.api.generated.model.SignCoverage;
import cn.diming.api.generated.model.SignCoverageList;
import cn.diming.api.generated.model.SignDetail;
import cn.diming.api.generated.model.SignList;
import cn.diming.api.generated.model.SignPlanResult;
import cn.diming.api.generated.model.SignProfileList;
import cn.diming.api.generated.model.SignProposal;
import cn.diming.api.generated.model.SignRequest;
import cn.diming.api.generated.model.SignStep;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.document.Written;
import cn.diming.core.geo.LonLat;
import cn.diming.core.paper.Documents;
import cn.diming.core.paper.Papers;
import cn.diming.core.paper.SignDrawings;
import cn.diming.core.record.NotFound;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.sign.BillLine;
import cn.diming.core.sign.PatrolRoute;
import cn.diming.core.sign.SignRow;
import cn.diming.core.sign.Signs;
import cn.diming.core.signage.Blade;
import cn.diming.core.signage.BladeDrawing;
import cn.diming.core.signage.SignProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Plans, bills and drawings of name signs, and the life of each. */
@RestController
class SignController implements SignsApi {

    private static final double DRAWING_SCALE = 0.1;
    private static final int TOWN_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;

    private final Core core;
    private final Visitor visitor;
    private final Papers papers;

    SignController(Core core, Visitor visitor, Documents documents) {
        this.core = core;
        this.visitor = visitor;
        this.papers = documents.papers();
    }

    private Signs signs() {
        return core.signs();
    }

    @Override
    public ResponseEntity<SignProfileList> listSignProfiles() {
        core.plates().requireStaff(visitor.actor());
        return ResponseEntity.ok(new SignProfileList()
                .items(signs().profiles().list().stream().map(SignDtos::profile).toList()));
    }

    @Override
    public ResponseEntity<SignProposal> proposeSigns(SignRequest wanted) {
        return ResponseEntity.ok(SignDtos.proposal(signs().propose(
                        visitor.actor(), wanted.getDivision(), wanted.getProfile(), SignDtos.adjustments(wanted))));
    }

    @Override
    public ResponseEntity<SignPlanResult> commitSigns(SignRequest wanted) {
        int made = signs().commit(
                        visitor.actor(), wanted.getDivision(), wanted.getProfile(), SignDtos.adjustments(wanted));
        return ResponseEntity.status(HttpStatus.CREATED).body(new SignPlanResult().signs(made));
    }

    @Override
    public ResponseEntity<SignList> listSigns(String division) {
        return list(signs().list(visitor.actor(), division));
    }

    private static ResponseEntity<SignList> list(List<SignRow> signs) {
        return ResponseEntity.ok(
                new SignList().items(signs.stream().map(SignDtos::summary).toList()));
    }

    @Override
    public ResponseEntity<SignDetail> getSign(Long signId) {
        return answer(signs().get(visitor.actor(), signId));
    }

    @Override
    public ResponseEntity<SignDetail> advanceSign(Long signId, SignStep wanted, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return answer(signs().advance(visitor.actor(), signId, version, SignDtos.step(wanted)));
    }

    private ResponseEntity<SignDetail> answer(SignRow sign) {
        return ResponseEntity.ok()
                .eTag(Versions.toTag(sign.version()))
                .body(SignDtos.detail(sign, signs().events(visitor.actor(), sign.id())));
    }

    @Override
    public ResponseEntity<Resource> getSignDrawing(Long signId, Integer blade, Boolean back) {
        SignRow sign = signs().get(visitor.actor(), signId);
        if (blade >= sign.blades().size()) {
            throw new NotFound("这个标志没有第 " + (blade + 1) + " 块牌面");
        }
        Blade face = sign.blades().get(blade);
        SignProfile profile = sign.profile()
                .flatMap(name -> signs().profiles().find(name))
                .orElseGet(() -> signs().profiles().list().getFirst());
        String svg = new BladeDrawing(face, profile.size(face.kind()), DRAWING_SCALE).svg(back);
        return FileAnswers.saved(
                svg.getBytes(StandardCharsets.UTF_8), MediaType.valueOf("image/svg+xml"), face.name() + ".svg");
    }

    @Override
    public ResponseEntity<Resource> getSignBill(String division) {
        List<List<Object>> rows = new ArrayList<>();
        double sum = 0;
        for (BillLine line : signs().bill(visitor.actor(), division)) {
            rows.add(row(line));
            sum += line.sumYuan();
        }
        rows.add(List.of("合计", "", "", "", "", "", "", "", "", "", "", "", "", sum));
        Table table = new Table(
                "工程量清单",
                List.of(
                        "杆号", "记录编号", "经度", "纬度", "汉字", "罗马字母", "牌型", "颜色", "起端", "末端", "尺寸（毫米）", "安装方式", "单价（元）",
                        "金额（元）"),
                rows);
        return Workbooks.answer(table, "地名标志工程量清单.xlsx");
    }

    @Override
    public ResponseEntity<Resource> getSignDrawings(String division) {
        List<SignDrawings.Face> faces = signs().bill(visitor.actor(), division).stream()
                .map(line -> new SignDrawings.Face(
                        line.signNumber(),
                        line.blade(),
                        new SignProfile.PlateSize(line.widthMillimetres(), line.heightMillimetres(), line.plateYuan())))
                .toList();
        if (faces.isEmpty()) {
            throw new NotFound("所选范围内没有已规划或已订制的标志");
        }
        String area = core.divisions()
                .find(DivisionCode.parse(division).digits())
                .map(Division::name)
                .orElse(division);
        Papers.PaperFile paper = papers.write(new SignDrawings(area, faces), Written.PDF);
        return FileAnswers.saved(paper);
    }

    private static List<Object> row(BillLine line) {
        Blade blade = line.blade();
        return List.of(
                line.signNumber(),
                line.signId(),
                line.position().lon(),
                line.position().lat(),
                blade.name(),
                blade.pinyin(),
                blade.kind().title(),
                blade.colour().title(),
                blade.start().title(),
                blade.end().title(),
                line.widthMillimetres() + "×" + line.heightMillimetres(),
                line.mountingYuan() > 0 ? line.mounting() + "（" + line.mountingYuan() + " 元）" : "同杆",
                line.plateYuan(),
                line.sumYuan());
    }

    @Override
    public ResponseEntity<SignCoverageList> getSignCoverage(String division, String by) {
        int digits = switch (by) {
            case "TOWN" -> TOWN_DIGITS;
            case "VILLAGE" -> VILLAGE_DIGITS;
            default -> throw new ProblemException(ProblemType.BAD_REQUEST, "by 应为 TOWN（按镇）或 VILLAGE（按村）。");
        };
        return ResponseEntity.ok(new SignCoverageList()
                .items(signs().coverage(visitor.actor(), division, digits).stream()
                        .map(row -> new SignCoverage()
                                .division(row.divisionCode())
                                .name(core.divisions()
                                        .find(row.divisionCode())
                                        .map(Division::name)
                                        .orElse(""))
                                .named((int) row.named())
                                .signed((int) row.signed())
                                .share(row.share()))
                        .toList()));
    }

    @Override
    public ResponseEntity<SignList> planSignPatrol(String division, Double lon, Double lat) {
        List<SignRow> standing = signs().list(visitor.actor(), division).stream()
                .filter(sign -> sign.status().isStanding())
                .toList();
        return list(PatrolRoute.order(standing, new LonLat(lon, lat)));
    }
}
