package cn.diming.api.boundary;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.BoundariesApi;
import cn.diming.api.generated.model.BoundaryAgreement;
import cn.diming.api.generated.model.BoundaryCourse;
import cn.diming.api.generated.model.BoundaryDocument;
import cn.diming.api.generated.model.BoundaryDocumentKind;
import cn.diming.api.generated.model.BoundaryDocumentList;
import cn.diming.api.generated.model.BoundaryDocumentWithdrawal;
import cn.diming.api.generated.model.BoundaryFeatures;
import cn.diming.api.generated.model.BoundaryFindingList;
import cn.diming.api.generated.model.BoundaryLineDetail;
import cn.diming.api.generated.model.BoundaryLineList;
import cn.diming.api.generated.model.BoundaryMarkerBody;
import cn.diming.api.generated.model.BoundaryMarkerDetail;
import cn.diming.api.generated.model.BoundaryMarkerList;
import cn.diming.api.generated.model.BoundaryVersionList;
import cn.diming.api.generated.model.CoordinateSample;
import cn.diming.api.generated.model.CoverageReport;
import cn.diming.api.generated.model.CrsOpinionCard;
import cn.diming.api.generated.model.NewBoundaryLine;
import cn.diming.api.generated.model.NewThreeWayPoint;
import cn.diming.api.generated.model.RepairProposal;
import cn.diming.api.generated.model.RepairProposalList;
import cn.diming.api.generated.model.RepairResult;
import cn.diming.api.generated.model.RepairWish;
import cn.diming.api.generated.model.ThreeWayPointCard;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.boundary.AgreementDocument;
import cn.diming.core.boundary.AgreementDocuments;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.DocumentKind;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.boundary.ThreeWayPoint;
import cn.diming.core.coverage.CoverageFinding;
import cn.diming.core.coverage.CoverageRepairs;
import cn.diming.core.coverage.RepairMethod;
import cn.diming.core.document.Written;
import cn.diming.core.geo.CrsDetector;
import cn.diming.core.geo.CrsOpinion;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Boundary lines, markers, and the coverage of divisions. */
@RestController
class BoundaryController implements BoundariesApi {

    private static final OutputCrs STORED = OutputCrs.parse("EPSG:4490", 9);
    private static final OutputCrs PUBLIC = OutputCrs.parse("EPSG:4490", 4);
    private static final String NOTICE = "概略位置，不作为划定行政区域界线的依据；以界线协议书和行政区域界线详图为准";

    private final Core core;
    private final Visitor visitor;
    private final BoundaryCards cards;
    private final MarkerFiles files;
    private final AgreementDocuments documents;

    BoundaryController(
            Core core, Visitor visitor, BoundaryCards cards, MarkerFiles files, AgreementDocuments documents) {
        this.core = core;
        this.visitor = visitor;
        this.cards = cards;
        this.files = files;
        this.documents = documents;
    }

    @Override
    public ResponseEntity<BoundaryFeatures> listPublicBoundaries() {
        List<Map<String, Object>> features = core.boundaryLines().listPublic().stream()
                .filter(line -> !line.current().geometry().isEmpty())
                .map(BoundaryController::feature)
                .toList();
        return ResponseEntity.ok(
                new BoundaryFeatures().type("FeatureCollection").notice(NOTICE).features(features));
    }

