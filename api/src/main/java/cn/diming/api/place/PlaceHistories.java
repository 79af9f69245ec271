package cn.diming.api.place;

import cn.diming.api.answer.FieldChanges;
import cn.diming.api.answer.Officers;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.HistoryAction;
import cn.diming.api.generated.model.HistoryEntry;
import cn.diming.api.generated.model.PlaceHistory;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditEntry;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What became of a record, from the audit log. Names of officers are for staff; the public learns their office. */
@Component
final class PlaceHistories {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Core core;
    private final Officers officers;

    PlaceHistories(Core core, Officers officers) {
        this.core = core;
        this.officers = officers;
    }

    PlaceHistory history(Actor reader, StoredRecord record) {
        boolean staff = AccessPolicy.allows(reader.role(), Action.READ_STAFF);
        List<HistoryEntry> entries = new ArrayList<>();
        List<AuditEntry> logged = core.audit().entriesOf(record.kind(), record.id());
        logged.forEach(entry -> entries.add(entry(entry, record, staff)));
        if (logged.stream().noneMatch(PlaceHistories::isFirst)) {
            entries.add(
                    new HistoryEntry(1L, Times.of(record.createdAt()), HistoryAction.IMPORTED, List.of()).actor("系统"));
        }
        return new PlaceHistory(record.id(), entries);
    }

    private static boolean isFirst(AuditEntry entry) {
        return entry.before().isEmpty()
                && (entry.action().equals("create") || entry.action().equals("name"));
    }

    private HistoryEntry entry(AuditEntry entry, StoredRecord record, boolean staff) {
        HistoryEntry dto = new HistoryEntry(
                        version(entry, record),
                        Times.of(entry.at()),
                        action(entry.action()),
                        entry.before().isEmpty()
                                ? List.of()
                                : FieldChanges.between(record.kind(), entry.before(), entry.after()))
                .actor(officers.name(entry.accountId(), staff));
        entry.reason().ifPresent(dto::reason);
        return dto;
    }

    private static HistoryAction action(String action) {
        return switch (action) {
            case "create" -> HistoryAction.CREATED;
            case "delete" -> HistoryAction.DELETED;
            case "name" -> HistoryAction.NAMED;
            case "rename" -> HistoryAction.RENAMED;
            case "retire" -> HistoryAction.RETIRED;
            default -> HistoryAction.UPDATED;
        };
    }

    private static long version(AuditEntry entry, StoredRecord record) {
        return entry.after()
                .map(json -> JSON.readTree(json).path("version").asLong(record.version()))
                .orElse((long) record.version());
    }
}
