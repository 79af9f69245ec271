package cn.diming.api.boundary;

import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.BoundaryDocument;
import cn.diming.api.generated.model.BoundaryDocumentKind;
import cn.diming.core.boundary.AgreementDocument;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The files that agreements rest on, as callers get them. */
final class DocumentCards {

    static BoundaryDocument card(AgreementDocument document) {
        BoundaryDocument card = new BoundaryDocument()
                .id(document.id())
                .lineId(document.lineId())
                .lineVersion(document.lineNumber())
                .kind(BoundaryDocumentKind.valueOf(document.kind().name()))
                .kindTitle(document.kind().title())
                .fileName(document.fileName())
                .mediaType(document.mediaType())
                .bytes(document.bytes())
                .sha256(document.sha256())
                .addedAt(Times.of(document.addedAt()));
        document.addedBy().ifPresent(card::addedBy);
        document.withdrawal().ifPresent(struck -> {
            card.withdrawnAt(Times.of(struck.at())).withdrawReason(struck.reason());
            struck.by().ifPresent(card::withdrawnBy);
        });
        return card;
    }

    /** A stranger's file: it says exactly what it is, is saved and not shown, and could do nothing if it were. */
    static ResponseEntity<Resource> file(AgreementDocument document, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .cacheControl(CacheControl.noStore())
                .eTag("\"" + document.sha256() + "\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new ByteArrayResource(content));
    }

    private DocumentCards() {}
}
