package cn.diming.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Role;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** One street from the first line on the map to the last stamp, by three people and a passer-by. */
class NamingCaseTest {

    private static final String NAME = "和顺路";

    private final DemoSite site = DemoSite.running();
    private final DemoSite.Member officer = site.member(Role.NAMING_OFFICER);
    private final DemoSite.Member reviewer = site.member(Role.REVIEWER);

    @Test
    void aStreetIsNamedFromTheFirstLineToTheLastStamp() throws IOException {
        String address;
        try (DeskVisit desk = DeskVisit.signedIn(site, officer)) {
            file(desk);
            address = desk.page.url().substring(site.service.url().length());
            review(desk);
            speakUp();
            moderate(desk, address);
            assertThat(desk.visit.troubles()).isEmpty();
        }
        site.service.clock.forward(Duration.ofDays(8));
        try (DeskVisit desk = DeskVisit.signedIn(site, officer)) {
            desk.open(address).upload("CONSULTATION");
        }
        try (DeskVisit desk = DeskVisit.signedIn(site, reviewer)) {
            approve(desk.open(address));
        }
        try (DeskVisit desk = DeskVisit.signedIn(site, officer)) {
            finish(desk.open(address));
            openEveryDocument(desk);
            isInTheRegister(desk);
            assertThat(desk.visit.troubles()).isEmpty();
        }
    }

    private static void file(DeskVisit desk) {
        desk.beginCase("命名");
        desk.drawStreet("福峰村");
        desk.next();
        desk.type(NAME);
        assertThat(desk.findings()).containsText("Héshùn Lù");
        assertThat(desk.findings()).containsText("没有发现问题");
        desk.next();
        assertThat(desk.page.locator("[name=applicant]")).hasValue("福峰村村民委员会");
        assertThat(desk.page.locator("[name=scale]")).hasValue(java.util.regex.Pattern.compile("长约 \\d+ 米"));
        desk.fill("reason", "村道硬底化后尚无名称，群众寄递、就医不便。");
        desk.fill("meaning", "取和睦顺利之意。");
        desk.fill("nature", "村内主要道路");
        desk.visit.text("先拟一份草稿").click();
        desk.next();
        assertThat(desk.visit.text("材料齐全，可以提交")).isVisible();
        desk.page
                .locator("footer")
                .getByText("提交", new Locator.GetByTextOptions().setExact(true))
                .click();
        desk.page.locator(".el-message-box .el-button--primary").click();
        assertThat(desk.page.locator(".next")).containsText("村民意见");
    }

    private static void review(DeskVisit desk) {
        desk.upload("CONSENT");
        Locator dialog = desk.begin("记录村民意见");
        dialog.locator(".el-date-editor input").fill(dayBefore(desk, 8));
        desk.page.keyboard().press("Enter");
        desk.confirm("记录村民意见");
        desk.act("审核通过");
        desk.act("受理");
        writeExpertReport(desk);
        desk.act("记录论证意见");
        desk.act("开始征求意见");
        assertThat(desk.page.locator(".next")).containsText("征求意见至");
        desk.look("case-in-comment");
        situationPlan(desk);
    }

    private static void situationPlan(DeskVisit desk) {
        desk.visit.button("生成位置图").click();
        Download plan = desk.page.waitForDownload(() -> desk.page
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("A4 PDF"))
                .click());
        assertThat(plan.suggestedFilename()).isEqualTo(NAME + "位置图.pdf");
    }

    private static void writeExpertReport(DeskVisit desk) {
        Locator dialog = desk.begin("逐节填写", "专家论证报告");
        for (String section : List.of("necessity", "science", "reasonableness", "risk", "advice")) {
            dialog.locator("[name=" + section + "]").fill("与会专家一致同意。");
        }
        dialog.getByText("保存").click();
        assertThat(dialog).isHidden();
    }

    private static String dayBefore(DeskVisit desk, int days) {
        return (String)
                desk.page.evaluate("days => new Date(Date.now() - days * 86400000).toISOString().slice(0, 10)", days);
    }

    /** No account is needed to say what one thinks. */
    private void speakUp() {
        try (Visit visitor = site.phone()) {
            site.tellTheTime(visitor.page);
            visitor.open("/public/comments");
            visitor.page
                    .locator(".cases a")
                    .filter(new Locator.FilterOptions().setHasText(NAME))
                    .click();
            visitor.page.locator("[name=comment]").fill("名字好记，同意。");
            visitor.page.locator("[name=name]").fill("陈先生");
            visitor.button("提交意见").click();
            assertThat(visitor.text("已收到")).isVisible();
            DeskVisit.look(visitor.page, "public-comment");
            assertThat(visitor.troubles()).isEmpty();
        }
    }

    private static void moderate(DeskVisit desk, String address) {
        desk.open(address);
        Locator comment = desk.page.locator(".comments li");
        assertThat(comment).containsText("名字好记");
        comment.locator("input").fill("感谢支持。");
        comment.getByText("公开", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(comment.locator("em")).hasText("公开");
    }

    private static void approve(DeskVisit desk) {
        desk.begin("记录批准");
        desk.fill("organisation", "云溪县人民政府");
        desk.fill("documentNumber", "云府批〔2026〕12号");
        desk.confirm("记录批准");
        assertThat(desk.page.locator(".approval")).containsText("云府批〔2026〕12号");
    }

    private static void finish(DeskVisit desk) {
        desk.upload("APPROVAL");
        desk.begin("备案");
        desk.fill("organisation", "演示市人民政府");
        desk.confirm("备案");
        desk.begin("公告");
        desk.fill("organisation", "云溪县民政局");
        desk.confirm("公告");
        for (String action : List.of("入库", "设标", "办结")) {
            desk.act(action);
        }
        assertThat(desk.page.locator(".next")).containsText("已全部办完");
        desk.look("case-closed");
    }

    private static void openEveryDocument(DeskVisit desk) throws IOException {
        assertThat(desk.page.locator(".documents a").first()).isVisible();
        List<Locator> links = desk.page.locator(".documents a").all();
        assertThat(links).hasSizeGreaterThanOrEqualTo(16);
        for (Locator link : links) {
            String path = link.getAttribute("href");
            APIResponse answer = desk.page.request().get(desk.page.evaluate("location.origin") + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            keep(path, answer.body());
            String words = path.contains(".pdf") ? wordsOfPdf(answer.body()) : wordsOfWord(answer.body());
            assertThat(words).as(path).contains(NAME);
        }
    }

    /** With BROWSER_SHOTS set, people can look at what was made. */
    private static void keep(String path, byte[] body) throws IOException {
        String folder = System.getenv("BROWSER_SHOTS");
        if (folder != null) {
            Files.write(Path.of(folder, path.replaceAll(".*/", "").replaceAll("\\?.*", "")), body);
        }
    }

    private static String wordsOfPdf(byte[] body) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(body)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    private static String wordsOfWord(byte[] body) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>|\\s", "");
                }
            }
        }
        return "";
    }

    private void isInTheRegister(DeskVisit desk) {
        site.service.catchUp();
        desk.visit.text("地名册记录").click();
        assertThat(desk.visit.cardTitle()).hasText(NAME);
        assertThat(desk.visit.card()).containsText("Héshùn Lù");
    }
}