    private static Map<String, Object> feature(BoundaryLine line) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", line.name());
        properties.put("kind", line.kind().title());
        properties.put("level", line.level().title());
        if (line.kind() == LineKind.MANAGEMENT) {
            properties.put("disclaimer", LineKind.DISCLAIMER);
        }
        return Map.of(
                "type",
                "Feature",
                "id",
                line.id(),
                "geometry",
                GeoJson.write(Disclosure.generalised(line.current().geometry()), PUBLIC),
                "properties",
                properties);
    }

    @Override
    public ResponseEntity<BoundaryLineList> listBoundaryLines(@Nullable String division) {
        return ResponseEntity.ok(new BoundaryLineList()
                .items(core.boundaryLines().list(visitor.actor(), Optional.ofNullable(division)).stream()
                        .map(cards::line)
                        .toList()));
    }

    @Override
    public ResponseEntity<BoundaryLineDetail> registerBoundaryLine(NewBoundaryLine wanted) {
        BoundaryLine made = core.boundaryLines()
                .register(
                        visitor.actor(),
                        wanted.getName(),
                        LineKind.valueOf(wanted.getKind().name()),
                        BoundaryBodies.agreement(wanted.getAgreement()),
                        BoundaryBodies.geometry(wanted.getAgreement()));
        return answer(HttpStatus.CREATED, made);
    }

    @Override
    public ResponseEntity<BoundaryLineDetail> getBoundaryLine(Long lineId) {
        return answer(HttpStatus.OK, core.boundaryLines().get(visitor.actor(), lineId));
    }

    private ResponseEntity<BoundaryLineDetail> answer(HttpStatus status, BoundaryLine line) {
        return ResponseEntity.status(status)
                .eTag(Versions.toTag(line.version()))
                .body(cards.detail(line, core.boundaryMarkers().points(visitor.actor(), line.id())));
    }

    @Override
    public ResponseEntity<BoundaryVersionList> listBoundaryAgreements(Long lineId) {
        return ResponseEntity.ok(new BoundaryVersionList()
                .items(core.boundaryLines().versions(visitor.actor(), lineId).stream()
                        .map(BoundaryCards::version)
                        .toList()));
    }

    @Override
    public ResponseEntity<BoundaryLineDetail> adoptBoundaryAgreement(
            Long lineId, BoundaryAgreement wanted, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return answer(
                HttpStatus.OK,
                core.boundaryLines()
                        .adopt(
                                visitor.actor(),
                                lineId,
                                version,
                                BoundaryBodies.agreement(wanted),
                                BoundaryBodies.geometry(wanted)));
    }

    @Override
    public ResponseEntity<BoundaryDocumentList> listBoundaryDocuments(Long lineId) {
        return ResponseEntity.ok(new BoundaryDocumentList()
                .items(documents.list(visitor.actor(), lineId).stream()
                        .map(DocumentCards::card)
                        .toList()));
    }

    @Override
    public ResponseEntity<BoundaryDocument> uploadBoundaryDocument(
            Long lineId, BoundaryDocumentKind kind, Integer lineVersion, MultipartFile file) {
        AgreementDocuments.Draft draft = new AgreementDocuments.Draft(
                lineVersion, DocumentKind.valueOf(kind.name()), String.valueOf(file.getOriginalFilename()));
        try (InputStream in = file.getInputStream()) {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(DocumentCards.card(documents.add(visitor.actor(), lineId, draft, in)));
        } catch (IOException broken) {
            throw new UncheckedIOException("reading an upload", broken);
        }
    }

    @Override
    public ResponseEntity<Resource> getBoundaryDocument(Long documentId) {
        AgreementDocument document = documents.get(visitor.actor(), documentId);
        return DocumentCards.file(document, documents.content(document));
    }

    @Override
    public ResponseEntity<BoundaryDocument> withdrawBoundaryDocument(
            Long documentId, BoundaryDocumentWithdrawal wanted) {
        return ResponseEntity.ok(
                DocumentCards.card(documents.withdraw(visitor.actor(), documentId, wanted.getReason())));
    }

    @Override
    public ResponseEntity<BoundaryMarkerList> listBoundaryMarkers(Long lineId) {
        LineMeasure measure = new LineMeasure(
                core.boundaryLines().get(visitor.actor(), lineId).current().geometry());
        return ResponseEntity.ok(new BoundaryMarkerList()
                .items(core.boundaryMarkers().list(visitor.actor(), lineId).stream()
                        .map(marker -> cards.marker(marker, measure))
                        .toList()));
    }

    @Override
    public ResponseEntity<BoundaryMarkerDetail> registerBoundaryMarker(Long lineId, BoundaryMarkerBody wanted) {
        return answer(
                HttpStatus.CREATED,
                core.boundaryMarkers().register(visitor.actor(), lineId, BoundaryBodies.marker(wanted)));
    }

    @Override
    public ResponseEntity<BoundaryMarkerDetail> getBoundaryMarker(Long markerId) {
        return answer(HttpStatus.OK, core.boundaryMarkers().get(visitor.actor(), markerId));
    }

    @Override
    public ResponseEntity<BoundaryMarkerDetail> changeBoundaryMarker(
            Long markerId, BoundaryMarkerBody wanted, @Nullable String ifMatch) {
        int version = Versions.expected(ifMatch);
        return answer(
                HttpStatus.OK,
                core.boundaryMarkers()
                        .change(
                                visitor.actor(),
                                markerId,
                                version,
                                BoundaryBodies.marker(wanted),
                                Optional.ofNullable(wanted.getBasis())));
    }

    private ResponseEntity<BoundaryMarkerDetail> answer(HttpStatus status, BoundaryMarker marker) {
        return ResponseEntity.status(status)
                .eTag(Versions.toTag(marker.version()))
                .body(cards.marker(marker));
    }

    @Override
    public ResponseEntity<Resource> getMarkerForm(Long markerId, String form) {
        BoundaryMarker marker = core.boundaryMarkers().get(visitor.actor(), markerId);
        Optional<BoundaryLine> line = marker.lineId().isPresent()
                ? core.boundaryLines().find(marker.lineId().getAsLong())
                : Optional.empty();
        return files.form(marker, line, Written.valueOf(form.toUpperCase(Locale.ROOT)));
    }

    @Override
    public ResponseEntity<Resource> getMarkerTable(Long lineId) {
        return files.table(
                core.boundaryLines().get(visitor.actor(), lineId),
                core.boundaryMarkers().list(visitor.actor(), lineId));
    }

    @Override
    public ResponseEntity<BoundaryCourse> getBoundaryCourse(Long lineId) {
        return ResponseEntity.ok(BoundaryCards.course(
                core.boundaryLines().get(visitor.actor(), lineId),
                core.boundaryLines().course(visitor.actor(), lineId)));
    }

    @Override
    public ResponseEntity<BoundaryFindingList> checkBoundaryLine(Long lineId) {
        return ResponseEntity.ok(new BoundaryFindingList()
                .items(core.boundaryLines().check(visitor.actor(), lineId).stream()
                        .map(BoundaryCards::finding)
                        .toList()));
    }

    @Override
    public ResponseEntity<ThreeWayPointCard> registerThreeWayPoint(NewThreeWayPoint wanted) {
        ThreeWayPoint point = BoundaryBodies.sound(() -> new ThreeWayPoint(
                0,
                0,
                wanted.getCodes().stream().map(DivisionCode::parse).toList(),
                Optional.ofNullable(wanted.getOfficialNumber()),
                Optional.ofNullable(wanted.getDescription()),
                new LonLat(wanted.getLon(), wanted.getLat())));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(BoundaryCards.point(core.boundaryMarkers().register(visitor.actor(), point)));
    }

    @Override
    public ResponseEntity<CoverageReport> checkCoverage(Integer level, @Nullable String division) {
        return ResponseEntity.ok(CoverageCards.report(level, coverage(level, division)));
    }

    @Override
    public ResponseEntity<Resource> exportCoverage(String form, Integer level, @Nullable String division) {
        return CoverageCards.file(form, coverage(level, division));
    }

    private List<CoverageFinding> coverage(int level, @Nullable String division) {
        return core.coverageChecks().check(visitor.actor(), Optional.ofNullable(division), DivisionLevel.of(level));
    }

    @Override
    public ResponseEntity<RepairProposalList> proposeRepairs(RepairWish wanted) {
        return ResponseEntity.ok(new RepairProposalList()
                .items(core.coverageRepairs().propose(visitor.actor(), wish(wanted)).stream()
                        .map(proposal -> new RepairProposal()
                                .divisionId(proposal.divisionId())
                                .version(proposal.version())
                                .code(proposal.code())
                                .name(proposal.name())
                                .squareMetres(proposal.squareMetres())
                                .after(GeoJson.write(proposal.after(), STORED))
                                .objections(proposal.objections()))
                        .toList()));
    }

    @Override
    public ResponseEntity<RepairResult> confirmRepairs(RepairWish wanted) {
        Map<Long, Integer> versions = new LinkedHashMap<>();
        Optional.ofNullable(wanted.getVersions()).orElse(Map.of()).forEach((id, version) -> {
            if (!id.matches("\\d{1,15}")) {
                throw new Refused(List.of("versions 应以区划编号为键"));
            }
            versions.put(Long.parseLong(id), version);
        });
        return ResponseEntity.ok(new RepairResult()
                .changed(core.coverageRepairs()
                        .confirm(visitor.actor(), wish(wanted), versions)
                        .size()));
    }

    private static CoverageRepairs.Wish wish(RepairWish wanted) {
        Geometry shape = GeoJson.read(wanted.getShape(), "EPSG:4490");
        if (shape.isEmpty() || shape.getDimension() != 2 || !shape.isValid()) {
            throw new Refused(List.of("shape 应为一个合法的面"));
        }
        return new CoverageRepairs.Wish(RepairMethod.valueOf(wanted.getMethod().name()), wanted.getDivisions(), shape);
    }

    @Override
    public ResponseEntity<CrsOpinionCard> judgeCoordinates(CoordinateSample wanted) {
        List<Coordinate> given = wanted.getCoordinates().stream()
                .map(BoundaryController::coordinate)
                .toList();
        CrsOpinion opinion = CrsDetector.judge(
                given,
                core.boundaryLines()
                        .place(
                                visitor.actor(),
                                Optional.ofNullable(wanted.getLineId()),
                                Optional.ofNullable(wanted.getDivision())));
        CrsOpinionCard card = new CrsOpinionCard()
                .writing(opinion.writing().name())
                .writingTitle(opinion.writing().title())
                .asStored(opinion.isAsStored())
                .why(opinion.why());
        opinion.crs().ifPresent(crs -> card.crs(crs.id()).crsTitle(crs.title()));
        opinion.medianMetres().ifPresent(card::medianMetres);
        opinion.statedMetres().ifPresent(card::statedMetres);
        return ResponseEntity.ok(card);
    }

    /** The contract cannot say it of an array in an array. */
    private static Coordinate coordinate(List<Double> pair) {
        if (pair.size() != 2) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "coordinates 应由两个数的坐标对组成。");
        }
        return new Coordinate(pair.get(0), pair.get(1));
    }
}
