package cn.diming.api.boundary;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.BoundaryCourse;
import cn.diming.api.generated.model.BoundaryEnclave;
import cn.diming.api.generated.model.BoundaryFindingCard;
import cn.diming.api.generated.model.BoundaryLineCard;
import cn.diming.api.generated.model.BoundaryLineDetail;
import cn.diming.api.generated.model.BoundaryMarkerDetail;
import cn.diming.api.generated.model.BoundarySection;
import cn.diming.api.generated.model.BoundaryVersion;
import cn.diming.api.generated.model.BoundaryWitness;
import cn.diming.api.generated.model.CourseLeg;
import cn.diming.api.generated.model.CourseStretch;
import cn.diming.api.generated.model.ThreeWayPointCard;
import cn.diming.core.Core;
import cn.diming.core.boundary.Agreement;
import cn.diming.core.boundary.BoundaryFinding;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.CourseDescription;
import cn.diming.core.boundary.LineKind;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.boundary.LineVersion;
import cn.diming.core.boundary.ThreeWayPoint;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Bbox;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** From what the core knows to what callers get. */
@Component
final class BoundaryCards {

    private static final OutputCrs STORED = OutputCrs.parse("EPSG:4490", 9);

    private final Core core;
    private final Media media;

    BoundaryCards(Core core, Media media) {
        this.core = core;
        this.media = media;
    }

    BoundaryLineCard line(BoundaryLine line) {
        Geometry geometry = line.current().geometry();
        BoundaryLineCard card = new BoundaryLineCard()
                .id(line.id())
                .version(line.version())
                .code(line.code())
                .shortCode(line.shortCode())
                .name(line.name())
                .kind(BoundaryLineCard.KindEnum.valueOf(line.kind().name()))
                .kindTitle(line.kind().title())
                .level(line.level().number())
                .left(line.left().digits())
                .leftName(name(line.left()))
                .right(line.right().digits())
                .rightName(name(line.right()))
                .agreementVersion(line.current().number())
                .agreement(line.current().agreement().title())
                .lengthMetres(new LineMeasure(geometry).lengthMetres())
                .bbox(geometry.isEmpty() ? List.of() : corners(Bbox.of(geometry)));
        line.current().agreement().agreedOn().ifPresent(card::agreedOn);
        line.inspectedOn().ifPresent(card::inspectedOn);
        core.boundaryLines()
                .inspectionDue(line)
                .ifPresent(due -> card.inspectionDue(due).overdue(due.isBefore(LocalDate.now(core.clock()))));
        return line.kind() == LineKind.MANAGEMENT ? card.disclaimer(LineKind.DISCLAIMER) : card;
    }

    private static List<Double> corners(Bbox box) {
        return List.of(box.minLon(), box.minLat(), box.maxLon(), box.maxLat());
    }

    String name(DivisionCode code) {
        return core.divisions().find(code.digits()).map(Division::name).orElse(code.prefix());
    }

    BoundaryLineDetail detail(BoundaryLine line, List<ThreeWayPoint> points) {
        return new BoundaryLineDetail()
                .line(line(line))
                .current(version(line.current()))
                .points(points.stream().map(BoundaryCards::point).toList());
    }

    static BoundaryVersion version(LineVersion version) {
        Agreement agreement = version.agreement();
        BoundaryVersion card = new BoundaryVersion()
                .number(version.number())
                .title(agreement.title())
                .left(agreement.left().digits())
                .right(agreement.right().digits())
                .sections(agreement.sections().stream()
                        .map(section -> {
                            BoundarySection one = new BoundarySection()
                                    .fromMetres(section.fromMetres())
                                    .toMetres(section.toMetres())
                                    .basis(BoundarySection.BasisEnum.valueOf(
                                            section.basis().name()));
                            section.feature().ifPresent(one::feature);
                            section.description().ifPresent(one::description);
                            return one;
                        })
                        .toList())
                .enclaves(agreement.enclaves().stream()
                        .map(enclave -> new BoundaryEnclave()
                                .owner(enclave.owner().digits())
                                .host(enclave.host().digits())
                                .name(enclave.name()))
                        .toList())
                .sha256(version.sha256())
                .geometry(GeoJson.write(version.geometry(), STORED))
                .recordedAt(Times.of(version.recordedAt()));
        agreement.agreedOn().ifPresent(card::agreedOn);
        agreement.effectiveOn().ifPresent(card::effectiveOn);
        agreement.approvedBy().ifPresent(card::approvedBy);
        agreement.statedLengthMetres().ifPresent(card::statedLengthMetres);
        agreement.course().ifPresent(card::course);
        agreement.mapScale().ifPresent(card::mapScale);
        agreement.leftCopySha256().ifPresent(card::leftCopySha256);
        agreement.rightCopySha256().ifPresent(card::rightCopySha256);
        return card;
    }

