package cn.diming.api.register;

import cn.diming.api.answer.Days;
import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.Given;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.ProtectionListApi;
import cn.diming.api.generated.model.ProtectedName;
import cn.diming.api.generated.model.ProtectedNameChange;
import cn.diming.api.generated.model.ProtectedNameDraft;
import cn.diming.api.generated.model.ProtectedNameRow;
import cn.diming.api.generated.model.ProtectionClass;
import cn.diming.api.generated.model.ProtectionClassCount;
import cn.diming.api.generated.model.ProtectionMeasure;
import cn.diming.api.generated.model.ProtectionPage;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.change.RecordKind;
import cn.diming.core.history.FurtherName;
import cn.diming.core.history.ProtectionChange;
import cn.diming.core.history.ProtectionDraft;
import cn.diming.core.history.ProtectionFilter;
import cn.diming.core.history.ProtectionText;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.RecordDraft.NameKind;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The protection list: for all to read, for officers from the county upwards to keep. */
@RestController
class ProtectionController implements ProtectionListApi {

    private static final String STORED_CRS = "EPSG:4490";

    private final Core core;
    private final Visitor visitor;
    private final Precision precision;
    private final RegisterDtos dtos;

    ProtectionController(Core core, Visitor visitor, Precision precision, RegisterDtos dtos) {
        this.core = core;
        this.visitor = visitor;
        this.precision = precision;
        this.dtos = dtos;
    }

    @Override
    public ResponseEntity<ProtectionPage> listProtectedNames(
            @Nullable String q,
            @Nullable String division,
            @Nullable ProtectionClass wanted,
            @Nullable Integer batch,
            Integer page,
            Integer size) {
        var found = core.protectionList()
                .list(
                        new ProtectionFilter(
                                RegisterWishes.clean(q),
                                Optional.ofNullable(division),
                                Optional.ofNullable(wanted).map(ProtectionController::core),
                                batch == null ? OptionalInt.empty() : OptionalInt.of(batch)),
                        page,
                        size);
        return ResponseEntity.ok(new ProtectionPage(
                found.items().stream().map(this::row).toList(),
                found.total(),
                page,
                size,
                Arrays.stream(cn.diming.core.history.ProtectionClass.values())
                        .map(one -> new ProtectionClassCount(
                                dto(one), one.title(), found.classes().getOrDefault(one, 0L)))
                        .toList()));
    }

    @Override
    public ResponseEntity<ProtectedName> getProtectedName(Long id) {
        return answer(core.protectionList().get(id));
    }

    @Override
    public ResponseEntity<ProtectedName> addProtectedName(ProtectedNameDraft draft) {
        var listed = core.protectionList().add(visitor.actor(), draft(draft));
        return ResponseEntity.created(URI.create("/api/v1/protection-list/" + listed.id()))
                .eTag(Versions.toTag(listed.version()))
                .body(dto(listed));
    }

    @Override
    public ResponseEntity<ProtectedName> updateProtectedName(
            Long id, ProtectedNameChange change, @Nullable String ifMatch) {
        return answer(core.protectionList().change(visitor.actor(), id, Versions.expected(ifMatch), change(change)));
    }

