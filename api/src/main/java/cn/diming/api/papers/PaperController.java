package cn.diming.api.papers;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.generated.PapersApi;
import cn.diming.api.generated.model.CaseDocumentCard;
import cn.diming.api.generated.model.CaseDocumentList;
import cn.diming.api.security.Visitor;
import cn.diming.core.document.Written;
import cn.diming.core.history.ProtectionFilter;
import cn.diming.core.history.RegisterFilter;
import cn.diming.core.paper.Documents;
import cn.diming.core.paper.Papers.PaperFile;
import cn.diming.core.paper.Papers.Purpose;
import cn.diming.core.record.AsOf;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Hands out documents as files. */
@RestController
class PaperController implements PapersApi {

    private final Documents documents;
    private final Visitor visitor;

    PaperController(Documents documents, Visitor visitor) {
        this.documents = documents;
        this.visitor = visitor;
    }

    @Override
    public ResponseEntity<CaseDocumentList> listCaseDocuments(Long caseId) {
        return ResponseEntity.ok(new CaseDocumentList(documents.list(visitor.actor(), caseId).stream()
                .map(PaperController::card)
                .toList()));
    }

    private static CaseDocumentCard card(Documents.Card card) {
        CaseDocumentCard dto = new CaseDocumentCard(
                card.kind().key(), card.kind().title(), card.kind().basis(), card.lacks(), card.ownTemplate());
        return card.blocked().isEmpty() ? dto : dto.blocked(String.join("；", card.blocked()));
    }

    @Override
    public ResponseEntity<Resource> getCaseDocument(Long caseId, String document, String form, String purpose) {
        return file(documents.write(visitor.actor(), caseId, document, Purpose.valueOf(purpose), written(form)));
    }

    @Override
    public ResponseEntity<Resource> getRegistrationDocument(Long id, String form) {
        return file(documents.registration(visitor.actor(), id, written(form)));
    }

    @Override
    public ResponseEntity<Resource> getRegisterDocument(
            String form,
            @Nullable String q,
            @Nullable String division,
            @Nullable String classCode,
            @Nullable LocalDate asOf) {
        RegisterFilter filter = new RegisterFilter(
                Optional.ofNullable(q),
                Optional.ofNullable(division),
                Set.of(),
                Optional.ofNullable(classCode),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(asOf).map(AsOf::on));
        return file(documents.registerList(visitor.actor(), filter, written(form)));
    }

    @Override
    public ResponseEntity<Resource> getProtectionBook(String form, @Nullable String division, @Nullable Integer batch) {
        ProtectionFilter filter = new ProtectionFilter(
                Optional.empty(),
                Optional.ofNullable(division),
                Optional.empty(),
                batch == null ? OptionalInt.empty() : OptionalInt.of(batch));
        return file(documents.protectionBook(visitor.actor(), filter, written(form)));
    }

    private static Written written(String form) {
        return Written.valueOf(form.toUpperCase(Locale.ROOT));
    }

    /** A PDF opens in the browser; a Word file is saved. */
    private static ResponseEntity<Resource> file(PaperFile file) {
        String disposition = file.mediaType().equals(Written.PDF.mediaType())
                ? FileAnswers.inline(file.fileName())
                : FileAnswers.attachment(file.fileName());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new ByteArrayResource(file.content()));
    }
}
