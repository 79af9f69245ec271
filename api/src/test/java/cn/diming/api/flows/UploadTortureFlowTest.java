package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.HostileFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Hostile files through the ways by which files come in: an officer's form and a telephone's pieces. */
class UploadTortureFlowTest {

    private static final int PIECE = 1 << 20;

    private final Service service = Service.on(Engines.GEOPACKAGE);

    @Test
    void aFormTakesOrRefusesEachInWordsAndServesNothingThatWasHidden() {
        Client officer = service.program(Role.NAMING_OFFICER, "440115");
        long place = service.record(RecordKind.PLACE, Drafts.place("x", "试传围", "OTHER", Drafts.point(113.45, 22.91)));
        List<String> wrong = new ArrayList<>();
        for (HostileFiles.Sample sample : HostileFiles.all()) {
            Answer answer = officer.upload("/api/v1/places/" + place + "/media", sample.bytes());
            if (answer.status() != (sample.taken() ? 201 : 422)) {
                wrong.add(sample.name() + ": " + answer.status() + " " + answer.text());
            } else if (sample.taken()) {
                served(answer.json(), sample.name());
            } else {
                answer.isProblem(422);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void served(JsonNode item, String name) {
        boolean photo = item.get("kind").asString().equals("PHOTO");
        for (String size : photo ? List.of("small", "medium", "full") : List.of("full")) {
            Answer file = service.visitor()
                    .get(item.get("url").asString() + "?size=" + size)
                    .hasStatus(200);
            assertThat(new String(file.response().body(), StandardCharsets.ISO_8859_1))
                    .as(name)
                    .doesNotContain("SECRET", "<script>");
            assertThat(file.header("Content-Type")).as(name).startsWith(photo ? "image/jpeg" : "audio/");
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        }
    }

    @Test
    void aTelephoneHearsWhatWasWrongWithAFileAndMayGoOn() {
        Client telephone = service.program(Role.COLLECTOR, "440115");
        for (HostileFiles.Sample sample : HostileFiles.all()) {
            if (sample.bytes().length > 0) {
                String kind = sample.name().matches("(wav|mp3|opus|m4a|webm that|webm with|ogg).*") ? "VOICE" : "PHOTO";
                JsonNode done = sent(telephone, sample.bytes(), kind);
                assertThat(done.get("complete").asBoolean()).as(sample.name()).isTrue();
                assertThat(done.has("refusal")).as(sample.name() + done).isEqualTo(!sample.taken());
            }
        }
    }

    private static JsonNode sent(Client telephone, byte[] bytes, String kind) {
        UUID file = UUID.randomUUID();
        telephone
                .put(
                        "/api/v1/collection/reports/" + UUID.randomUUID(),
                        CollectionRequests.report("[{\"id\": \"%s\", \"kind\": \"%s\", \"bytes\": %d}]"
                                .formatted(file, kind, bytes.length)))
                .hasStatus(200);
        JsonNode answer = null;
        for (int at = 0; at < bytes.length; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE));
            answer = telephone
                    .putBytes("/api/v1/collection/uploads/" + file + "?offset=" + at, piece)
                    .hasStatus(200)
                    .json();
        }
        return Objects.requireNonNull(answer);
    }
}
