package cn.diming.core.platform;

import static cn.diming.core.shop.ShopFixture.HERE;
import static cn.diming.core.shop.ShopFixture.NEIGHBOUR;
import static cn.diming.core.shop.ShopFixture.OFFICER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.access.Actor;
import cn.diming.core.collect.FieldCollection;
import cn.diming.core.collect.MapPlatform;
import cn.diming.core.collect.PlatformSubmission;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.geo.ShiftedCoordinates;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.shop.ShopFiling;
import cn.diming.core.shop.ShopFilings;
import cn.diming.core.shop.ShopFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What map platforms get of a shop, each in its own way. */
@ParameterizedClass
@EnumSource(Engines.class)
class PlatformBundlesTest {

    private final ShopFixture village;
    private final FieldCollection collection;
    private final PlatformBundles bundles;

    PlatformBundlesTest(Engines engine, @TempDir Path folder) {
        village = new ShopFixture(engine, folder);
        collection = new FieldCollection(village.core.collectionSetting(), village.media);
        bundles = new PlatformBundles(village.shops, village.media, village.core.divisions(), collection.submissions());
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void eachPlatformGetsItsOwnCoordinates() throws IOException {
        ShopFiling filing = village.accepted(village.merchant("13800000001"), "稳记鱼生馆", HERE);
        for (MapPlatform platform : MapPlatform.values()) {
            String table = text(bundle(out -> bundles.write(OFFICER, filing.id(), platform, out)), "店铺.csv");
            String[] cells = table.lines().toList().get(1).split("\",\"", -1);
            double[] xy = {Double.parseDouble(cells[5]), Double.parseDouble(cells[6])};
            inverse(cells[7]).accept(xy);
            assertThat(Ellipsoid.distanceMetres(new LonLat(xy[0], xy[1]), HERE))
                    .as(platform.title())
                    .isLessThan(0.1);
        }
        assertThat(PlatformRules.of(MapPlatform.BAIDU).crs().id()).isEqualTo("BD-09");
    }

    private static Consumer<double[]> inverse(String crs) {
        return xy -> {
            switch (crs) {
                case "GCJ-02" -> ShiftedCoordinates.gcj02ToWgs84(xy);
                case "BD-09" -> ShiftedCoordinates.bd09ToWgs84(xy);
                default -> {}
            }
        };
    }

    @Test
    void aPackageHasFieldsPhotosAndTheLicenceWhereItIsAskedFor() throws IOException {
        Actor merchant = village.merchant("13800000001");
        ShopFiling filing = village.accepted(merchant, "稳记鱼生馆", HERE);
        Map<String, byte[]> amap = bundle(out -> bundles.writeOwn(merchant, filing.id(), MapPlatform.AMAP, out));
        assertThat(amap.keySet())
                .contains("001-稳记鱼生馆/门面照.jpg", "001-稳记鱼生馆/营业执照.jpg", "001-稳记鱼生馆/信息.json", "店铺.csv", "说明.txt");
        assertThat(ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(amap.get("001-稳记鱼生馆/门面照.jpg")))))
                .isNotNull();
        assertThat(text(amap, "说明.txt")).contains("GCJ-02").contains("待核");
        assertThat(text(amap, "店铺.csv")).contains("大稳路 12 号").contains("020-34901234");
        Map<String, byte[]> tianditu =
                bundle(out -> bundles.writeOwn(merchant, filing.id(), MapPlatform.TIANDITU, out));
        assertThat(tianditu.keySet()).noneMatch(name -> name.contains("营业执照"));
    }

    @Test
    void whatWouldComeBackIsToldBefore() {
        Actor merchant = village.merchant("13800000001");
        ShopFilings.Own own = village.filed(merchant, "稳记 鱼生馆！", HERE);
        List<PlatformFinding> findings =
                bundles.ownStanding(merchant, own.filing().id()).getFirst().findings();
        assertThat(findings).extracting(PlatformFinding::rule).contains("PF-02", "PF-06", "PF-08");
        assertThat(findings).extracting(PlatformFinding::rule).doesNotContain("PF-07", "PF-09", "PF-12");
        assertThatThrownBy(() ->
                        bundles.writeOwn(merchant, own.filing().id(), MapPlatform.AMAP, new ByteArrayOutputStream()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatIsSubmittedIsFollowedAndWhatCameBackGoesAgain() {
        ShopFiling filing = village.accepted(village.merchant("13800000001"), "稳记鱼生馆", HERE);
        long shop = filing.shopId().orElseThrow();
        assertThat(bundles.writeAll(OFFICER, "440115", MapPlatform.AMAP, new ByteArrayOutputStream()))
                .isEqualTo(1);
        note(shop, PlatformSubmission.Status.SUBMITTED, Optional.empty());
        assertThatThrownBy(() -> bundles.writeAll(OFFICER, "440115", MapPlatform.AMAP, new ByteArrayOutputStream()))
                .isInstanceOf(Refused.class);
        note(shop, PlatformSubmission.Status.REJECTED, Optional.of("门面照不清晰"));
        assertThat(bundles.standing(OFFICER, filing.id()).getFirst().submission())
                .get()
                .satisfies(one -> assertThat(one.reason()).hasValue("门面照不清晰"));
        assertThat(bundles.writeAll(OFFICER, "440115", MapPlatform.AMAP, new ByteArrayOutputStream()))
                .isEqualTo(1);
    }

    private void note(long shop, PlatformSubmission.Status status, Optional<String> reason) {
        collection.submissions().note(OFFICER, shop, MapPlatform.AMAP, status, reason);
    }

    @Test
    void anothersPackageIsNobodysBusiness() {
        ShopFiling filing = village.accepted(village.merchant("13800000001"), "稳记鱼生馆", HERE);
        Actor other = village.merchant("13800000002");
        assertThatThrownBy(() -> bundles.writeOwn(other, filing.id(), MapPlatform.AMAP, new ByteArrayOutputStream()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bundles.write(NEIGHBOUR, filing.id(), MapPlatform.AMAP, new ByteArrayOutputStream()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aDoorFarFromTheShopWouldBeRefused() {
        long plate = village.plate("12号", new LonLat(113.452, 22.91));
        Actor merchant = village.merchant("13800000001");
        ShopFilings.Own own = village.shops
                .filings()
                .begin(merchant, ShopFixture.content("稳记鱼生馆", HERE, OptionalLong.of(plate)), OptionalLong.empty());
        assertThat(bundles.ownStanding(merchant, own.filing().id()).getFirst().findings())
                .extracting(PlatformFinding::rule)
                .contains("PF-07", "PF-09", "PF-13");
    }

    @Test
    void aLinkLeadsToThePlaceInTheCoordinatesOfItsPlatform() {
        String link = PlatformRules.of(MapPlatform.TENCENT).routeTo(HERE, "稳记鱼生馆");
        double[] xy = {HERE.lon(), HERE.lat()};
        ShiftedCoordinates.wgs84ToGcj02(xy);
        assertThat(link)
                .startsWith("https://apis.map.qq.com/")
                .contains("tocoord=%.6f,%.6f".formatted(xy[1], xy[0]))
                .contains("%E7%A8%B3")
                .doesNotContain("{");
    }

    private static Map<String, byte[]> bundle(Consumer<ByteArrayOutputStream> writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.accept(out);
        } catch (UncheckedIOException broken) {
            throw new IOException(broken);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }
}
