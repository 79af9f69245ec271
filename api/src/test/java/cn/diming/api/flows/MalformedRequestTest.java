package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.fixtures.Engines;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer is a problem in Chinese and nothing of ours is to blame. */
@ParameterizedClass
@EnumSource(Engines.class)
class MalformedRequestTest {

    private static final List<String> TABLES =
            List.of("/malformed.csv", "/malformed-naming.csv", "/malformed-cases.csv");

    private final Service service;

    MalformedRequestTest(Engines engine) {
        this.service = Service.on(engine);
    }

    @Test
    void everyMalformedRequestIsAnsweredWithAProblemInChinese() {
        Client administrator = service.program(Role.ADMINISTRATOR, "");
        List<String> wrong = new ArrayList<>();
        List<String[]> table =
                TABLES.stream().flatMap(file -> table(file).stream()).toList();
        for (String[] row : table) {
            Answer answer = administrator.send(
                    row[0], row[1], row[3].isEmpty() ? Optional.empty() : Optional.of(row[3]), headers(row[2]));
            try {
                answer.isProblem(Integer.parseInt(row[4]));
            } catch (AssertionError fault) {
                wrong.add(String.join(" | ", row) + "\n      " + fault.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(table.size()).isGreaterThan(300);
    }

    /** What no client library would send. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/search?q=%ZZ HTTP/1.1",
                "GET /api/v1/search?q=%00 HTTP/1.1",
                "GET /api/v1/search?q=<script> HTTP/1.1",
                "GET /api//v1/search?q=a HTTP/1.1",
                "GET /api/v1/places/%2F HTTP/1.1",
                "GET /..%2f..%2fetc/passwd HTTP/1.1",
                "GET /\\api HTTP/1.1",
                "GET /api/v1/search?q=\u0001 HTTP/1.1",
                "TRACE /api/v1/status HTTP/1.1",
                "NONSENSE /api/v1/status HTTP/1.1",
                "GET /api/v1/status HTTP/9.9",
                "hello"
            })
    void bytesThatAreHardlyHttpAreRefusedWithoutAFault(String line) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505|200) .*").doesNotContain("Exception");
        if (!answer.startsWith("HTTP/1.1 200")) {
            assertThat(answer).contains("application/problem+json");
        }
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() throws IOException {
        String answer = raw("GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String[] headers(String cell) {
        if (cell.isEmpty()) {
            return new String[0];
        }
        String[] pair = cell.split(": ", 2);
        return new String[] {pair[0], pair[1]};
    }

    private static List<String[]> table(String name) {
        try (var file = Objects.requireNonNull(MalformedRequestTest.class.getResourceAsStream(name), name)) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(" \\|", -1))
                            .map(String::strip)
                            .toArray(String[]::new))
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