    static ThreeWayPointCard point(ThreeWayPoint point) {
        ThreeWayPointCard card = new ThreeWayPointCard()
                .id(point.id())
                .key(point.key())
                .codes(point.codes().stream().map(DivisionCode::digits).toList())
                .number(point.officialNumber().orElse(point.usualNumber()))
                .lon(point.position().lon())
                .lat(point.position().lat());
        point.description().ifPresent(card::description);
        return card;
    }

    BoundaryMarkerDetail marker(BoundaryMarker marker, LineMeasure measure) {
        BoundaryMarkerDetail card = marker(marker);
        if (measure.lengthMetres() > 0) {
            marker.position()
                    .map(measure::foot)
                    .ifPresent(foot -> card.alongMetres(foot.alongMetres()).offsetMetres(foot.offsetMetres()));
        }
        return card;
    }

    BoundaryMarkerDetail marker(BoundaryMarker marker) {
        BoundaryMarker.Detail detail = marker.detail();
        BoundaryMarkerDetail card = new BoundaryMarkerDetail()
                .id(marker.id())
                .version(marker.version())
                .key(marker.key())
                .officialNumber(marker.officialNumber())
                .sequence(marker.sequence())
                .kind(BoundaryMarkerDetail.KindEnum.valueOf(marker.kind().name()))
                .kindTitle(marker.kind().title())
                .status(BoundaryMarkerDetail.StatusEnum.valueOf(marker.status().name()))
                .statusTitle(marker.status().title())
                .faces(detail.faces())
                .witnesses(marker.witnesses().stream()
                        .map(witness -> new BoundaryWitness()
                                .description(witness.description())
                                .bearing(witness.bearingDegrees())
                                .distance(witness.distanceMetres()))
                        .toList())
                .photos((int) photos(marker).size());
        marker.lineId().ifPresent(card::lineId);
        marker.position().ifPresent(place -> card.lon(place.lon()).lat(place.lat()));
        detail.managingCode().ifPresent(code -> card.managingCode(code).managingName(name(new DivisionCode(code))));
        detail.placeText().ifPresent(card::placeText);
        detail.material().ifPresent(card::material);
        detail.size().ifPresent(card::size);
        detail.heightMetres().ifPresent(card::heightMetres);
        detail.method().ifPresent(card::method);
        detail.rmseMetres().ifPresent(card::rmseMetres);
        detail.setOn().ifPresent(card::setOn);
        return card;
    }

    List<MediaItem> photos(BoundaryMarker marker) {
        return media.of(RecordKind.BOUNDARY_MARKER, marker.id()).stream()
                .filter(item -> item.kind() == MediaItem.Kind.PHOTO)
                .toList();
    }

    static BoundaryCourse course(BoundaryLine line, CourseDescription course) {
        BoundaryCourse card = new BoundaryCourse()
                .lengthMetres(course.lengthMetres())
                .text(course.text())
                .legs(course.legs().stream().map(BoundaryCards::leg).toList());
        line.current().agreement().course().ifPresent(card::stated);
        return card;
    }

    private static CourseLeg leg(CourseDescription.Leg leg) {
        return new CourseLeg()
                .from(leg.from())
                .to(leg.to())
                .lengthMetres(leg.lengthMetres())
                .stretches(leg.stretches().stream()
                        .map(stretch -> {
                            CourseStretch one = new CourseStretch()
                                    .bearing(stretch.bearingDegrees())
                                    .sector(stretch.sector().words())
                                    .lengthMetres(stretch.lengthMetres());
                            stretch.section().ifPresent(section -> {
                                one.basis(section.basis().title());
                                section.feature().ifPresent(one::feature);
                            });
                            return one;
                        })
                        .toList());
    }

    static BoundaryFindingCard finding(BoundaryFinding finding) {
        BoundaryFindingCard card = new BoundaryFindingCard()
                .rule(finding.rule().code())
                .title(finding.rule().title())
                .weight(BoundaryFindingCard.WeightEnum.valueOf(
                        finding.severity().name()))
                .message(finding.message());
        finding.place().ifPresent(place -> card.place(List.of(place.lon(), place.lat())));
        finding.metres().ifPresent(card::metres);
        finding.specialReason().ifPresent(card::specialReason);
        return card;
    }
}
