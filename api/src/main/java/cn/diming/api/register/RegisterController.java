package cn.diming.api.register;

import cn.diming.api.answer.Days;
import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.answer.Versions;
import cn.diming.api.generated.NameRegisterApi;
import cn.diming.api.generated.model.AliasDraft;
import cn.diming.api.generated.model.BulkEdit;
import cn.diming.api.generated.model.BulkEditResult;
import cn.diming.api.generated.model.FurtherName;
import cn.diming.api.generated.model.PlaceCategory;
import cn.diming.api.generated.model.PlaceStatus;
import cn.diming.api.generated.model.RecordVersion;
import cn.diming.api.generated.model.RegisterCorrection;
import cn.diming.api.generated.model.RegisterEntry;
import cn.diming.api.generated.model.RegisterFeature;
import cn.diming.api.generated.model.RegisterFormat;
import cn.diming.api.generated.model.RegisterMap;
import cn.diming.api.generated.model.RegisterPage;
import cn.diming.api.generated.model.RegisterSort;
import cn.diming.api.generated.model.RegisterTimeline;
import cn.diming.api.generated.model.RegistrationField;
import cn.diming.api.generated.model.RegistrationForm;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Bbox;
import cn.diming.core.history.RegisterFilter;
import cn.diming.core.history.RegisterOrder;
import cn.diming.core.record.AsOf;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceState;
import cn.diming.core.record.Records;
import cn.diming.core.record.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The register: lists, files and bulk edits for staff, single places and maps of any day for all. */
@RestController
class RegisterController implements NameRegisterApi {

    private static final String STORED_CRS = "EPSG:4490";
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Core core;
    private final Visitor visitor;
    private final Precision precision;
    private final RegisterDtos dtos;
    private final RegisterTimelines timelines;
    private final RegisterExport export;

    RegisterController(
            Core core,
            Visitor visitor,
            Precision precision,
            RegisterDtos dtos,
            RegisterTimelines timelines,
            RegisterExport export) {
        this.core = core;
        this.visitor = visitor;
        this.precision = precision;
        this.dtos = dtos;
        this.timelines = timelines;
        this.export = export;
    }

    @Override
    public ResponseEntity<RegisterPage> listRegister(
            @Nullable String q,
            @Nullable String division,
            @Nullable List<PlaceCategory> category,
            @Nullable String classCode,
            @Nullable List<PlaceStatus> status,
            @Nullable Boolean listed,
            @Nullable Boolean formerNames,
            @Nullable LocalDate changedSince,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime recordedAt,
            RegisterSort sort,
            Boolean descending,
            @Nullable String cursor,
            Integer limit) {
        RegisterFilter filter = new RegisterWishes(today())
                .about(q, division, classCode)
                .only(category, status, listed, formerNames)
                .at(changedSince, asOf, recordedAt);
        RegisterOrder order = RegisterWishes.order(sort, descending);
        OutputCrs crs = output(STORED_CRS);
        var page = core.register().list(visitor.actor(), filter, order, RegisterWishes.cursor(cursor, order), limit);
        RegisterPage dto = new RegisterPage(
                page.rows().stream().map(row -> dtos.row(row, crs)).toList());
        page.total().ifPresent(dto::total);
        page.next().ifPresent(next -> dto.next(next.toText()));
        return ResponseEntity.ok(dto);
    }

