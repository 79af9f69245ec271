package cn.diming.api.register;

import cn.diming.api.answer.Days;
import cn.diming.api.answer.FieldChanges;
import cn.diming.api.answer.Given;
import cn.diming.api.answer.Officers;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.AuditApi;
import cn.diming.api.generated.model.AuditEntry;
import cn.diming.api.generated.model.AuditPage;
import cn.diming.api.generated.model.AuditVerification;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.audit.AuditFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit log for administrators of everything. */
@RestController
class AuditController implements AuditApi {

    private final Core core;
    private final Visitor visitor;
    private final Officers officers;

    AuditController(Core core, Visitor visitor, Officers officers) {
        this.core = core;
        this.visitor = visitor;
        this.officers = officers;
    }

    @Override
    public ResponseEntity<AuditPage> listAudit(
            @Nullable String kind,
            @Nullable Long record,
            @Nullable Long account,
            @Nullable String action,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long before,
            Integer limit) {
        AuditFilter filter = new AuditFilter(
                Optional.ofNullable(kind),
                Given.number(record),
                Given.number(account),
                Optional.ofNullable(action),
                Days.find(from).map(Days::begin),
                Days.find(to).map(day -> Days.begin(day.plusDays(1))),
                Given.number(before));
        List<cn.diming.core.audit.AuditEntry> entries = core.audit().list(visitor.actor(), filter, limit);
        AuditPage page = new AuditPage(entries.stream().map(this::entry).toList());
        if (entries.size() == limit && entries.getLast().seq() > 1) {
            page.next(entries.getLast().seq());
        }
        return ResponseEntity.ok(page);
    }

    @Override
    public ResponseEntity<AuditVerification> verifyAudit() {
        var found = core.audit().verify(visitor.actor(), 1, List.of());
        AuditVerification dto = new AuditVerification(found.isIntact(), found.entries());
        if (found.head().seq() > 0) {
            dto.head(found.head().hash());
        }
        found.fault().ifPresent(fault -> dto.brokenAt(fault.seq()).fault(fault.message()));
        return ResponseEntity.ok(dto);
    }

    private AuditEntry entry(cn.diming.core.audit.AuditEntry entry) {
        AuditEntry dto = new AuditEntry(
                entry.seq(),
                Times.of(entry.at()),
                officers.name(entry.accountId(), true),
                entry.action(),
                entry.kind().name(),
                entry.kind().title(),
                FieldChanges.between(entry.kind(), entry.before(), entry.after()),
                entry.hash());
        entry.accountId().ifPresent(dto::account);
        dto.record(entry.recordId());
        title(entry).ifPresent(dto::title);
        entry.reason().ifPresent(dto::reason);
        return dto;
    }

    private static Optional<String> title(cn.diming.core.audit.AuditEntry entry) {
        return entry.after()
                .or(entry::before)
                .map(json -> JsonMapper.shared().readTree(json))
                .map(content -> text(content, "name")
                        + text(content, "login")
                        + text(content, "street_name")
                        + text(content, "number_text"))
                .filter(title -> !title.isEmpty());
    }

    private static String text(JsonNode content, String column) {
        return content.path(column).asString("");
    }
}
