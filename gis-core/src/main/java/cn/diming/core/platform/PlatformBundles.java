package cn.diming.core.platform;

import cn.diming.core.access.Actor;
import cn.diming.core.collect.MapPlatform;
import cn.diming.core.collect.PlatformSubmission;
import cn.diming.core.collect.PlatformSubmissions;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.record.Refused;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.shop.ShopContent;
import cn.diming.core.shop.ShopDoors;
import cn.diming.core.shop.ShopFilings;
import cn.diming.core.shop.ShopPosition;
import cn.diming.core.shop.Shops;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How shops stand with map platforms, and packages ready to be submitted: for officers of many, for a merchant of one's own. */
public final class PlatformBundles {

    private static final int MOST = 500;

    private final Shops shops;
    private final Media media;
    private final DivisionTree divisions;
    private final PlatformSubmissions submissions;

    public PlatformBundles(Shops shops, Media media, DivisionTree divisions, PlatformSubmissions submissions) {
        this.shops = shops;
        this.media = media;
        this.divisions = divisions;
        this.submissions = submissions;
    }

    /**
     * How a shop stands with a platform.
     *
     * @param findings what would be refused, or may
     * @param submission what became of it, where it was submitted
     */
    public record Standing(
            PlatformRules rules, List<PlatformFinding> findings, Optional<PlatformSubmission> submission) {}

    /** A filing that an officer may read, with all platforms. */
    public List<Standing> standing(Actor officer, long filing) {
        return standing(shops.desk().file(officer, filing));
    }

    /** A merchant's own, with all platforms. */
    public List<Standing> ownStanding(Actor merchant, long filing) {
        return standing(shops.filings().get(merchant, filing));
    }

    private List<Standing> standing(ShopFilings.Own own) {
        List<PlatformSubmission> known = own.filing().shopId().isPresent()
                ? submissions.listOf(own.filing().shopId().getAsLong())
                : List.of();
        List<Standing> all = new ArrayList<>();
        for (MapPlatform platform : MapPlatform.values()) {
            all.add(new Standing(
                    PlatformRules.of(platform),
                    findings(platform, own),
                    known.stream().filter(one -> one.platform() == platform).findFirst()));
        }
        return all;
    }

    private List<PlatformFinding> findings(MapPlatform platform, ShopFilings.Own own) {
        ShopContent shop = content(own);
        LonLat at = shop.position().map(ShopPosition::at).orElse(new LonLat(0, 0));
        return PlatformCheck.of(
                PlatformRules.of(platform),
                own,
                shops.doors().address(shop),
                shops.doors().find(shop.doorPlateId(), at).map(ShopDoors.Door::position));
    }

    private static ShopContent content(ShopFilings.Own own) {
        return own.filing().accepted().orElse(own.filing().content());
    }

    /** Writes the package of one shop for an officer. */
    public void write(Actor officer, long filing, MapPlatform platform, OutputStream out) {
        write(platform, List.of(shops.desk().file(officer, filing)), out);
    }

    /** Writes the package of one's own shop for its merchant. */
    public void writeOwn(Actor merchant, long filing, MapPlatform platform, OutputStream out) {
        write(platform, List.of(shops.filings().get(merchant, filing)), out);
    }

    /**
     * Writes one package of all public shops of a division that the platform does not have yet, or did not take.
     *
     * @return how many shops are in it
     * @throws Refused when there are none
     */
    public int writeAll(Actor officer, String division, MapPlatform platform, OutputStream out) {
        List<ShopFilings.Own> all = shops.desk().notAt(officer, platform.name(), division, MOST);
        if (all.isEmpty()) {
            throw new Refused(List.of("没有尚待提交给" + platform.title() + "的店铺"));
        }
        write(platform, all, out);
        return all.size();
    }

    /** @throws Refused for a shop that the office has not accepted: it is nobody's business to submit it */
    private void write(MapPlatform platform, List<ShopFilings.Own> all, OutputStream out) {
        PlatformRules rules = PlatformRules.of(platform);
        for (ShopFilings.Own own : all) {
            if (own.filing().accepted().isEmpty()) {
                throw new Refused(List.of("“" + own.filing().content().name() + "”尚未通过审核，不能生成提交包"));
            }
        }
        try (BundleWriter bundle = new BundleWriter(rules, media, out)) {
            for (ShopFilings.Own own : all) {
                ShopContent shop = content(own);
                bundle.add(new BundleWriter.Entry(
                        own,
                        shop,
                        divisions.address(own.filing().divisionCode()),
                        shops.doors().address(shop),
                        findings(platform, own)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("writing a package for a map platform", broken);
        }
    }
}
