package cn.diming.api.place;

import cn.diming.api.answer.Jurisdictions;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.FieldChange;
import cn.diming.api.generated.model.HistoryAction;
import cn.diming.api.generated.model.HistoryEntry;
import cn.diming.api.generated.model.PlaceHistory;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.account.Account;
import cn.diming.core.audit.AuditEntry;
import cn.diming.core.record.Field;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What became of a record, from the audit log. Names of officers are for staff; the public learns their office. */
@Component
final class PlaceHistories {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GEOMETRY = "geom";
    private static final String VERSION = "version";
    private static final int LONGEST = 200;

    private final Core core;

    PlaceHistories(Core core) {
        this.core = core;
    }

    PlaceHistory history(Actor reader, StoredRecord record) {
        boolean staff = AccessPolicy.allows(reader.role(), Action.READ_STAFF);
        List<HistoryEntry> entries = new ArrayList<>();
        List<AuditEntry> logged = core.audit().entriesOf(record.kind(), record.id());
        logged.forEach(entry -> entries.add(entry(entry, record, staff)));
        if (logged.stream().noneMatch(entry -> entry.action().equals("create"))) {
            entries.add(
                    new HistoryEntry(1L, Times.of(record.createdAt()), HistoryAction.IMPORTED, List.of()).actor("系统"));
        }
        return new PlaceHistory(record.id(), entries);
    }

    private HistoryEntry entry(AuditEntry entry, StoredRecord record, boolean staff) {
        JsonNode before = parse(entry.before());
        JsonNode after = parse(entry.after());
        HistoryEntry dto = new HistoryEntry(
                        after.path(VERSION).asLong(record.version()),
                        Times.of(entry.at()),
                        action(entry.action()),
                        entry.before().isEmpty() ? List.of() : changes(record, before, after))
                .actor(actor(entry.accountId(), staff));
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

    private String actor(OptionalLong accountId, boolean staff) {
        Optional<Account> account =
                accountId.isPresent() ? core.accounts().find(accountId.getAsLong()) : Optional.empty();
        return account.map(found -> staff
                        ? found.displayName()
                        : Jurisdictions.name(found.jurisdiction(), core.divisions())
                                + found.role().title())
                .orElse("系统");
    }

    private static List<FieldChange> changes(StoredRecord record, JsonNode before, JsonNode after) {
        RecordSchema schema = RecordSchema.of(record.kind());
        Set<String> columns = new LinkedHashSet<>(before.propertyNames());
        columns.addAll(after.propertyNames());
        List<FieldChange> changes = new ArrayList<>();
        for (String column : columns) {
            if (!column.equals(VERSION) && !before.path(column).equals(after.path(column))) {
                changes.add(change(schema, column, before.path(column), after.path(column)));
            }
        }
        return changes;
    }

    private static FieldChange change(RecordSchema schema, String column, JsonNode before, JsonNode after) {
        if (column.equals(GEOMETRY)) {
            return new FieldChange("geometry").label("位置");
        }
        FieldChange change = new FieldChange(Attributes.camelCase(column));
        schema.findField(column).map(Field::title).ifPresent(change::label);
        text(before).ifPresent(change::before);
        text(after).ifPresent(change::after);
        return change;
    }

    private static Optional<String> text(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(value.asString())
                        .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    private static JsonNode parse(Optional<String> json) {
        return json.<JsonNode>map(JSON::readTree).orElse(MissingNode.getInstance());
    }
}
