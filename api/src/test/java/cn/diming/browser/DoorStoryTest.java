package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Role;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a bureau does with a village whose people gave their houses numbers themselves: numbers it, corrects two doors, has the
 * plates made, proves that no numbers conflict, and plans its signs.
 */
class DoorStoryTest {

    /** The eighth village of the demo county, numbered house by house. */
    private static final String VILLAGE = "下郝塘村";

    private static final String STREET = "下郝塘巷";
    private static final Pattern NUMBER = Pattern.compile("(\\d+)号$");

    @TempDir
    Path folder;

    private final DemoSite site = DemoSite.running();
    private final DemoSite.Member officer = site.member(Role.NAMING_OFFICER);

    @Test
    void aVillageIsNumberedCorrectedMadeAndProvedAndItsSignsAreOrdered() throws Exception {
        try (DeskVisit desk = DeskVisit.signedIn(site, officer)) {
            desk.open("/desk/numbering");
            DoorsTest.choose(desk, VILLAGE);
            keepNothing(desk);
            desk.visit.button("预览编号").click();
            assertThat(desk.page.locator(".door").first()).isVisible();
            widenTheLast(desk, true);
            widenTheLast(desk, false);
            assertThat(desk.page.getByRole(AriaRole.TAB, DoorsTest.named("手工调整 2")))
                    .isVisible();
            desk.look("story-numbering");
            commit(desk);
            desk.look("story-committed");
            productionList(desk);
            proof(desk);
            assertThat(desk.visit.troubles()).isEmpty();
            signs(desk);
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    private static void keepNothing(DeskVisit desk) {
        desk.page
                .locator(".el-select", new Page.LocatorOptions().setHasText("保留已确认的"))
                .click();
        desk.page
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("都不保留"))
                .click();
    }

    /** Gives the door at the far end of one side a number further on, which leaves room for houses to come. */
    private static void widenTheLast(DeskVisit desk, boolean odd) {
        Locator doors = desk.page.locator(".door");
        int last = IntStream.range(0, doors.count())
                .boxed()
                .filter(i -> number(doors.nth(i)) % 2 == (odd ? 1 : 0))
                .max(Comparator.comparingInt(i -> number(doors.nth(i))))
                .orElseThrow();
        DoorsTest.setNumber(desk, doors.nth(last), number(doors.nth(last)) + 20 + "号");
    }

    private static int number(Locator door) {
        String shown = door.locator("b").innerText();
        Matcher number =
                NUMBER.matcher(shown.equals("不变") ? door.locator(".old").innerText() : shown);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static void commit(DeskVisit desk) {
        desk.visit.button("提交编号").click();
        Locator dialog = desk.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("提交编号"));
        dialog.locator("textarea").fill("村民自编门牌混乱，整村重编");
        dialog.locator(".el-button--primary").click();
        assertThat(desk.page.locator(".committed")).containsText("编号已提交");
    }

    private static void productionList(DeskVisit desk) throws IOException {
        Download list =
                desk.page.waitForDownload(() -> desk.visit.button("制作清单（含二维码图）").click());
        assertThat(list.suggestedFilename()).matches("门牌制作清单-\\d{12}\\.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(list.path()))) {
            int plates = book.getSheetAt(0).getLastRowNum();
            assertThat(plates).isGreaterThanOrEqualTo(60);
            assertThat(book.getAllPictures()).hasSize(plates);
        }
        Download text =
                desk.page.waitForDownload(() -> desk.visit.button("清单文本（CSV）").click());
        assertThat(Files.readString(text.path())).contains(STREET, "/a/");
    }

    /** By a program that shares nothing with the one that made it. */
    private void proof(DeskVisit desk) throws Exception {
        Path export = folder.resolve("export.json");
        Path report = folder.resolve("report.json");
        desk.page
                .waitForDownload(() -> desk.visit.button("被检查的数据（JSON）").click())
                .saveAs(export);
        desk.page.waitForDownload(() -> desk.visit.button("签名报告（JSON）").click()).saveAs(report);
        Process verifier = new ProcessBuilder(
                        "node", "../scripts/verify-plates.mjs", export.toString(), report.toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(verifier.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(verifier.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(verifier.exitValue()).as(words).isZero();
        Download printed =
                desk.page.waitForDownload(() -> desk.visit.button("证明书（PDF）").click());
        assertThat(Files.readString(report)).contains("\"DP-01\"");
        try (var pdf = Loader.loadPDF(printed.path().toFile())) {
            assertThat(pdf.getNumberOfPages()).isPositive();
        }
    }

    private static void signs(DeskVisit desk) throws Exception {
        desk.open("/desk/signs");
        DoorsTest.choose(desk, VILLAGE);
        desk.visit.button("生成规划").click();
        Locator lines = desk.page.locator(".lines button");
        assertThat(lines.first()).isVisible();
        assertThat(lines.filter(new Locator.FilterOptions().setHasText("出入口")).first())
                .containsText(VILLAGE);
        int planned = lines.count();
        lines.filter(new Locator.FilterOptions().setHasText(STREET)).first().click();
        desk.visit.button("不设这一处").click();
        assertThat(lines).hasCount(planned - 1);
        desk.visit.seesMap();
        desk.look("story-signs");
        desk.visit.button("采用规划").click();
        desk.page
                .getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("采用规划"))
                .locator(".el-button--primary")
                .click();
        assertThat(desk.visit.text("已写入 " + (planned - 1) + " 处标志")).isVisible();
        Download bill =
                desk.page.waitForDownload(() -> desk.visit.button("工程量清单").click());
        assertThat(DoorsTest.wordsOf(bill)).contains("单价（元）", VILLAGE);
        Download drawings =
                desk.page.waitForDownload(() -> desk.visit.button("版面图集（PDF）").click());
        try (var pdf = Loader.loadPDF(drawings.path().toFile())) {
            assertThat(pdf.getNumberOfPages()).isPositive();
        }
    }

    @Test
    void doorsAreSwappedDraggedLockedAndNumbersKeptFreeByHand() {
        try (DeskVisit desk = DeskVisit.signedIn(site, officer)) {
            desk.open("/desk/numbering");
            DoorsTest.choose(desk, "李家坪村");
            desk.visit.button("预览编号").click();
            Locator doors = desk.page.locator(".door");
            assertThat(doors.first()).isVisible();
            Locator editor = desk.page.locator(".editor");
            doors.nth(0).click();
            editor.getByText("与另一户对调").click();
            doors.nth(2).click();
            adjusted(desk, 2);
            doors.nth(4).click();
            editor.locator(".acts button").first().click();
            adjusted(desk, 3);
            drag(desk);
            adjusted(desk, 4);
            desk.look("hand-numbering");
            desk.page
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^预留")))
                    .click();
            desk.page.locator(".reserve .el-select").click();
            desk.page.getByRole(AriaRole.OPTION).first().click();
            desk.page.locator(".reserve input[inputmode=numeric]").fill("98");
            desk.page.locator(".reserve button").click();
            adjusted(desk, 5);
            desk.page.getByRole(AriaRole.TAB, DoorsTest.named("手工调整 5")).click();
            desk.visit.button("全部撤销").click();
            adjusted(desk, 0);
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    private static void adjusted(DeskVisit desk, int count) {
        assertThat(desk.page.getByRole(AriaRole.TAB, DoorsTest.named("手工调整 " + count)))
                .isVisible();
    }

    /** The door that was clicked is in the middle of the map; it is drawn a little to the side. */
    private static void drag(DeskVisit desk) {
        desk.page.locator(".door").nth(6).click();
        desk.visit.seesMap();
        BoundingBox map = desk.page.locator(".map-view").boundingBox();
        double x = map.x + map.width / 2;
        double y = map.y + map.height / 2;
        desk.page.waitForCondition(() -> {
            desk.page.mouse().move(x - 1, y);
            desk.page.mouse().move(x, y);
            return desk.page.locator(".over-feature").count() > 0;
        });
        desk.page.mouse().down();
        desk.page.mouse().move(x + 12, y + 6);
        desk.page.mouse().move(x + 18, y + 9);
        desk.page.mouse().up();
    }

    @Test
    void aReportFromTheStreetIsAnsweredAndTheDamageIsPhotographedWithAPhone() throws IOException {
        long plate = site.service
                .core
                .db()
                .sql("SELECT min(id) FROM door_plate WHERE street_name = '李家坪街' AND status = 'INSTALLED'")
                .getLong();
        try (Visit passer = site.phone()) {
            passer.open("/a/" + plate);
            passer.page.getByText("门牌损坏").click();
            passer.button("提交").click();
            assertThat(passer.text("已收到，谢谢！")).isVisible();
        }
        try (Visit phone = site.phone()) {
            site.tellTheTime(phone.page);
            phone.signIn(officer.login(), officer.password());
            phone.seesMap();
            phone.open("/desk/plates/" + plate + "?division=349901100201&view=list");
            assertThat(phone.page.locator(".plate h2")).containsText("李家坪街");
            phone.page.locator(".acts").getByText("报损坏").click();
            phone.page
                    .locator(".el-dialog input[type=file]")
                    .setInputFiles(new FilePayload("现场.jpg", "image/jpeg", picture()));
            assertThat(phone.page.locator(".el-dialog img")).isVisible();
            DeskVisit.look(phone.page, "phone-step");
            phone.page.locator(".el-dialog__footer .el-button--primary").click();
            assertThat(phone.page.locator(".plate ol .el-image")).isVisible();
            DeskVisit.look(phone.page, "phone-plate");
            assertThat(phone.troubles()).isEmpty();
        }
        try (DeskVisit desk = DeskVisit.signedIn(site, officer)) {
            desk.open("/desk/plates?division=349901100201&view=reports");
            Locator report = desk.page.locator(".reports li").first();
            assertThat(report).containsText("门牌损坏");
            report.getByText("答复").click();
            Locator dialog = desk.page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("答复公众纠错"));
            dialog.locator("textarea").fill("已安排更换");
            dialog.locator(".el-button--primary").click();
            assertThat(desk.visit.text("没有未答复的纠错")).isVisible();
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}
