package cn.diming.api.flows;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Answer;
import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.fixtures.Engines;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, every interface answers or refuses, and nothing breaks. */
class HostileSearchFlowTest {

    /** An entry that is not there has its own answer. */
    private static final Set<String> MAY_BE_MISSING = Set.of("/nominatim/details", "/dmfw/9095/stname/detailsPub");

    @Test
    void everyHostileRequestIsAnsweredOrRefused() {
        Client visitor = Service.on(Engines.GEOPACKAGE).visitor();
        List<HostileRequest> requests = HostileRequest.all();
        assertThat(requests).hasSizeGreaterThan(2000);
        List<String> wrong = new ArrayList<>();
        for (HostileRequest request : requests) {
            Answer answer = request.body()
                    .map(body -> visitor.post(request.path(), body))
                    .orElseGet(() -> visitor.get(request.path()));
            boolean expected = answer.status() == 200
                    || answer.status() == 400
                    || (answer.status() == 404 && MAY_BE_MISSING.contains(request.endpoint()));
            if (!expected) {
                wrong.add(answer.status() + " " + shortened(request.path()) + " "
                        + shortened(request.body().orElse("")));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/search?q=\u0000 HTTP/1.1",
                "GET /api/v1/search?q=%zz HTTP/1.1",
                "GET /photon/api?q=% HTTP/1.1",
                "GET /nominatim/search?q=<>\"{}|^` HTTP/1.1",
                "GET /api/v1/search?q=a&q=b&q=c HTTP/1.1",
                "GET /api/v1/../../etc/passwd HTTP/1.1",
                "GET /api/v1/search;a=b?q=a HTTP/1.1",
                "GET //api//v1//search?q=a HTTP/1.1",
                "GET /api/v1/search?q=a HTTP/9.9",
                "石 石 石"
            })
    void aLineThatIsNoRequestIsRefused(String line) throws IOException {
        Service service = Service.on(Engines.GEOPACKAGE);
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer.substring(9, 12)).as(answer).matches("[234]..|505");
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(160, text.length()));
    }
}
