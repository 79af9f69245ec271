package cn.diming.api.door;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.DoorsApi;
import cn.diming.api.generated.model.AddressText;
import cn.diming.api.generated.model.NumberingCommit;
import cn.diming.api.generated.model.NumberingProfileList;
import cn.diming.api.generated.model.NumberingProposal;
import cn.diming.api.generated.model.NumberingRequest;
import cn.diming.api.generated.model.ParsedAddress;
import cn.diming.api.generated.model.PlateCheckReport;
import cn.diming.api.generated.model.PlateCheckRequest;
import cn.diming.api.generated.model.PlateDetail;
import cn.diming.api.generated.model.PlateFindings;
import cn.diming.api.generated.model.PlateList;
import cn.diming.api.generated.model.PlateProofFiles;
import cn.diming.api.generated.model.PlateProofRequest;
import cn.diming.api.generated.model.PlateReport;
import cn.diming.api.generated.model.PlateReportAnswer;
import cn.diming.api.generated.model.PlateReportDraft;
import cn.diming.api.generated.model.PlateReportList;
import cn.diming.api.generated.model.PlateStatus;
import cn.diming.api.generated.model.PlateStep;
import cn.diming.api.generated.model.PublicPlate;
import cn.diming.api.generated.model.Renumbering;
import cn.diming.api.generated.model.RenumberingList;
import cn.diming.api.security.Limiter;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.numbering.NumberingProfile;
import cn.diming.core.numbering.PlateProof;
import cn.diming.core.plate.ErrorReport;
import cn.diming.core.plate.PlateCard;
import cn.diming.core.plate.PlateInspection;
import cn.diming.core.plate.PlateWatch;
import cn.diming.core.plate.Selection;
import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Numbering, checks, proofs and the life of door plates; addresses for everybody. */
@RestController
class DoorController implements DoorsApi {

    static final int MOST_FINDINGS = 2000;

    private final Core core;
    private final Visitor visitor;
    private final PlateFiles files;
    private final Addresses addresses;
    private final Limiter limiter;
    private final HttpServletRequest request;

    DoorController(
            Core core,
            Visitor visitor,
            PlateFiles files,
            Addresses addresses,
            Limiter limiter,
            HttpServletRequest request) {
        this.core = core;
        this.visitor = visitor;
        this.files = files;
        this.addresses = addresses;
        this.limiter = limiter;
        this.request = request;
    }

    @Override
    public ResponseEntity<NumberingProfileList> listNumberingProfiles() {
        core.plates().requireStaff(visitor.actor());
        return ResponseEntity.ok(new NumberingProfileList()
                .items(core.doorNumbering().profiles().list().stream()
                        .map(DoorDtos::profile)
                        .toList()));
    }

    @Override
    public ResponseEntity<NumberingProposal> proposeNumbering(NumberingRequest wanted) {
        return ResponseEntity.ok(
                DoorDtos.proposal(core.doorNumbering().propose(visitor.actor(), DoorDtos.request(wanted))));
    }

    @Override
    public ResponseEntity<Renumbering> commitNumbering(NumberingCommit wanted) {
        var made = core.doorNumbering()
                .commit(visitor.actor(), DoorDtos.request(wanted.getRequest()), wanted.getHash(), wanted.getReason());
        return ResponseEntity.status(HttpStatus.CREATED).body(DoorDtos.renumbering(made));
    }

    @Override
    public ResponseEntity<RenumberingList> listRenumberings(String division, Integer limit) {
        Selection selection = all(division);
        return ResponseEntity.ok(new RenumberingList()
                .items(core.doorNumbering().list(visitor.actor(), selection, limit).stream()
                        .map(DoorDtos::renumbering)
                        .toList()));
    }

    @Override
    public ResponseEntity<Resource> getRenumberingTable(Long renumberingId) {
        var made = core.doorNumbering().get(visitor.actor(), renumberingId);
        return files.comparison(made, core.doorNumbering().lines(visitor.actor(), renumberingId));
    }

    @Override
    public ResponseEntity<PlateCheckReport> checkPlates(PlateCheckRequest wanted) {
        PlateInspection.Report report = core.plateInspection()
                .check(visitor.actor(), all(wanted.getDivision()), Optional.ofNullable(wanted.getProfile()));
        return ResponseEntity.ok(new PlateCheckReport()
                .plates(report.plates())
                .streets(report.streets())
                .counts(DoorDtos.counts(report.findings()))
                .findings(report.findings().stream()
                        .limit(MOST_FINDINGS)
                        .map(DoorDtos::finding)
                        .toList()));
    }

    @Override
    public ResponseEntity<PlateFindings> listPlateFindings(String division) {
        PlateWatch.Findings found = core.plateWatch().findings(visitor.actor(), all(division));
        return ResponseEntity.ok(new PlateFindings()
                .plates(found.plates())
                .counts(DoorDtos.counts(found.findings()))
                .findings(found.findings().stream()
                        .limit(MOST_FINDINGS)
                        .map(DoorDtos::finding)
                        .toList()));
    }

    @Override
    public ResponseEntity<PlateProofFiles> provePlates(PlateProofRequest wanted) {
        PlateProof proof = proof(wanted);
        return ResponseEntity.ok(new PlateProofFiles().export(proof.export()).report(proof.report()));
    }

