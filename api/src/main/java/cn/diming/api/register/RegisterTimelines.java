package cn.diming.api.register;

import cn.diming.api.answer.FieldChanges;
import cn.diming.api.answer.Officers;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.RegisterTimeline;
import cn.diming.api.generated.model.TimelineEvent;
import cn.diming.api.generated.model.TimelineRecord;
import cn.diming.api.generated.model.TimelineState;
import cn.diming.core.Core;
import cn.diming.core.audit.AuditEntry;
import cn.diming.core.change.RecordKind;
import cn.diming.core.history.PlaceEvent;
import cn.diming.core.record.PlaceState;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A place over both times: its states and what made them, and how the database learned of it. */
@Component
final class RegisterTimelines {

    private static final Set<String> CHANGES = Set.of("name", "rename", "retire", "merge", "split", "follow");
    private static final Set<String> CORRECTIONS = Set.of("update", "correct");

    private final Core core;
    private final RegisterDtos dtos;
    private final Officers officers;

    RegisterTimelines(Core core, RegisterDtos dtos, Officers officers) {
        this.core = core;
        this.dtos = dtos;
        this.officers = officers;
    }

    RegisterTimeline of(StoredRecord place) {
        List<PlaceEvent> events = core.events().of(place.id());
        return new RegisterTimeline(
                place.id(),
                states(place, events),
                events.stream().map(event -> event(event, place.id())).toList(),
                records(place),
                core.aliases().of(place.id()).stream().map(RegisterDtos::name).toList());
    }

    private List<TimelineState> states(StoredRecord place, List<PlaceEvent> events) {
        List<PlaceState> states = core.store().states().believed(place.id());
        List<TimelineState> told = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            PlaceState state = states.get(i);
            TimelineState dto = new TimelineState(
                    state.name(),
                    RegisterDtos.status(state.text("status")),
                    state.current(),
                    events.stream()
                            .anyMatch(event ->
                                    event.kind() == PlaceEvent.Kind.CORRECTED && state.holdsOn(event.effectiveOn())),
                    Times.of(core.journal().timeOf(state.recordedFrom()).orElse(place.createdAt())),
                    i + 1 == states.size()
                            ? List.of()
                            : FieldChanges.between(RecordKind.PLACE, columns(states.get(i + 1)), columns(state)));
            state.from().ifPresent(dto::from);
            state.to().ifPresent(dto::to);
            told.add(dto);
        }
        return told;
    }

    private static Map<String, Object> columns(PlaceState state) {
        Map<String, Object> columns = new LinkedHashMap<>(state.values());
        state.geometry().ifPresent(geometry -> columns.put("geom", geometry.toText()));
        return columns;
    }

    private TimelineEvent event(PlaceEvent event, long placeId) {
        TimelineEvent dto = new TimelineEvent(
                RegisterDtos.kind(event.kind()),
                event.effectiveOn(),
                Times.of(event.recordedAt()),
                officers.name(event.accountId(), true));
        event.basis().ifPresent(dto::basis);
        event.caseId().ifPresent(dto::caseId);
        event.oldName().ifPresent(dto::oldName);
        event.newName().ifPresent(dto::newName);
        if (event.otherId().isPresent()) {
            dto.other(dtos.related(event, placeId));
        }
        return dto;
    }

    private List<TimelineRecord> records(StoredRecord place) {
        List<AuditEntry> entries = core.audit().entriesOf(RecordKind.PLACE, place.id());
        List<TimelineRecord> records = new ArrayList<>();
        entries.forEach(entry -> records.add(record(entry, place)));
        if (entries.stream().noneMatch(RegisterTimelines::isFirst)) {
            records.add(new TimelineRecord(
                    1L, Times.of(place.createdAt()), TimelineRecord.KindEnum.ENTRY, "import", "系统", List.of()));
        }
        return records;
    }

    private static boolean isFirst(AuditEntry entry) {
        return entry.before().isEmpty()
                && (entry.action().equals("create") || entry.action().equals("name"));
    }

    private TimelineRecord record(AuditEntry entry, StoredRecord place) {
        TimelineRecord dto = new TimelineRecord(
                version(entry, place),
                Times.of(entry.at()),
                kind(entry.action()),
                entry.action(),
                officers.name(entry.accountId(), true),
                isFirst(entry) ? List.of() : FieldChanges.between(RecordKind.PLACE, entry.before(), entry.after()));
        entry.reason().ifPresent(dto::reason);
        return dto;
    }

    private static TimelineRecord.KindEnum kind(String action) {
        if (CHANGES.contains(action)) {
            return TimelineRecord.KindEnum.CHANGE;
        }
        return CORRECTIONS.contains(action) ? TimelineRecord.KindEnum.CORRECTION : TimelineRecord.KindEnum.ENTRY;
    }

    private static long version(AuditEntry entry, StoredRecord place) {
        return entry.after()
                .map(json -> JsonMapper.shared().readTree(json).path("version").asLong(place.version()))
                .orElse((long) place.version());
    }
}
