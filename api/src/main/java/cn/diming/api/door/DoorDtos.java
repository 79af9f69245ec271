package cn.diming.api.door;

import cn.diming.api.answer.Given;
import cn.diming.api.answer.MediaLinks;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.AddressPart;
import cn.diming.api.generated.model.NumberingAdjustment;
import cn.diming.api.generated.model.NumberingProfileCard;
import cn.diming.api.generated.model.NumberingProposal;
import cn.diming.api.generated.model.ParsedAddress;
import cn.diming.api.generated.model.PlateDetail;
import cn.diming.api.generated.model.PlateEvent;
import cn.diming.api.generated.model.PlateFinding;
import cn.diming.api.generated.model.PlateReport;
import cn.diming.api.generated.model.PlateRuleCount;
import cn.diming.api.generated.model.PlateSummary;
import cn.diming.api.generated.model.ProposedDoor;
import cn.diming.api.generated.model.PublicPlate;
import cn.diming.api.generated.model.Renumbering;
import cn.diming.api.generated.model.ReservedNumber;
import cn.diming.api.generated.model.UndecidedDoor;
import cn.diming.core.address.Address;
import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.NumberingProfile;
import cn.diming.core.numbering.PlateModel;
import cn.diming.core.numbering.PlateNumber;
import cn.diming.core.numbering.PlateRule;
import cn.diming.core.numbering.Side;
import cn.diming.core.plate.Adjustment;
import cn.diming.core.plate.ErrorReport;
import cn.diming.core.plate.NumberingRequest;
import cn.diming.core.plate.PlateCard;
import cn.diming.core.plate.PlateStatus;
import cn.diming.core.plate.PlateStep;
import cn.diming.core.plate.Proposal;
import cn.diming.core.plate.Selection;
import cn.diming.core.record.Refused;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between the contract's objects and the core's. */
final class DoorDtos {

    static NumberingRequest request(cn.diming.api.generated.model.NumberingRequest wanted) {
        List<NumberingAdjustment> adjustments = Optional.ofNullable(wanted.getAdjustments())
                .map(List::<NumberingAdjustment>copyOf)
                .orElse(List.of());
        return new NumberingRequest(
                new Selection(Given.number(wanted.getStreet()), wanted.getDivision()),
                wanted.getProfile(),
                NumberingRequest.Keep.valueOf(wanted.getKeep().getValue()),
                adjustments.stream().map(DoorDtos::adjustment).toList());
    }

