package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.proof.Sha256;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The file of an agreement from the left side's officer to the right side's screen. */
@ParameterizedClass
@EnumSource(Engines.class)
class AgreementFlowTest {

    private final Service service;
    private final Client left;
    private final Client right;
    private final String path;

    AgreementFlowTest(Engines engine) {
        service = Service.on(engine);
        DocumentRequests site = new DocumentRequests(service);
        left = service.program(Role.BOUNDARY_INSPECTOR, InspectionRequests.LEFT);
        right = service.program(Role.BOUNDARY_INSPECTOR, InspectionRequests.RIGHT);
        path = "/api/v1/boundaries/lines/" + site.lineId() + "/documents";
        site.strikeOutCopies();
    }

    @Test
    void aCopyThatOneSideArchivedIsFetchedByTheOtherByteForByte() {
        byte[] file = DocumentRequests.pdf();
        JsonNode made = left.upload(path, file, "kind", "LEFT_COPY", "lineVersion", "1")
                .hasStatus(201)
                .json();
        assertThat(made.get("sha256").asString()).isEqualTo(Sha256.hex(file));
        assertThat(made.get("fileName").asString()).isEqualTo("x.pdf");
        assertThat(right.get(path).hasStatus(200).text()).contains(Sha256.hex(file));
        String document = "/api/v1/boundaries/documents/" + made.get("id").asLong();
        Answer content = right.get(document + "/content").hasStatus(200);
        assertThat(content.response().body()).isEqualTo(file);
        assertThat(content.header("ETag")).contains(Sha256.hex(file));
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
        assertThat(content.header("Content-Type")).isEqualTo("application/pdf");
        right.post(document + "/withdrawal", "{\"reason\": \"不是我们的\"}").isProblem(403);
        JsonNode struck = left.post(document + "/withdrawal", "{\"reason\": \"误传\"}")
                .hasStatus(200)
                .json();
        assertThat(struck.get("withdrawReason").asString()).isEqualTo("误传");
        right.get(document + "/content").hasStatus(200);
    }

    @Test
    void aManagementLineOnWhichSomethingRestsIsNotDeletedByAnyWay() {
        Client administrator = service.program(Role.ADMINISTRATOR, "");
        long id = administrator
                .get("/api/v1/boundaries/lines?division=440115702")
                .json()
                .get("items")
                .valueStream()
                .findFirst()
                .map(line -> line.get("id").asLong())
                .orElseGet(() -> register(administrator));
        assertThat(administrator
                        .delete("/api/v1/places/" + id, "If-Match", "\"1\"")
                        .isProblem(422)
                        .text())
                .contains("这条界线有 1 个协议版本，须一同长期保存，不能删除");
        administrator
                .delete("/ogc/collections/boundary-lines/items/" + id, "If-Match", "\"1\"")
                .isProblem(422);
    }

    private static long register(Client administrator) {
        return administrator
                .post("/api/v1/boundaries/lines", """
                        {"name": "甲村乙村管理线", "kind": "MANAGEMENT", "agreement": {"title": "协商记录", "left": "440115702001", "right": "440115702002",
                         "geometry": {"type": "LineString", "coordinates": [[113.1, 21.3], [113.11, 21.3]]}}}""")
                .hasStatus(201)
                .json()
                .get("line")
                .get("id")
                .asLong();
    }

    @Test
    void whatIsNoDocumentIsRefusedInWords() {
        byte[] page = "<html><script>".getBytes(StandardCharsets.UTF_8);
        assertThat(left.upload(path, page, "kind", "MAP", "lineVersion", "1")
                        .isProblem(422)
                        .text())
                .contains("只接受 PDF、JPEG 与 PNG");
        assertThat(left.upload(path, DocumentRequests.pdf(), "kind", "MAP", "lineVersion", "77")
                        .isProblem(422)
                        .text())
                .contains("没有协议第 77 版");
        left.upload(path, DocumentRequests.pdf(), "kind", "NONSENSE", "lineVersion", "1")
                .isProblem(400);
        left.upload(path, DocumentRequests.pdf(), "kind", "MAP").isProblem(400);
        left.upload(path, DocumentRequests.pdf(), "kind", "MAP", "lineVersion", "0")
                .isProblem(400);
    }
}
