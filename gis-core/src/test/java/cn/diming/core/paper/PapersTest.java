package cn.diming.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.casework.CaseType;
import cn.diming.core.document.Image;
import cn.diming.core.document.TemplateFolder;
import cn.diming.core.document.Written;
import cn.diming.core.paper.Papers.Purpose;
import cn.diming.core.paper.ProtectionBook.BookPicture;
import cn.diming.core.record.Refused;
import cn.diming.core.record.RegistrationForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PapersTest {

    private static final Papers PAPERS = new Papers(new TemplateFolder(Papers.class, Optional.empty()));

    @TempDir
    Path folder;

    static Stream<Arguments> everyPaper() {
        return Stream.of(
                        Sheets.complete(CaseType.NAME, List.of(Sheets.street())),
                        Sheets.complete(CaseType.RENAME, List.of(Sheets.renamed())),
                        Sheets.complete(CaseType.CANCEL, List.of(Sheets.cancelled())),
                        Sheets.complete(CaseType.BATCH, List.of(Sheets.street(), Sheets.renamed(), Sheets.cancelled())))
                .flatMap(sheet -> Arrays.stream(CaseDocument.values())
                        .filter(kind -> kind.suits(sheet.type()))
                        .map(kind -> Arguments.of(sheet.type(), kind, sheet)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPaper")
    void everyPaperOpensAgainInBothFormsAndSaysTheSame(CaseType type, CaseDocument kind, CaseSheet sheet) {
        PdfText pdf = PdfText.of(write(kind, sheet, Written.PDF));
        WordText word = WordText.of(write(kind, sheet, Written.DOCX));
        for (NameSheet name : kind == CaseDocument.CONSULTATION ? sheet.names().subList(0, 1) : sheet.names()) {
            assertThat(pdf.flat()).contains(name.name().orElseThrow());
            assertThat(word.flat()).contains(name.name().orElseThrow());
        }
        assertThat(pdf.fonts())
                .isNotEmpty()
                .allMatch(font -> font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+.*"));
        assertThat(pdf.text() + word.text()).doesNotContain("待填", "{", "【");
        assertThat(pdf.text().codePoints().filter(c -> c >= 0x2E80 && c <= 0x2FDF || c >= 0xF900 && c <= 0xFAFF))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPaper")
    void everyPaperSaysWhatTheLawAsksFor(CaseType type, CaseDocument kind, CaseSheet sheet) {
        String text = PdfText.of(write(kind, sheet, Written.PDF)).flat();
        assertThat(PAPERS.lacks(kind, sheet)).isEmpty();
        if (kind == CaseDocument.ANNOUNCEMENT) {
            assertThat(text)
                    .contains("标准名称", "罗马字母拼写", "所属政区", "位置描述", "批准机关", "批准时间")
                    .contains("广州市南沙区人民政府", "2026年3月20日", "广东省广州市南沙区东涌镇大稳村");
        }
    }

    @Test
    void theSameCaseIsTheSameFile() {
        CaseSheet sheet = Sheets.complete(CaseType.NAME, List.of(Sheets.street()));
        for (Written form : Written.values()) {
            assertThat(write(CaseDocument.APPLICATION, sheet, form))
                    .isEqualTo(write(CaseDocument.APPLICATION, sheet, form));
        }
    }

    @Test
    void manyOfficersAtOnceGetTheSameFile() {
        CaseSheet sheet = Sheets.complete(CaseType.NAME, List.of(Sheets.street()));
        byte[] expected = write(CaseDocument.APPLICATION, sheet, Written.PDF);
        assertThat(IntStream.range(0, 24).parallel().mapToObj(i -> write(CaseDocument.APPLICATION, sheet, Written.PDF)))
                .allMatch(file -> Arrays.equals(file, expected));
    }

    @Test
    void theAnnouncementReadsAsItShould() throws IOException {
        CaseSheet sheet = Sheets.complete(CaseType.NAME, List.of(Sheets.street()));
        assertThat(PdfText.of(write(CaseDocument.ANNOUNCEMENT, sheet, Written.PDF))
                        .text()
                        .strip()
                        .lines()
                        .map(String::strip))
                .containsExactlyElementsOf(golden("announcement.golden.txt"));
    }

    @Test
    void theApprovalOfARenamingReadsAsItShould() throws IOException {
        CaseSheet sheet = Sheets.complete(CaseType.RENAME, List.of(Sheets.renamed()));
        assertThat(WordText.of(write(CaseDocument.APPROVAL, sheet, Written.DOCX))
                        .text()
                        .strip()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty()))
                .containsExactlyElementsOf(golden("approval-rename.golden.txt"));
    }

    private static List<String> golden(String name) throws IOException {
        try (var in = Objects.requireNonNull(PapersTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .map(String::strip)
                    .toList();
        }
    }

    @Test
    void aDraftShowsWhereSomethingLacks() {
        PdfText pdf = PdfText.of(PAPERS.write(CaseDocument.ANNOUNCEMENT, Sheets.bare(), Purpose.DRAFT, Written.PDF)
                .content());
        assertThat(pdf.flat()).contains("草稿", "罗马字母拼写〔待填〕", "批准机关〔待填〕");
        assertThat(WordText.of(PAPERS.write(CaseDocument.ANNOUNCEMENT, Sheets.bare(), Purpose.DRAFT, Written.DOCX)
                                .content())
                        .flat())
                .contains("罗马字母拼写", "〔待填〕");
    }

    @Test
    void aFinalPaperThatLacksSomethingIsRefusedWithTheList() {
        assertThatThrownBy(() -> PAPERS.write(CaseDocument.ANNOUNCEMENT, Sheets.bare(), Purpose.FINAL, Written.PDF))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("还缺：罗马字母拼写")
                .hasMessageContaining("还缺：批准机关")
                .hasMessageContaining("还缺：批准时间");
    }

    @Test
    void anOfficeMayLayItsOwnTemplateBeforeOurs() throws IOException {
        Files.writeString(folder.resolve("announcement.txt"), """
                【版式 公文】
                【标题】本局公告
                【每 各名称】
                {标准名称}，{罗马字母拼写}，{所属政区}，{位置描述}，{批准机关}，{批准时间}
                【完】
                """);
        Papers own = new Papers(new TemplateFolder(Papers.class, Optional.of(folder)));
        CaseSheet sheet = Sheets.complete(CaseType.NAME, List.of(Sheets.street()));
        byte[] pdf = own.write(CaseDocument.ANNOUNCEMENT, sheet, Purpose.FINAL, Written.PDF)
                .content();
        assertThat(PdfText.of(pdf).flat()).contains("本局公告").doesNotContain("特此公告");
        assertThat(own.write(CaseDocument.APPROVAL, sheet, Purpose.FINAL, Written.PDF)
                        .content())
                .isNotEmpty();
    }

    @Test
    void aTemplateThatOmitsWhatTheLawAsksForIsRefused() throws IOException {
        Files.writeString(folder.resolve("announcement.txt"), "【版式 公文】\n【标题】公告\n");
        Papers own = new Papers(new TemplateFolder(Papers.class, Optional.of(folder)));
        assertThatThrownBy(() -> own.lacks(CaseDocument.ANNOUNCEMENT, Sheets.bare()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("没有“批准机关”")
                .hasMessageContaining("第十四条");
    }

    @Test
    void aCharacterThatNoFontHasIsNamedInTheRefusal() {
        NameSheet street = Sheets.street();
        NameSheet odd = new NameSheet(
                street.action(),
                Optional.of("和\uE863路"),
                street.oldName(),
                street.romanised(),
                street.divisionName(),
                street.className(),
                street.words(),
                street.characters(),
                street.otherWritings(),
                street.sides(),
                Optional.empty());
        CaseSheet sheet = Sheets.complete(CaseType.NAME, List.of(odd));
        assertThatThrownBy(() -> PAPERS.write(CaseDocument.ANNOUNCEMENT, sheet, Purpose.DRAFT, Written.PDF))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("U+E863");
    }

    @Test
    void theRegistrationFormHasEveryFieldOfTheSurvey() {
        byte[] pdf = PAPERS.write(Sheets.register(), Written.PDF).content();
        String text = PdfText.of(pdf).flat();
        for (RegistrationForm.Entry field : RegistrationForm.fields()) {
            assertThat(text).contains(field.title());
        }
        assertThat(text).contains("李家坪", "Lǐjiāpíng", "34001100022200000017", "117°43′32.5″");
    }

    @Test
    void aLongListRepeatsItsHeadOnEachPage() {
        PdfText pdf =
                PdfText.of(PAPERS.write(Sheets.registerList(60), Written.PDF).content());
        assertThat(pdf.pages()).isGreaterThan(1);
        assertThat(pdf.text().split("罗马字母拼写", -1)).hasSize(pdf.pages() + 1);
        assertThat(pdf.flat()).contains("34001100022200000060");
    }

    @Test
    void theBookHasACoverChaptersPicturesAndAnIndexWithPages() throws IOException {
        List<BookPicture> pictures = List.of(new BookPicture(PaperSamples.photo(), Optional.of("骑楼街景")));
        PdfText pdf =
                PdfText.of(PAPERS.write(Sheets.book(pictures), Written.PDF).content());
        WordText word =
                WordText.of(PAPERS.write(Sheets.book(pictures), Written.DOCX).content());
        assertThat(pdf.flat()).contains("广东省广州市地名保护名录", "共2类3条", "老街老巷（2条）4", "恩宁路老街老巷4", "骑楼街景");
        assertThat(word.flat()).contains("塱尾村", "永庆坊", "索引");
        assertThat(word.pictures()).isEqualTo(1);
    }

    @Test
    void aPictureIsReadFromItsFileAndAnythingElseIsNone() throws IOException {
        Path picture = Files.write(folder.resolve("a.jpg"), ((Image.Photo) PaperSamples.photo()).bytes());
        Path text = Files.writeString(folder.resolve("b.jpg"), "no picture");
        assertThat(BookPicture.read(picture, Optional.empty()).orElseThrow().image())
                .isInstanceOfSatisfying(
                        Image.Photo.class,
                        photo -> assertThat(photo.widthPixels()).isEqualTo(300));
        assertThat(BookPicture.read(text, Optional.empty())).isEmpty();
        assertThat(BookPicture.read(folder.resolve("none.jpg"), Optional.empty()))
                .isEmpty();
    }

    private static byte[] write(CaseDocument kind, CaseSheet sheet, Written form) {
        return PAPERS.write(kind, sheet, Purpose.FINAL, form).content();
    }
}