    private static Adjustment adjustment(NumberingAdjustment wanted) {
        return switch (wanted.getAction()) {
            case SET -> new Adjustment.Set(given(wanted.getPlateId(), "plateId"), number(wanted.getNumber()));
            case LOCK -> new Adjustment.Lock(given(wanted.getPlateId(), "plateId"));
            case UNLOCK -> new Adjustment.Unlock(given(wanted.getPlateId(), "plateId"));
            case ASSIGN ->
                new Adjustment.Assign(given(wanted.getPlateId(), "plateId"), given(wanted.getStreetId(), "streetId"));
            case MOVE ->
                new Adjustment.Move(
                        given(wanted.getPlateId(), "plateId"),
                        new LonLat(given(wanted.getLon(), "lon"), given(wanted.getLat(), "lat")));
            case RESERVE -> {
                PlateNumber number = number(wanted.getNumber());
                if (number.sub() > 0) {
                    throw new Refused(List.of("只能预留主号，不能预留附号：" + number.text()));
                }
                yield new Adjustment.Reserve(given(wanted.getStreetId(), "streetId"), number.main());
            }
        };
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new Refused(List.of("手工调整缺少 " + name));
        }
        return value;
    }

    private static PlateNumber number(@Nullable String text) {
        return PlateNumber.find(given(text, "number")).orElseThrow(() -> new Refused(List.of("不是门牌号码：" + text)));
    }

    static NumberingProfileCard profile(NumberingProfile profile) {
        String reserve = profile.isMetric()
                ? "每侧每 " + metres(profile.metresPerNumber()) + " 米一号"
                : profile.gaps().everyMetres() > 0
                        ? "空地每 " + metres(profile.gaps().everyMetres()) + " 米预留一号"
                        : "不预留";
        return new NumberingProfileCard()
                .name(profile.name())
                .title(profile.title())
                .origin("东西向自" + profile.eastWest().title() + "起，南北向自"
                        + profile.northSouth().title() + "起")
                .odd(profile.odd().title())
                .metric(profile.isMetric())
                .inserted(profile.inserted().title())
                .reserve(reserve)
                .beyond(profile.village().beyond().title())
                .plates(profile.plates().byUse().values().stream()
                        .sorted(Comparator.comparingInt(PlateModel::widthMillimetres)
                                .reversed())
                        .map(model -> model.title() + " " + model.widthMillimetres() + "×" + model.heightMillimetres())
                        .toList())
                .source(profile.source())
                .sources(List.of(profile.checks().source(), profile.plates().source()))
                .confirmWith(profile.confirmWith().orElse(null));
    }

    /** Without decimals where there are none. */
    private static String metres(double length) {
        return length == Math.rint(length) ? Long.toString((long) length) : Double.toString(length);
    }

    static NumberingProposal proposal(Proposal proposal) {
        return new NumberingProposal()
                .hash(proposal.sha256())
                .changed((int) proposal.changed())
                .doors(proposal.doors().stream()
                        .map(door -> door(door, proposal))
                        .toList())
                .reserved(proposal.reserved().stream()
                        .map(kept -> new ReservedNumber()
                                .streetId(kept.streetId())
                                .street(kept.streetName())
                                .number(PlateNumber.of(kept.number()).text())
                                .position(position(kept.position()))
                                .reason(kept.reason().title()))
                        .toList())
                .undecided(proposal.undecided().stream()
                        .map(open -> new UndecidedDoor()
                                .plateId(open.plateId())
                                .address(open.address())
                                .position(
                                        open.position().map(DoorDtos::position).orElse(null))
                                .reason(open.reason().title())
                                .conflict(open.conflict()))
                        .toList())
                .findings(proposal.findings().stream()
                        .limit(DoorController.MOST_FINDINGS)
                        .map(DoorDtos::finding)
                        .toList());
    }

    private static ProposedDoor door(Proposal.Proposed door, Proposal proposal) {
        return new ProposedDoor()
                .plateId(door.plateId())
                .streetId(door.streetId().orElse(null))
                .street(door.streetName())
                .number(door.number())
                .oldAddress(door.oldAddress())
                .side(door.side().map(DoorDtos::side).orElse(null))
                .chainage(Math.round(door.chainage() * 10) / 10.0)
                .position(position(door.position()))
                .locked(door.locked())
                .changed(door.changed())
                .corner(proposal.corners().get(door.plateId()));
    }

    private static ProposedDoor.SideEnum side(Side side) {
        return side == Side.LEFT ? ProposedDoor.SideEnum.LEFT : ProposedDoor.SideEnum.RIGHT;
    }

    static List<Double> position(LonLat place) {
        return List.of(place.lon(), place.lat());
    }

    static PlateFinding finding(cn.diming.core.numbering.PlateFinding finding) {
        return new PlateFinding()
                .rule(finding.rule().code())
                .title(finding.rule().title())
                .severity(PlateFinding.SeverityEnum.fromValue(
                        finding.rule().severity().name()))
                .message(finding.message())
                .plates(finding.plates());
    }

    static List<PlateRuleCount> counts(List<cn.diming.core.numbering.PlateFinding> findings) {
        Map<PlateRule, Long> counts = findings.stream()
                .collect(Collectors.groupingBy(cn.diming.core.numbering.PlateFinding::rule, Collectors.counting()));
        return Arrays.stream(PlateRule.values())
                .map(rule -> new PlateRuleCount()
                        .rule(rule.code())
                        .title(rule.title())
                        .words(rule.words())
                        .count(counts.getOrDefault(rule, 0L).intValue()))
                .toList();
    }

    static Renumbering renumbering(cn.diming.core.plate.Renumbering made) {
        return new Renumbering()
                .id(made.id())
                .at(Times.of(made.at()))
                .division(made.divisionCode())
                .title(made.title())
                .profile(made.profile())
                .reason(made.reason())
                .doors(made.doors())
                .changed(made.changed())
                .reserved(made.reserved())
                .sha256(made.sha256());
    }

    static cn.diming.api.generated.model.PlateStatus status(PlateStatus status) {
        return cn.diming.api.generated.model.PlateStatus.fromValue(status.name());
    }

    static PlateStep step(cn.diming.api.generated.model.PlateStep wanted) {
        boolean placed = wanted.getLon() != null && wanted.getLat() != null;
        return new PlateStep(
                PlateStatus.valueOf(wanted.getTo().getValue()),
                Optional.ofNullable(wanted.getAuthority()),
                Optional.ofNullable(wanted.getDocument()),
                Optional.ofNullable(wanted.getNote()),
                Optional.ofNullable(wanted.getPhoto()),
                placed
                        ? Optional.of(new LonLat(given(wanted.getLon(), "lon"), given(wanted.getLat(), "lat")))
                        : Optional.empty());
    }

    static PlateSummary summary(PlateCard card) {
        return new PlateSummary()
                .id(card.id())
                .version(card.version())
                .address(card.address())
                .division(card.divisionCode())
                .status(status(card.status()))
                .statusTitle(card.status().title())
                .position(card.position().map(DoorDtos::position).orElse(null));
    }

    static PlateDetail detail(PlateCard card, String fullAddress) {
        return new PlateDetail()
                .id(card.id())
                .version(card.version())
                .address(card.address())
                .fullAddress(fullAddress)
                .division(card.divisionCode())
                .status(status(card.status()))
                .statusTitle(card.status().title())
                .authority(card.authority().orElse(null))
                .temporary(card.temporary())
                .position(card.position().map(DoorDtos::position).orElse(null))
                .formerAddresses(card.formerAddresses())
                .events(card.events().stream().map(DoorDtos::event).toList())
                .next(card.status().next().stream().map(DoorDtos::status).toList());
    }

    private static PlateEvent event(PlateCard.Event event) {
        return new PlateEvent()
                .at(Times.of(event.at()))
                .from(event.from().map(DoorDtos::status).orElse(null))
                .to(status(event.to()))
                .toTitle(event.to().title())
                .authority(event.authority().orElse(null))
                .document(event.document().orElse(null))
                .note(event.note().orElse(null))
                .photo(event.photoSha256().map(MediaLinks::full).orElse(null));
    }

    static PublicPlate publicPlate(PlateCard card, String fullAddress) {
        return new PublicPlate()
                .id(card.id())
                .address(card.address())
                .fullAddress(fullAddress)
                .status(status(card.status()))
                .position(card.position().map(DoorDtos::position).orElse(null))
                .formerAddresses(card.formerAddresses());
    }

    static PlateReport report(ErrorReport report) {
        return new PlateReport()
                .id(report.id())
                .plateId(report.plateId())
                .address(report.address())
                .at(Times.of(report.at()))
                .kind(report.kind().name())
                .kindTitle(report.kind().title())
                .text(report.text().orElse(null))
                .open(report.open())
                .answer(report.answer().orElse(null));
    }

    static ParsedAddress address(Address address) {
        return new ParsedAddress()
                .canonical(address.canonical())
                .rest(address.rest())
                .variants(List.copyOf(address.variants()))
                .parts(address.parts().stream()
                        .map(part -> new AddressPart()
                                .level(part.level().name())
                                .title(part.level().title())
                                .text(part.text())
                                .code(part.code().orElse(null))
                                .known(part.known()))
                        .toList());
    }

    private DoorDtos() {}
}
