package cn.diming.core.sign;

import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.StreetAxis;
import cn.diming.core.record.Refused;
import cn.diming.core.signage.Blade;
import cn.diming.core.signage.SignPlanner;
import cn.diming.core.signage.SignPost;
import cn.diming.core.signage.SignProfile;
import cn.diming.core.signage.SignedStreet;
import java.util.ArrayList;
import java.util.List;

/** A plan with what the officer changed in it. */
final class Adjusted {

    private final SignProfile profile;
    private final List<SignedStreet> streets;

    Adjusted(SignProfile profile, List<SignedStreet> streets) {
        this.profile = profile;
        this.streets = streets;
    }

    List<ProposedSign> apply(List<SignPost> posts, List<SignAdjustment> adjustments) {
        List<ProposedSign> signs = new ArrayList<>();
        for (SignPost post : posts) {
            signs.add(
                    priced(ProposedSign.key(post), post, profile.usualMounting().title()));
        }
        for (SignAdjustment adjustment : adjustments) {
            switch (adjustment) {
                case SignAdjustment.Drop drop -> signs.remove(find(signs, drop.key()));
                case SignAdjustment.Move move ->
                    replace(
                            signs,
                            move.key(),
                            sign -> priced(
                                    sign.key(),
                                    new SignPost(
                                            move.position(),
                                            sign.post().reasons(),
                                            sign.post().blades()),
                                    sign.mounting()));
                case SignAdjustment.Mount mount ->
                    replace(signs, mount.key(), sign -> priced(sign.key(), sign.post(), mount.mounting()));
                case SignAdjustment.Add add -> signs.add(added(add));
            }
        }
        return signs;
    }

    private static ProposedSign find(List<ProposedSign> signs, String key) {
        return signs.stream()
                .filter(sign -> sign.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused(List.of("规划中没有这个标志（数据可能已变化，请重新生成）：" + key)));
    }

    private static void replace(
            List<ProposedSign> signs, String key, java.util.function.UnaryOperator<ProposedSign> change) {
        int index = signs.indexOf(find(signs, key));
        signs.set(index, change.apply(signs.get(index)));
    }

    private ProposedSign added(SignAdjustment.Add add) {
        SignedStreet street = streets.stream()
                .filter(there -> there.id() == add.streetId())
                .findFirst()
                .orElseThrow(() -> new Refused(List.of("范围内没有这条街路巷：" + add.streetId())));
        StreetAxis axis = StreetAxis.of(street.line(), LonLat::lon);
        Blade blade = new Blade(
                street.id(),
                profile.kindOf(street.name()),
                street.name(),
                street.pinyin(),
                new SignPlanner(profile).colour(axis.bearingDegrees()),
                Blade.Mark.ARROW,
                Blade.Mark.ARROW,
                axis.bearingDegrees());
        SignPost post = new SignPost(add.position(), List.of(SignPost.Reason.LONG_GAP), List.of(blade));
        return priced(ProposedSign.key(post), post, profile.usualMounting().title());
    }

    private ProposedSign priced(String key, SignPost post, String mounting) {
        double plates = post.blades().stream()
                .mapToDouble(blade -> profile.size(blade.kind()).priceYuan())
                .sum();
        return new ProposedSign(key, post, mounting, plates + mountingYuan(profile, mounting));
    }

    static double mountingYuan(SignProfile profile, String title) {
        return profile.mountings().stream()
                .filter(mounting -> mounting.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new Refused(List.of("标志方案中没有这种安装方式：" + title)))
                .priceYuan();
    }
}
