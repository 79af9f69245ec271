package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Recordings;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EnumSource(Engines.class)
class MediaFlowTest {

    private final Service service;

    MediaFlowTest(Engines engine) {
        this.service = Service.on(engine);
    }

    @Test
    void aPhotoThatWasSentIsOnTheCardAndShown() throws IOException {
        String place = "/api/v1/places/" + place();
        Answer added = officer()
                .upload(place + "/media", photo(1600, 1200), "caption", "村口牌坊")
                .hasStatus(201);
        assertThat(added.json().get("caption").asString()).isEqualTo("村口牌坊");
        Client visitor = service.visitor();
        JsonNode onCard = visitor.get(place).json().get("photos").get(0);
        assertThat(onCard.get("url")).isEqualTo(added.json().get("url"));
        Answer small = visitor.get(onCard.get("thumbnailUrl").asString()).hasStatus(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(small.response().body()))
                        .getWidth())
                .isEqualTo(320);
        assertThat(visitor.get(place + "/history")
                        .json()
                        .get("entries")
                        .get(0)
                        .get("reason")
                        .asString())
                .isEqualTo("添加照片“村口牌坊”");
    }

    @Test
    void aFileSaysExactlyWhatItIsAndCanDoNothing() {
        String place = "/api/v1/places/" + place() + "/media";
        JsonNode added =
                officer().upload(place, Recordings.wav(-1)).hasStatus(201).json();
        Client visitor = service.visitor();
        String url = added.get("url").asString();
        Answer file = visitor.get(url).hasStatus(200);
        assertThat(file.header("Content-Type")).isEqualTo("audio/wav");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(file.header("Content-Disposition"))
                .startsWith("inline; filename=\"")
                .endsWith(".wav\"");
        assertThat(file.header("Cache-Control")).contains("private");
        assertThat(file.response().body()).isEqualTo(Recordings.wav(-1));
        visitor.get(url, "If-None-Match", file.header("ETag")).hasStatus(304);
        assertThat(visitor.get(url, "Range", "bytes=0-3").hasStatus(206).text()).isEqualTo("RIFF");
        visitor.get(url, "Range", "bytes=999999-").hasStatus(416);
        officer().delete(place + "/" + added.get("id").asLong()).hasStatus(204);
        visitor.get(url).isProblem(404);
    }

    @Test
    void whatIsNeitherPhotoNorRecordingIsRefusedInWords() {
        String place = "/api/v1/places/" + place() + "/media";
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        officer().upload(place, page).isProblem(422);
        officer().upload(place, new byte[0]).isProblem(422);
        officer().upload(place, Recordings.wav(1), "caption", "字".repeat(201)).isProblem(400);
        officer().upload(place, Recordings.wav(1), "caption", "一\u0007二").isProblem(422);
        officer().upload(place, new byte[21_000_000]).isProblem(413);
    }

    @Test
    void aConfirmedReadingIsUsedForTheNextName() {
        Client officer = officer();
        String question =
                "{\"name\": \"老涌路\", \"category\": \"STREET\", \"divisionCode\": \"440115103\", \"given\": \"Laochong Road\"}";
        JsonNode before = officer.post("/api/v1/naming/romanisations", question)
                .hasStatus(200)
                .json();
        assertThat(before.get("settled").asBoolean()).isFalse();
        assertThat(before.get("questions").get(0).get("word").asString()).isEqualTo("老涌");
        assertThat(before.get("findings").get(0).get("fault").asString()).isEqualTo("FOREIGN_GENERIC");
        String confirmation =
                "{\"text\": \"老涌\", \"reading\": \"lao3 chong1\", \"scope\": \"440115\", \"basis\": \"村民读音\"}";
        JsonNode confirmed = officer.send("PUT", "/api/v1/naming/readings", java.util.Optional.of(confirmation))
                .hasStatus(200)
                .json();
        assertThat(confirmed.get("reading").asString()).isEqualTo("lǎo chōng");
        JsonNode after = officer.post("/api/v1/naming/romanisations", question).json();
        assertThat(after.get("settled").asBoolean()).isTrue();
        assertThat(after.get("toned").asString()).isEqualTo("Lǎochōng Lù");
        assertThat(officer.get("/api/v1/naming/readings?q=%E8%80%81%E6%B6%8C&division=44011510")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        officer.delete("/api/v1/naming/readings/" + confirmed.get("id").asLong())
                .hasStatus(204);
    }

    private Client officer() {
        return service.program(Role.NAMING_OFFICER, "440115");
    }

    private long place() {
        return service.record(RecordKind.PLACE, Drafts.village("x", "细围", 113.45, 22.91));
    }

    private static byte[] photo(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }
}
