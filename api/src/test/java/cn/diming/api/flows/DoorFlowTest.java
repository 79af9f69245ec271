package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Plates over HTTP: what the checks say of them, what the manufacturer gets, and the photos that prove a step. */
@ParameterizedClass
@EnumSource(Engines.class)
class DoorFlowTest {

    /** Villages that no other test knows, a new one for each. */
    private static final AtomicInteger VILLAGES = new AtomicInteger(440115904);

    private final Service service;
    private final String village = VILLAGES.getAndIncrement() + "201";
    private final Client officer;

    DoorFlowTest(Engines engine) {
        this.service = Service.on(engine);
        this.officer = service.member(Role.NAMING_OFFICER, "440115");
    }

    @Test
    void findingsFollowAnEditWithoutACheck() {
        plate("1号");
        long second = plate("3号");
        assertThat(count("DP-01")).isZero();
        service.core
                .records()
                .change(
                        Actor.OPERATOR,
                        second,
                        service.core.records().get(second).version(),
                        Map.of("number_text", Optional.of("1号")),
                        Optional.empty());
        assertThat(count("DP-01")).isEqualTo(1);
        JsonNode onCard = officer.get("/api/v1/plates/" + second).json().get("findings");
        assertThat(onCard.toString()).contains("DP-01");
    }

    @Test
    void theManufacturerGetsTheCodesAsPicturesAndAsText() throws Exception {
        long first = plate("12号");
        long second = plate("14号附1号");
        Answer sheet = officer.get("/api/v1/plates/production.xlsx?profile=rural&division=" + village)
                .hasStatus(200);
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(sheet.response().body()))) {
            XSSFSheet page = book.getSheetAt(0);
            List<XSSFPicture> pictures = page.getDrawingPatriarch().getShapes().stream()
                    .map(XSSFPicture.class::cast)
                    .toList();
            assertThat(pictures).hasSize(2);
            for (XSSFPicture picture : pictures) {
                int row = picture.getClientAnchor().getRow1();
                String url = page.getRow(row).getCell(7).getStringCellValue();
                assertThat(read(picture.getPictureData().getData())).isEqualTo(url);
                assertThat(url).endsWith("/a/" + (row == 1 ? first : second));
            }
            assertThat(page.getRow(2).getCell(3).getStringCellValue()).endsWith("／14号附1号");
            assertThat(page.getRow(1).getCell(5).getNumericCellValue()).isEqualTo(150);
        }
        String text = officer.get("/api/v1/plates/production.csv?division=" + village)
                .hasStatus(200)
                .text();
        assertThat(text).startsWith("\uFEFF序号,").contains("/a/" + first).contains("/a/" + second);
    }

    private static String read(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
    }

    @Test
    void aStepIsProvedByAPhotoOfThatVeryPlateThatOnlyStaffSees() throws IOException {
        long plate = plate("5号");
        long other = plate("7号");
        JsonNode photo = officer.upload("/api/v1/places/" + plate + "/media", photo())
                .hasStatus(201)
                .json();
        assertThat(photo.get("staffOnly").asBoolean()).isTrue();
        String url = photo.get("url").asString();
        String sha256 = url.substring(url.lastIndexOf('/') + 1);
        String step = "{\"to\": \"DAMAGED\", \"photo\": \"" + sha256 + "\", \"lon\": 113.45, \"lat\": 22.905}";
        officer.post("/api/v1/plates/" + other + "/steps", step, "If-Match", tag(other))
                .isProblem(422);
        JsonNode after = officer.post("/api/v1/plates/" + plate + "/steps", step, "If-Match", tag(plate))
                .hasStatus(200)
                .json();
        assertThat(after.get("events").get(0).get("photo").asString()).isEqualTo(url);
        Client visitor = service.visitor();
        visitor.get(url).isProblem(404);
        assertThat(visitor.get("/api/v1/places/" + plate + "/media").json().get("items"))
                .isEmpty();
        service.member(Role.NAMING_OFFICER, "440113").get(url).isProblem(404);
        officer.get(url + "?size=small").hasStatus(200);
        officer.patch("/api/v1/places/" + plate + "/media/" + photo.get("id").asLong(), "{\"staffOnly\": false}")
                .hasStatus(200);
        visitor.get(url).hasStatus(200);
    }

    private String tag(long plate) {
        return officer.get("/api/v1/plates/" + plate).header("ETag");
    }

    private int count(String rule) {
        for (JsonNode row : officer.get("/api/v1/plates/findings?division=" + village)
                .hasStatus(200)
                .json()
                .get("counts")) {
            if (row.get("rule").asString().equals(rule)) {
                return row.get("count").asInt();
            }
        }
        throw new AssertionError("no row for " + rule);
    }

    private long plate(String number) {
        return service.record(
                RecordKind.DOOR_PLATE,
                Drafts.record(Map.of("number_text", number, "division_code", village), Drafts.point(113.45, 22.905)));
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }
}