    @Override
    public ResponseEntity<Resource> exportRegister(
            RegisterFormat format,
            @Nullable String q,
            @Nullable String division,
            @Nullable List<PlaceCategory> category,
            @Nullable String classCode,
            @Nullable List<PlaceStatus> status,
            @Nullable Boolean listed,
            @Nullable Boolean formerNames,
            @Nullable LocalDate changedSince,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime recordedAt,
            RegisterSort sort,
            Boolean descending) {
        RegisterFilter filter = new RegisterWishes(today())
                .about(q, division, classCode)
                .only(category, status, listed, formerNames)
                .at(changedSince, asOf, recordedAt);
        var file = export.export(
                visitor.actor(), filter, RegisterWishes.order(sort, descending), format, output(STORED_CRS));
        String name = "地名册-" + Days.find(asOf).orElse(today()) + (format == RegisterFormat.CSV ? ".csv" : ".xlsx");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswers.attachment(name))
                .contentType(format == RegisterFormat.CSV ? CSV : XLSX)
                .body(new InputStreamResource(file));
    }

    @Override
    public ResponseEntity<BulkEditResult> editRegister(BulkEdit edit) {
        List<Records.Versioned> records = edit.getRecords().stream()
                .map(one -> new Records.Versioned(one.getId(), one.getVersion()))
                .toList();
        Optional<String> reason = RegisterWishes.clean(edit.getReason());
        List<StoredRecord> changed = core.records()
                .changeAll(
                        visitor.actor(),
                        records,
                        before -> new Records.Edit(
                                RegisterDtos.columns(edit.getSet(), before.values()), Optional.empty(), reason));
        return ResponseEntity.ok(new BulkEditResult(changed.stream()
                .map(record -> new RecordVersion(record.id(), record.version()))
                .toList()));
    }

    @Override
    public ResponseEntity<RegistrationForm> getRegistrationForm() {
        return ResponseEntity.ok(new RegistrationForm(cn.diming.core.record.RegistrationForm.fields().stream()
                .map(field -> new RegistrationField(
                        field.title(),
                        RegistrationField.SourceEnum.fromValue(field.source().name()),
                        field.key(),
                        RegistrationField.TypeEnum.fromValue(field.type().name()),
                        field.required(),
                        field.isEditable(),
                        field.choices()))
                .toList()));
    }

    @Override
    public ResponseEntity<RegisterMap> getRegisterMap(
            List<Double> bbox, LocalDate asOf, @Nullable OffsetDateTime recordedAt, String crs, Integer limit) {
        AsOf at = new AsOf(Days.find(asOf).orElseThrow(), Days.find(recordedAt));
        OutputCrs output = output(crs);
        Bbox box = new Bbox(bbox.get(0), bbox.get(1), bbox.get(2), bbox.get(3));
        List<PlaceState> found = core.register().inBox(visitor.actor(), box, at, limit + 1);
        return ResponseEntity.ok(new RegisterMap(
                RegisterMap.TypeEnum.FEATURE_COLLECTION,
                at.day(),
                found.size() > limit,
                found.stream().limit(limit).map(state -> feature(state, output)).toList()));
    }

    private static RegisterFeature feature(PlaceState state, OutputCrs crs) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", state.name());
        properties.put("status", RegisterDtos.status(state.text("status")).getValue());
        properties.put("category", RegisterDtos.category(state.text("category")).getValue());
        state.text("class_code").ifPresent(code -> properties.put("classCode", code));
        properties.put("current", state.current());
        return new RegisterFeature(
                RegisterFeature.TypeEnum.FEATURE,
                state.placeId(),
                GeoJson.write(state.geometry().orElseThrow(), crs),
                properties);
    }

    @Override
    public ResponseEntity<RegisterEntry> getRegisterEntry(
            Long id, @Nullable LocalDate asOf, @Nullable OffsetDateTime recordedAt, String crs) {
        AsOf at = RegisterWishes.asOf(today(), asOf, recordedAt).orElseGet(() -> AsOf.on(today()));
        return entry(core.register().get(visitor.actor(), id, at), at, output(crs));
    }

    @Override
    public ResponseEntity<RegisterTimeline> getRegisterTimeline(Long id) {
        Actor actor = visitor.actor();
        AccessPolicy.require(actor, Action.READ_STAFF);
        StoredRecord place = core.records().get(actor, id);
        if (place.kind() != RecordKind.PLACE) {
            throw new NotFound("没有编号为 " + id + " 的地名");
        }
        return ResponseEntity.ok(timelines.of(place));
    }

    @Override
    public ResponseEntity<RegisterEntry> correctRegisterEntry(
            Long id, RegisterCorrection correction, @Nullable String ifMatch) {
        LocalDate day = Days.find(correction.getAsOf()).orElseThrow();
        PlaceState corrected = core.corrections()
                .correct(
                        visitor.actor(),
                        id,
                        Versions.expected(ifMatch),
                        day,
                        state -> RegisterDtos.columns(correction.getSet(), state.values()),
                        RegisterWishes.clean(correction.getReason()).orElse("更正"));
        return entry(corrected, AsOf.on(day), output(STORED_CRS));
    }

    private ResponseEntity<RegisterEntry> entry(PlaceState state, AsOf at, OutputCrs crs) {
        Optional<StoredRecord> now = core.store().find(RecordKind.PLACE, state.placeId());
        RegisterEntry dto = dtos.entry(state, now, at, crs);
        return ResponseEntity.ok().eTag(Versions.toTag(dto.getVersion())).body(dto);
    }

    @Override
    public ResponseEntity<FurtherName> addAlias(Long id, AliasDraft draft) {
        var added = core.aliases()
                .add(visitor.actor(), id, RegisterDtos.name(draft), RegisterWishes.clean(draft.getBasis()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Versions.toTag(added.version()))
                .body(RegisterDtos.name(added));
    }

    @Override
    public ResponseEntity<FurtherName> updateAlias(Long id, Long nameId, AliasDraft draft, @Nullable String ifMatch) {
        var changed = core.aliases()
                .change(
                        visitor.actor(),
                        id,
                        new Records.Versioned(nameId, Versions.expected(ifMatch)),
                        RegisterDtos.name(draft),
                        RegisterWishes.clean(draft.getBasis()));
        return ResponseEntity.ok().eTag(Versions.toTag(changed.version())).body(RegisterDtos.name(changed));
    }

    @Override
    public ResponseEntity<Void> deleteAlias(Long id, Long nameId, @Nullable String ifMatch) {
        core.aliases().remove(visitor.actor(), id, new Records.Versioned(nameId, Versions.expected(ifMatch)));
        return ResponseEntity.noContent().build();
    }

    private LocalDate today() {
        return Days.today(core.clock().instant());
    }

    private OutputCrs output(String crs) {
        return OutputCrs.parse(crs, precision.decimalsFor(visitor.actor()));
    }
}
