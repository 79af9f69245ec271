package cn.diming.api.sign;

import cn.diming.api.answer.MediaLinks;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.PricedItem;
import cn.diming.api.generated.model.ProposedSign;
import cn.diming.api.generated.model.SignBlade;
import cn.diming.api.generated.model.SignDetail;
import cn.diming.api.generated.model.SignEvent;
import cn.diming.api.generated.model.SignProfileCard;
import cn.diming.api.generated.model.SignProposal;
import cn.diming.api.generated.model.SignRequest;
import cn.diming.api.generated.model.SignSummary;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.Refused;
import cn.diming.core.sign.Defect;
import cn.diming.core.sign.SignAdjustment;
import cn.diming.core.sign.SignRow;
import cn.diming.core.sign.SignStatus;
import cn.diming.core.sign.SignStep;
import cn.diming.core.signage.Blade;
import cn.diming.core.signage.SignKind;
import cn.diming.core.signage.SignPost;
import cn.diming.core.signage.SignProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between the contract's objects and the core's. */
final class SignDtos {

    static List<SignAdjustment> adjustments(SignRequest wanted) {
        return Optional.ofNullable(wanted.getAdjustments()).orElse(List.of()).stream()
                .map(SignDtos::adjustment)
                .toList();
    }

    private static SignAdjustment adjustment(cn.diming.api.generated.model.SignAdjustment wanted) {
        return switch (wanted.getAction()) {
            case DROP -> new SignAdjustment.Drop(given(wanted.getKey(), "key"));
            case MOVE ->
                new SignAdjustment.Move(given(wanted.getKey(), "key"), place(wanted.getLon(), wanted.getLat()));
            case MOUNT ->
                new SignAdjustment.Mount(given(wanted.getKey(), "key"), given(wanted.getMounting(), "mounting"));
            case ADD ->
                new SignAdjustment.Add(
                        given(wanted.getStreetId(), "streetId"), place(wanted.getLon(), wanted.getLat()));
        };
    }

    private static LonLat place(@Nullable Double lon, @Nullable Double lat) {
        return new LonLat(given(lon, "lon"), given(lat, "lat"));
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new Refused(List.of("手工调整缺少 " + name));
        }
        return value;
    }

    static SignProfileCard profile(SignProfile profile) {
        return new SignProfileCard()
                .name(profile.name())
                .title(profile.title())
                .postsAtCrossing(profile.postsAtCrossing())
                .longGapMetres(profile.longGapMetres())
                .mountings(profile.mountings().stream()
                        .map(mounting ->
                                new PricedItem().title(mounting.title()).priceYuan(mounting.priceYuan()))
                        .toList())
                .sizes(Arrays.stream(SignKind.values())
                        .map(kind -> new PricedItem()
                                .title(kind.title() + " "
                                        + profile.size(kind).widthMillimetres() + "×"
                                        + profile.size(kind).heightMillimetres())
                                .priceYuan(profile.size(kind).priceYuan()))
                        .toList())
                .source(profile.source());
    }

    static SignProposal proposal(List<cn.diming.core.sign.ProposedSign> signs) {
        return new SignProposal()
                .posts(signs.size())
                .blades(signs.stream()
                        .mapToInt(sign -> sign.post().blades().size())
                        .sum())
                .sumYuan(signs.stream()
                        .mapToDouble(cn.diming.core.sign.ProposedSign::priceYuan)
                        .sum())
                .signs(signs.stream().map(SignDtos::proposed).toList());
    }

    private static ProposedSign proposed(cn.diming.core.sign.ProposedSign sign) {
        return new ProposedSign()
                .key(sign.key())
                .position(position(sign.post().position()))
                .reasons(sign.post().reasons().stream()
                        .map(SignPost.Reason::title)
                        .toList())
                .blades(sign.post().blades().stream().map(SignDtos::blade).toList())
                .mounting(sign.mounting())
                .priceYuan(sign.priceYuan());
    }

    private static List<Double> position(LonLat place) {
        return List.of(place.lon(), place.lat());
    }

    private static SignBlade blade(Blade blade) {
        return new SignBlade()
                .placeId(blade.placeId())
                .kind(blade.kind().name())
                .name(blade.name())
                .pinyin(blade.pinyin())
                .colour(SignBlade.ColourEnum.fromValue(blade.colour().name()))
                .start(SignBlade.StartEnum.fromValue(blade.start().name()))
                .end(SignBlade.EndEnum.fromValue(blade.end().name()))
                .bearing(blade.bearingDegrees());
    }

    static SignSummary summary(SignRow sign) {
        return new SignSummary()
                .id(sign.id())
                .version(sign.version())
                .name(sign.name())
                .division(sign.divisionCode())
                .status(status(sign.status()))
                .statusTitle(sign.status().title())
                .position(sign.position().map(SignDtos::position).orElse(null))
                .mounting(sign.mounting().orElse(null))
                .installedOn(sign.installedOn().orElse(null))
                .blades(sign.blades().stream().map(SignDtos::blade).toList())
                .outdated(sign.outdated());
    }

    private static cn.diming.api.generated.model.SignStatus status(SignStatus status) {
        return cn.diming.api.generated.model.SignStatus.fromValue(status.name());
    }

    static SignDetail detail(SignRow sign, List<cn.diming.core.sign.SignEvent> events) {
        return new SignDetail()
                .sign(summary(sign))
                .events(events.stream().map(SignDtos::event).toList())
                .next(sign.status().next().stream().map(SignDtos::status).toList());
    }

    private static SignEvent event(cn.diming.core.sign.SignEvent event) {
        return new SignEvent()
                .at(Times.of(event.at()))
                .from(event.from().map(SignDtos::status).orElse(null))
                .to(status(event.to()))
                .toTitle(event.to().title())
                .defects(event.defects().stream().map(Defect::title).toList())
                .note(event.note().orElse(null))
                .photo(event.photoSha256().map(MediaLinks::full).orElse(null));
    }

    static SignStep step(cn.diming.api.generated.model.SignStep wanted) {
        boolean placed = wanted.getLon() != null && wanted.getLat() != null;
        return new SignStep(
                SignStatus.valueOf(wanted.getTo().getValue()),
                Optional.ofNullable(wanted.getDefects()).orElse(List.of()).stream()
                        .map(defect -> Defect.valueOf(defect.getValue()))
                        .toList(),
                Optional.ofNullable(wanted.getNote()),
                Optional.ofNullable(wanted.getPhoto()),
                placed ? Optional.of(place(wanted.getLon(), wanted.getLat())) : Optional.empty());
    }

    private SignDtos() {}
}