    @Override
    public ResponseEntity<Resource> printPlateProof(PlateProofRequest wanted) {
        String profile = core.doorNumbering()
                .profiles()
                .find(wanted.getProfile())
                .map(NumberingProfile::title)
                .orElse(wanted.getProfile());
        return files.proof(proof(wanted), profile);
    }

    private PlateProof proof(PlateProofRequest wanted) {
        String title = core.divisions()
                .address(DivisionCode.parse(wanted.getDivision()).digits());
        return core.plateInspection()
                .prove(
                        visitor.actor(),
                        all(wanted.getDivision()),
                        wanted.getProfile(),
                        title.isEmpty() ? wanted.getDivision() : title,
                        core.signingKey());
    }

    @Override
    public ResponseEntity<PlateList> listPlates(
            String division, @Nullable PlateStatus status, Long after, Integer limit) {
        List<PlateCard> cards = core.plates().list(visitor.actor(), all(division), status(status), after, limit);
        PlateList page =
                new PlateList().items(cards.stream().map(DoorDtos::summary).toList());
        return ResponseEntity.ok(
                cards.size() < limit ? page : page.next(cards.getLast().id()));
    }

    private static Optional<cn.diming.core.plate.PlateStatus> status(@Nullable PlateStatus status) {
        return Optional.ofNullable(status).map(s -> cn.diming.core.plate.PlateStatus.valueOf(s.getValue()));
    }

    @Override
    public ResponseEntity<PlateDetail> getPlate(Long plateId) {
        return answer(core.plates().get(visitor.actor(), plateId));
    }

    @Override
    public ResponseEntity<PlateDetail> advancePlate(Long plateId, PlateStep wanted, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return answer(core.plates().advance(visitor.actor(), plateId, version, DoorDtos.step(wanted)));
    }

    private ResponseEntity<PlateDetail> answer(PlateCard card) {
        return ResponseEntity.ok()
                .eTag(Versions.toTag(card.version()))
                .body(DoorDtos.detail(card, addresses.full(card))
                        .findings(core.plateWatch().findings(visitor.actor(), card).stream()
                                .map(DoorDtos::finding)
                                .toList()));
    }

    @Override
    public ResponseEntity<Resource> getPlateDrawing(Long plateId, @Nullable String profile) {
        PlateCard card = core.plates().get(visitor.actor(), plateId);
        return FileAnswers.saved(
                files.drawing(card, profile(profile)), MediaType.valueOf("image/svg+xml"), card.address() + ".svg");
    }

    @Override
    public ResponseEntity<Resource> getPlateConfirmation(Long plateId) {
        PlateCard card = core.plates().get(visitor.actor(), plateId);
        return files.confirmation(card);
    }

    @Override
    public ResponseEntity<Resource> getPlateProduction(
            String division, @Nullable PlateStatus status, @Nullable String profile) {
        return files.production(
                core.plates().listAll(visitor.actor(), all(division), status(status)), profile(profile));
    }

    @Override
    public ResponseEntity<Resource> getPlateProductionText(
            String division, @Nullable PlateStatus status, @Nullable String profile) {
        return files.productionText(
                core.plates().listAll(visitor.actor(), all(division), status(status)), profile(profile));
    }

    private NumberingProfile profile(@Nullable String name) {
        return name == null
                ? core.doorNumbering().profiles().usual()
                : core.doorNumbering()
                        .profiles()
                        .find(name)
                        .orElseThrow(() -> new Refused(List.of("没有名为“" + name + "”的编号方案")));
    }

    @Override
    public ResponseEntity<PublicPlate> getPublicPlate(Long plateId) {
        PlateCard card = core.plates().getPublic(plateId);
        return ResponseEntity.ok(DoorDtos.publicPlate(card, addresses.full(card)));
    }

    @Override
    public ResponseEntity<Void> reportPlate(Long plateId, PlateReportDraft wanted) {
        limiter.admitComment(request);
        core.plates()
                .report(
                        plateId,
                        ErrorReport.Kind.valueOf(wanted.getKind().getValue()),
                        Optional.ofNullable(wanted.getText()));
        return ResponseEntity.accepted().build();
    }

    @Override
    public ResponseEntity<PlateReportList> listPlateReports(String division, Boolean open, Integer limit) {
        return ResponseEntity.ok(new PlateReportList()
                .items(core.plates().reports(visitor.actor(), all(division), open, limit).stream()
                        .map(DoorDtos::report)
                        .toList()));
    }

    @Override
    public ResponseEntity<PlateReport> answerPlateReport(Long reportId, PlateReportAnswer wanted) {
        return ResponseEntity.ok(DoorDtos.report(core.plates().answer(visitor.actor(), reportId, wanted.getAnswer())));
    }

    @Override
    public ResponseEntity<ParsedAddress> parseAddress(AddressText wanted) {
        limiter.admitSearch(request);
        return ResponseEntity.ok(DoorDtos.address(addresses.parse(wanted.getText())));
    }

    private static Selection all(String division) {
        return new Selection(OptionalLong.empty(), division);
    }
}