    @Override
    public ResponseEntity<Void> removeProtectedName(Long id, String reason, @Nullable String ifMatch) {
        core.protectionList()
                .remove(
                        visitor.actor(),
                        id,
                        Versions.expected(ifMatch),
                        RegisterWishes.clean(reason).orElse("移出名录"));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<ProtectedName> answer(cn.diming.core.history.ProtectedName entry) {
        return ResponseEntity.ok().eTag(Versions.toTag(entry.version())).body(dto(entry));
    }

    private ProtectedNameRow row(cn.diming.core.history.ProtectedName entry) {
        ProtectedNameRow row = new ProtectedNameRow(
                entry.id(),
                entry.version(),
                entry.name(),
                dto(entry.protectionClass()),
                entry.protectionClass().title(),
                entry.batch());
        entry.romanised().ifPresent(row::romanised);
        entry.listedOn().ifPresent(row::listedOn);
        row.divisionCode(entry.divisionCode());
        dtos.divisionName(Optional.of(entry.divisionCode())).ifPresent(row::divisionName);
        entry.placeId().ifPresent(row::placeId);
        return row;
    }

    private ProtectedName dto(cn.diming.core.history.ProtectedName entry) {
        ProtectedName dto = new ProtectedName(
                entry.id(),
                entry.version(),
                entry.name(),
                dto(entry.protectionClass()),
                entry.protectionClass().title(),
                entry.batch(),
                entry.measures().stream()
                        .map(measure -> ProtectionMeasure.fromValue(measure.name()))
                        .toList(),
                formerNames(entry));
        entry.romanised().ifPresent(dto::romanised);
        entry.listedOn().ifPresent(dto::listedOn);
        dto.divisionCode(entry.divisionCode());
        dtos.divisionName(Optional.of(entry.divisionCode())).ifPresent(dto::divisionName);
        dtos.address(Optional.of(entry.divisionCode())).ifPresent(dto::address);
        entry.text(ProtectionText.MEANING).ifPresent(dto::meaning);
        entry.text(ProtectionText.ORIGIN).ifPresent(dto::origin);
        entry.text(ProtectionText.EVOLUTION).ifPresent(dto::evolution);
        entry.text(ProtectionText.EVENTS).ifPresent(dto::events);
        entry.text(ProtectionText.PEOPLE).ifPresent(dto::people);
        entry.text(ProtectionText.LEGENDS).ifPresent(dto::legends);
        entry.text(ProtectionText.MEASURES_TEXT).ifPresent(dto::measuresText);
        entry.placeId().ifPresent(id -> place(dto, id));
        return dto;
    }

    private List<String> formerNames(cn.diming.core.history.ProtectedName entry) {
        return entry.placeId().isEmpty()
                ? List.of()
                : core.aliases().of(entry.placeId().getAsLong()).stream()
                        .filter(name -> name.kind() == NameKind.FORMER)
                        .map(FurtherName::text)
                        .toList();
    }

    private void place(ProtectedName dto, long id) {
        OutputCrs crs = OutputCrs.parse(STORED_CRS, precision.decimalsFor(visitor.actor()));
        dto.placeId(id);
        core.store()
                .find(RecordKind.PLACE, id)
                .filter(record -> Disclosure.maySee(visitor.actor(), record))
                .ifPresent(record -> {
                    record.position()
                            .map(crs::position)
                            .ifPresent(at -> dto.lon(at.x()).lat(at.y()));
                    record.geometry().filter(g -> !g.isEmpty()).ifPresent(g -> dto.geometry(GeoJson.write(g, crs)));
                });
    }

    private static ProtectionDraft draft(ProtectedNameDraft draft) {
        Map<ProtectionText, String> texts = new EnumMap<>(ProtectionText.class);
        put(texts, ProtectionText.MEANING, draft.getMeaning());
        put(texts, ProtectionText.ORIGIN, draft.getOrigin());
        put(texts, ProtectionText.EVOLUTION, draft.getEvolution());
        put(texts, ProtectionText.EVENTS, draft.getEvents());
        put(texts, ProtectionText.PEOPLE, draft.getPeople());
        put(texts, ProtectionText.LEGENDS, draft.getLegends());
        put(texts, ProtectionText.MEASURES_TEXT, draft.getMeasuresText());
        return new ProtectionDraft(
                Given.number(draft.getPlaceId()),
                RegisterWishes.clean(draft.getName()),
                RegisterWishes.clean(draft.getRomanised()),
                Optional.ofNullable(draft.getDivisionCode()),
                core(draft.getPropertyClass()),
                draft.getBatch(),
                Days.find(draft.getListedOn()),
                texts,
                measures(draft.getMeasures()).orElse(Set.of()));
    }

    private static ProtectionChange change(ProtectedNameChange change) {
        Map<ProtectionText, String> texts = new EnumMap<>(ProtectionText.class);
        put(texts, ProtectionText.MEANING, change.getMeaning());
        put(texts, ProtectionText.ORIGIN, change.getOrigin());
        put(texts, ProtectionText.EVOLUTION, change.getEvolution());
        put(texts, ProtectionText.EVENTS, change.getEvents());
        put(texts, ProtectionText.PEOPLE, change.getPeople());
        put(texts, ProtectionText.LEGENDS, change.getLegends());
        put(texts, ProtectionText.MEASURES_TEXT, change.getMeasuresText());
        return new ProtectionChange(
                Optional.ofNullable(change.getPropertyClass()).map(ProtectionController::core),
                change.getBatch() == null ? OptionalInt.empty() : OptionalInt.of(change.getBatch()),
                Days.find(change.getListedOn()),
                texts,
                measures(change.getMeasures()));
    }

    private static void put(Map<ProtectionText, String> texts, ProtectionText what, @Nullable String told) {
        if (told != null) {
            texts.put(what, RegisterWishes.clean(told).orElse(""));
        }
    }

    private static Optional<Set<cn.diming.core.history.ProtectionMeasure>> measures(
            @Nullable List<ProtectionMeasure> measures) {
        return Optional.ofNullable(measures)
                .map(all -> all.stream()
                        .map(one -> cn.diming.core.history.ProtectionMeasure.valueOf(one.getValue()))
                        .collect(Collectors.toSet()));
    }

    private static ProtectionClass dto(cn.diming.core.history.ProtectionClass one) {
        return ProtectionClass.fromValue(one.name());
    }

    private static cn.diming.core.history.ProtectionClass core(ProtectionClass one) {
        return cn.diming.core.history.ProtectionClass.valueOf(one.getValue());
    }
}
