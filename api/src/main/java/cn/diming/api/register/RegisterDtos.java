package cn.diming.api.register;

import cn.diming.api.answer.Attributes;
import cn.diming.api.answer.ClassNames;
import cn.diming.api.answer.Days;
import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.AliasDraft;
import cn.diming.api.generated.model.AttributeChange;
import cn.diming.api.generated.model.FurtherName;
import cn.diming.api.generated.model.NameKind;
import cn.diming.api.generated.model.PlaceCategory;
import cn.diming.api.generated.model.PlaceEventKind;
import cn.diming.api.generated.model.PlaceStatus;
import cn.diming.api.generated.model.RegisterEntry;
import cn.diming.api.generated.model.RegisterRow;
import cn.diming.api.generated.model.RelatedPlace;
import cn.diming.core.Core;
import cn.diming.core.change.RecordKind;
import cn.diming.core.history.PlaceEvent;
import cn.diming.core.record.AsOf;
import cn.diming.core.record.PlaceState;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows, entries and names of the register as the contract has them, and back. */
@Component
final class RegisterDtos {

    private static final RecordSchema SCHEMA = RecordSchema.of(RecordKind.PLACE);

    private final Core core;

    RegisterDtos(Core core) {
        this.core = core;
    }

    RegisterRow row(cn.diming.core.history.RegisterRow row, OutputCrs crs) {
        PlaceCategory category = category(row.text("category"));
        RegisterRow dto = new RegisterRow(
                row.id(),
                row.name(),
                category,
                core(category).title(),
                status(row.text("status")),
                row.formerNames(),
                row.protectedName(),
                row.version(),
                Times.of(row.updatedAt()));
        row.text("romanised").ifPresent(dto::romanised);
        row.text("class_code").ifPresent(dto::classCode);
        ClassNames.name(row.text("class_code")).ifPresent(dto::className);
        row.text("division_code").ifPresent(dto::divisionCode);
        divisionName(row.text("division_code")).ifPresent(dto::divisionName);
        row.text("meaning").ifPresent(dto::meaning);
        row.date("valid_from").ifPresent(dto::validFrom);
        row.date("valid_to").ifPresent(dto::validTo);
        row.position().map(crs::position).ifPresent(at -> dto.lon(at.x()).lat(at.y()));
        return dto;
    }

    /** @param now the record as it is, with the version that edits are based on; empty when it has been deleted since */
    RegisterEntry entry(PlaceState state, Optional<StoredRecord> now, AsOf at, OutputCrs crs) {
        PlaceCategory category = category(state.text("category"));
        List<PlaceEvent> events = core.events().of(state.placeId());
        RegisterEntry dto = new RegisterEntry(
                state.placeId(),
                state.inForceOn(at.day()),
                state.current(),
                now.map(StoredRecord::version).orElse(state.version()),
                state.name(),
                status(state.text("status")),
                category,
                core(category).title(),
                Attributes.read(state.values()),
                core.aliases().of(state.placeId()).stream()
                        .filter(name -> name.concerns(at.day()))
                        .map(RegisterDtos::name)
                        .toList(),
                related(events, state.placeId(), true),
                related(events, state.placeId(), false),
                false,
                crs.id());
        dto.asOf(at.day());
        state.from().ifPresent(dto::from);
        state.to().ifPresent(dto::to);
        texts(dto, state);
        core.protectionList()
                .ofPlace(state.placeId())
                .ifPresent(entry -> dto._protected(true).protectionId(entry.id()));
        state.geometry().filter(g -> !g.isEmpty()).ifPresent(g -> dto.geometry(GeoJson.write(g, crs)));
        return dto;
    }

    private void texts(RegisterEntry dto, PlaceState state) {
        state.text("romanised").ifPresent(dto::romanised);
        state.text("specific_term").ifPresent(dto::specificTerm);
        state.text("generic_term").ifPresent(dto::genericTerm);
        state.text("class_code").ifPresent(dto::classCode);
        ClassNames.name(state.text("class_code")).ifPresent(dto::className);
        state.text("division_code").ifPresent(dto::divisionCode);
        divisionName(state.text("division_code")).ifPresent(dto::divisionName);
        address(state.text("division_code")).ifPresent(dto::address);
        state.text("meaning").ifPresent(dto::meaning);
        state.text("origin").ifPresent(dto::origin);
        state.text("history").ifPresent(dto::history);
        state.text("description").ifPresent(dto::description);
        date(state.values().get("valid_from")).ifPresent(dto::validFrom);
        date(state.values().get("valid_to")).ifPresent(dto::validTo);
    }

