package cn.diming.api.flows;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.boundary.AgreementDocument;
import cn.diming.core.boundary.AgreementDocuments;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.DocumentKind;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests about the files of the line between two villages of 440115, which has its two sides; each file is another one. */
final class DocumentRequests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final BoundaryLine line;
    private final AgreementDocuments documents;

    DocumentRequests(Service service) {
        Core core = service.core;
        line = new InspectionRequests(service).line;
        documents = new AgreementDocuments(new AgreementDocuments.Setting(
                core.db(),
                core.journal(),
                core.audit(),
                core.boundaryLines(),
                new Media(core.mediaSetting(), service.data().resolve("media"), MediaLimits.USUAL)));
    }

    static boolean knows(String operation) {
        return operation.contains("BoundaryDocument");
    }

    int ask(Client client, String operation) {
        String path = "/api/v1/boundaries/lines/" + line.id() + "/documents";
        return switch (operation) {
            case "listBoundaryDocuments" -> client.get(path).status();
            case "uploadBoundaryDocument" -> {
                strikeOutCopies();
                yield client.upload(path, pdf(), "kind", "LEFT_COPY", "lineVersion", "1")
                        .status();
            }
            case "uploadBoundaryDocument of both" ->
                client.upload(path, pdf(), "kind", "MAP", "lineVersion", "1").status();
            case "getBoundaryDocument" ->
                client.get("/api/v1/boundaries/documents/" + copy() + "/content")
                        .status();
            case "withdrawBoundaryDocument" ->
                client.post("/api/v1/boundaries/documents/" + copy() + "/withdrawal", "{\"reason\": \"误传\"}")
                        .status();
            default -> throw new IllegalArgumentException("no request for " + operation);
        };
    }

    /** A side has one copy, and a version only so many files. */
    void strikeOutCopies() {
        documents.list(Actor.OPERATOR, line.id()).stream()
                .filter(AgreementDocument::isValid)
                .forEach(document -> documents.withdraw(Actor.OPERATOR, document.id(), "另有副本"));
    }

    private long copy() {
        strikeOutCopies();
        return documents
                .add(
                        Actor.OPERATOR,
                        line.id(),
                        new AgreementDocuments.Draft(1, DocumentKind.LEFT_COPY, "协议书.pdf"),
                        new ByteArrayInputStream(pdf()))
                .id();
    }

    long lineId() {
        return line.id();
    }

    static byte[] pdf() {
        return "%PDF-1.4\n% {}\n%%EOF\n"
                .replace("{}", String.valueOf(NUMBER.incrementAndGet()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
