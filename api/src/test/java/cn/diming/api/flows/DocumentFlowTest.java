package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.CaseSamples;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.fixtures.Engines;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** From a case, the register and the protection list to files. */
@ParameterizedClass
@EnumSource(Engines.class)
class DocumentFlowTest {

    private final Service service;
    private final Client officer;

    DocumentFlowTest(Engines engine) {
        this.service = Service.on(engine);
        this.officer = service.program(Role.NAMING_OFFICER, "440115");
    }

    @Test
    void theListTellsWhatEachDocumentLacks() {
        long id = CaseSamples.draft(service.core, "和顺路").id();
        JsonNode items = officer.get("/api/v1/cases/" + id + "/documents")
                .hasStatus(200)
                .json()
                .path("items");
        List<String> keys = StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("key").asString())
                .toList();
        assertThat(keys)
                .containsExactly(
                        "application",
                        "assessment",
                        "expert",
                        "comment-notice",
                        "consultation",
                        "approval",
                        "filing-form",
                        "filing-report",
                        "announcement");
        assertThat(lacks(items, "application")).isEmpty();
        assertThat(lacks(items, "announcement")).containsExactlyInAnyOrder("批准机关", "批准时间");
        assertThat(lacks(items, "expert")).contains("必要性", "科学性");
    }

    private static List<String> lacks(JsonNode items, String key) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("key").asString().equals(key))
                .flatMap(item -> StreamSupport.stream(item.path("lacks").spliterator(), false))
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void aCaseBecomesAnApplicationWithItsDataFilledIn() throws IOException {
        long id = CaseSamples.draft(service.core, "和顺路").id();
        Answer answer = officer.get("/api/v1/cases/" + id + "/documents/application.pdf?purpose=FINAL")
                .hasStatus(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition")).startsWith("inline").contains("filename*=UTF-8''");
        assertThat(text(answer)).contains("地名命名申请书", "和顺路", "Héshùn Lù", "广东省广州市南沙区东涌镇大稳村", "大稳村村民委员会", "均在《通用规范汉字表》内");
        Answer word = officer.get("/api/v1/cases/" + id + "/documents/application.docx")
                .hasStatus(200);
        assertThat(word.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void aFinalDocumentThatLacksSomethingIsRefusedInChinese() {
        long id = CaseSamples.draft(service.core, "和顺路").id();
        Answer answer = officer.get("/api/v1/cases/" + id + "/documents/announcement.pdf?purpose=FINAL")
                .isProblem(422);
        assertThat(answer.json().path("detail").asString()).contains("还缺：批准机关");
    }

    @Test
    void theRegisterAndTheProtectionListBecomeFiles() throws IOException {
        CaseSamples.protect(service.core, "细围", 88);
        assertThat(text(officer.get("/api/v1/protection-list/book.pdf?batch=88").hasStatus(200)))
                .contains("广东省广州市南沙区", "地名保护名录", "古村古庄", "细围", "明代立村");
        assertThat(officer.get("/api/v1/register/list.pdf?division=440115")
                        .hasStatus(200)
                        .text())
                .startsWith("%PDF");
        officer.get("/api/v1/protection-list/book.pdf?batch=999").isProblem(422);
    }

    private static String text(Answer answer) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(answer.response().body())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "").replace("HéshùnLù", "Héshùn Lù");
        }
    }
}