    /** The other places of mergers and splits: where this one came from, or what it went into. */
    private List<RelatedPlace> related(List<PlaceEvent> events, long placeId, boolean before) {
        return events.stream()
                .filter(event -> event.otherId().isPresent())
                .filter(event -> (event.placeId() == placeId) != before)
                .map(event -> related(event, placeId))
                .toList();
    }

    RelatedPlace related(PlaceEvent event, long placeId) {
        long other = event.placeId() == placeId ? event.otherId().orElseThrow() : event.placeId();
        Optional<String> thenName = event.placeId() == placeId ? event.newName() : event.oldName();
        String name = thenName.or(
                        () -> core.store().find(RecordKind.PLACE, other).map(StoredRecord::title))
                .orElse("");
        return new RelatedPlace(other, name, kind(event.kind()), event.effectiveOn());
    }

    /** What the division is called now. */
    Optional<String> divisionName(Optional<String> code) {
        return code.flatMap(core.divisions()::find).map(Division::name);
    }

    /** The names of the divisions from the province down. */
    Optional<String> address(Optional<String> code) {
        return code.map(core.divisions()::chain)
                .filter(chain -> !chain.isEmpty())
                .map(chain -> chain.stream().map(Division::name).distinct().collect(Collectors.joining()));
    }

    static FurtherName name(cn.diming.core.history.FurtherName name) {
        FurtherName dto = new FurtherName(
                name.id(), name.text(), NameKind.fromValue(name.kind().name()), name.version(), name.isEditable());
        name.romanised().ifPresent(dto::romanised);
        name.from().ifPresent(dto::from);
        name.to().ifPresent(dto::to);
        name.basis().ifPresent(dto::basis);
        return dto;
    }

    static RecordDraft.Name name(AliasDraft draft) {
        return new RecordDraft.Name(
                RegisterWishes.clean(draft.getText()).orElse(""),
                RecordDraft.NameKind.valueOf(draft.getKind().getValue()),
                RegisterWishes.clean(draft.getRomanised()),
                Days.find(draft.getFrom()),
                Days.find(draft.getTo()));
    }

    /** Columns to set in a place whose columns are {@code before}. */
    static Map<String, Optional<Object>> columns(AttributeChange change, Map<String, Object> before) {
        Map<String, @Nullable Object> attributes =
                change.getAttributes() == null ? Map.of() : new LinkedHashMap<>(change.getAttributes());
        Map<String, Optional<Object>> columns =
                new LinkedHashMap<>(Attributes.toColumns(SCHEMA, Attributes.rest(before), attributes));
        set(columns, "class_code", change.getClassCode());
        set(columns, "meaning", change.getMeaning());
        set(columns, "origin", change.getOrigin());
        set(columns, "history", change.getHistory());
        return columns;
    }

    private static void set(Map<String, Optional<Object>> columns, String column, @Nullable String text) {
        if (text != null) {
            columns.put(column, text.isEmpty() ? Optional.empty() : Optional.of(text));
        }
    }

    static PlaceEventKind kind(PlaceEvent.Kind kind) {
        return PlaceEventKind.fromValue(kind.name());
    }

    /** A source may have brought a word of its own. */
    static PlaceStatus status(Optional<String> status) {
        return Arrays.stream(PlaceStatus.values())
                .filter(known -> known.getValue().equals(status.orElse("")))
                .findFirst()
                .orElse(PlaceStatus.RECORDED);
    }

    static PlaceCategory category(Optional<String> category) {
        return category.flatMap(cn.diming.core.record.PlaceCategory::find)
                .map(known -> PlaceCategory.fromValue(known.name()))
                .orElse(PlaceCategory.OTHER);
    }

    static cn.diming.core.record.PlaceCategory core(PlaceCategory category) {
        return cn.diming.core.record.PlaceCategory.valueOf(category.getValue());
    }

    static Optional<LocalDate> date(@Nullable Object value) {
        return value instanceof LocalDate date ? Optional.of(date) : Optional.empty();
    }
}
