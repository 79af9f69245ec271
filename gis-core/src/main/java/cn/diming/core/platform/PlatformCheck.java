package cn.diming.core.platform;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.MediaItem;
import cn.diming.core.shop.PhotoPurpose;
import cn.diming.core.shop.ShopContent;
import cn.diming.core.shop.ShopFilings;
import cn.diming.core.shop.ShopPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a shop as a platform's reviewer would, so that what would come back is put right before. */
final class PlatformCheck {

    private final PlatformRules rules;
    private final ShopFilings.Own own;
    private final ShopContent shop;
    private final String address;
    private final List<PlatformFinding> findings = new ArrayList<>();

    /**
     * @param address with street and number
     * @param own the filing with its photos
     */
    private PlatformCheck(PlatformRules rules, ShopFilings.Own own, String address) {
        this.rules = rules;
        this.own = own;
        this.shop = own.filing().accepted().orElse(own.filing().content());
        this.address = address;
    }

    /** In the order of the rules; empty when nothing would be refused. */
    static List<PlatformFinding> of(PlatformRules rules, ShopFilings.Own own, String address, Optional<LonLat> door) {
        PlatformCheck check = new PlatformCheck(rules, own, address);
        check.words();
        check.papers();
        check.photos();
        check.place(door);
        return check.findings;
    }

    private void words() {
        int letters = shop.name().codePointCount(0, shop.name().length());
        refuse(letters > rules.nameLongest(), "PF-01", "店名 " + letters + " 字，平台至多 " + rules.nameLongest() + " 字");
        refuse(
                !shop.name().matches("[\\p{IsHan}A-Za-z0-9·]+([（(][\\p{IsHan}A-Za-z0-9]+[）)])?"),
                "PF-02",
                "店名只用汉字、字母、数字，分店写在括号里：不能有空格、标点和表情");
        refuse(shop.phone().isEmpty(), "PF-03", "没有店铺电话");
        refuse(rules.hours() && !shop.hours().isKnown(), "PF-04", "没有营业时间");
        warn(shop.description().isEmpty(), "PF-05", "没有简介");
    }

    private void papers() {
        refuse(own.filing().accepted().isEmpty(), "PF-06", "尚未通过民政审核");
        refuse(rules.licence() && none(PhotoPurpose.LICENCE), "PF-07", "没有营业执照照片");
        warn(rules.creditCode() && shop.creditCode().isEmpty(), "PF-08", "没有填统一社会信用代码，平台要求与执照一致");
    }

    private void photos() {
        refuse(none(PhotoPurpose.FRONT), "PF-09", "没有门面照：招牌须完整清楚");
        own.photos().stream()
                .filter(photo -> photo.purpose() == PhotoPurpose.FRONT)
                .map(photo -> photo.item())
                .filter(item -> shortEdge(item) < rules.photoShortEdge())
                .forEach(item -> refuse(
                        true,
                        "PF-10",
                        "门面照 " + item.width().orElse(0) + "×" + item.height().orElse(0) + " 像素，短边至少 "
                                + rules.photoShortEdge()));
    }

    private static int shortEdge(MediaItem item) {
        return Math.min(item.width().orElse(0), item.height().orElse(0));
    }

    private void place(Optional<LonLat> door) {
        Optional<LonLat> at = shop.position().map(ShopPosition::at);
        refuse(at.isEmpty(), "PF-11", "没有位置");
        refuse(rules.doorNumber() && !address.matches(".*[0-9０-９一二三四五六七八九十百]+\\s*号.*"), "PF-12", "地址没有准确的门牌号");
        if (at.isPresent() && door.isPresent()) {
            long metres = Math.round(Ellipsoid.distanceMetres(at.get(), door.get()));
            refuse(metres > rules.doorMetres(), "PF-13", "标注点距门牌 " + metres + " 米，平台会认为位置与地址不符");
        }
    }

    private boolean none(PhotoPurpose purpose) {
        return own.photos().stream().noneMatch(photo -> photo.purpose() == purpose);
    }

    private void refuse(boolean wrong, String rule, String message) {
        if (wrong) {
            findings.add(new PlatformFinding(rule, true, message));
        }
    }

    private void warn(boolean wrong, String rule, String message) {
        if (wrong) {
            findings.add(new PlatformFinding(rule, false, message));
        }
    }
}
