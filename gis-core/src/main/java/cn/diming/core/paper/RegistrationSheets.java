package cn.diming.core.paper;

import cn.diming.core.account.Account;
import cn.diming.core.account.Accounts;
import cn.diming.core.audit.AuditEntry;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.document.Image;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.paper.SketchMap.Feature;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.RegistrationForm;
import cn.diming.core.record.StoredRecord;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills the fields of the 登记表 from a record, each from where {@link RegistrationForm} says that it is. */
final class RegistrationSheets {

    private static final String RETIRED = "RETIRED";
    private static final double SECONDS = 3600;

    private final RecordStore records;
    private final AuditLog audit;
    private final Accounts accounts;
    private final Media media;
    private final Offices offices;
    private final Surroundings surroundings;
    private final ZoneId zone;

    RegistrationSheets(Documents.Sources sources, Offices offices, ZoneId zone) {
        this.records = sources.store();
        this.audit = sources.audit();
        this.accounts = sources.accounts();
        this.media = sources.media();
        this.offices = offices;
        this.surroundings = new Surroundings(sources.store());
        this.zone = zone;
    }

    RegisterSheet sheet(StoredRecord place) {
        Map<String, String> values = new LinkedHashMap<>();
        JsonNode attributes = attributes(place);
        for (RegistrationForm.Entry field : RegistrationForm.fields()) {
            value(field, place, attributes)
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> values.put(field.title(), value));
        }
        return new RegisterSheet(values, sketch(place));
    }

    private Optional<Image> sketch(StoredRecord place) {
        return place.geometry().filter(shape -> !shape.isEmpty()).map(shape -> {
            List<Feature> neighbours = surroundings.neighbours(shape, OptionalLong.of(place.id()));
            return surroundings.sketch(place.title(), shape, neighbours);
        });
    }

    private Optional<String> value(RegistrationForm.Entry field, StoredRecord place, JsonNode attributes) {
        return switch (field.source()) {
            case COLUMN -> column(field.key(), place);
            case ATTRIBUTE -> Optional.of(attributes.path(field.key()).asString(""));
            case NAMES -> names(place, RecordDraft.NameKind.valueOf(field.key()));
            case REGISTRATION ->
                records.registrationsOf(place.id()).stream()
                        .flatMap(entry -> entry.placeCode().stream())
                        .findFirst();
            case GEOMETRY ->
                place.geometry().filter(shape -> !shape.isEmpty()).flatMap(shape -> edge(field.key(), shape));
            case MEDIA -> field.key().equals("photo") ? photos(place) : recordings(place);
            case AUDIT -> registered(field.key(), place);
            case FIXED -> Optional.of(field.key());
        };
    }

    private Optional<String> column(String column, StoredRecord place) {
        Optional<String> value = place.text(column);
        return switch (column) {
            case "status" -> Optional.of(value.filter(RETIRED::equals).isPresent() ? "历史" : "现今");
            case "class_code" -> value.flatMap(PlaceClasses::name);
            case "division_code" -> value.map(offices::address);
            default -> value;
        };
    }

    private Optional<String> names(StoredRecord place, RecordDraft.NameKind kind) {
        return Optional.of(records.namesOf(List.of(place.id())).getOrDefault(place.id(), List.of()).stream()
                .filter(name -> name.kind() == kind)
                .map(RecordDraft.Name::text)
                .collect(Collectors.joining("、")));
    }

    private Optional<String> photos(StoredRecord place) {
        long count = count(place, MediaItem.Kind.PHOTO);
        return count == 0 ? Optional.empty() : Optional.of("照片" + count + "张");
    }

    private Optional<String> recordings(StoredRecord place) {
        long count = count(place, MediaItem.Kind.VOICE);
        return count == 0 ? Optional.empty() : Optional.of("录音" + count + "段");
    }

    private long count(StoredRecord place, MediaItem.Kind kind) {
        return media.of(place.kind(), place.id()).stream()
                .filter(item -> item.kind() == kind)
                .count();
    }

    /** Where the box ends is said only when it is more than a point. */
    private static Optional<String> edge(String key, Geometry shape) {
        Envelope box = shape.getEnvelopeInternal();
        boolean extended = box.getDiameter() > 0;
        return switch (key) {
            case "minLon" -> Optional.of(degrees(box.getMinX()));
            case "minLat" -> Optional.of(degrees(box.getMinY()));
            case "maxLon" -> extended ? Optional.of(degrees(box.getMaxX())) : Optional.empty();
            case "maxLat" -> extended ? Optional.of(degrees(box.getMaxY())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** 113°26′52.8″. */
    static String degrees(double value) {
        long tenths = Math.round(value * SECONDS * 10);
        return "%d°%02d′%04.1f″".formatted(tenths / 36000, tenths / 600 % 60, tenths % 600 / 10.0);
    }

    private Optional<String> registered(String what, StoredRecord place) {
        Optional<AuditEntry> first = audit.entriesOf(place.kind(), place.id()).stream()
                .filter(entry -> entry.action().equals("create"))
                .findFirst();
        return switch (what) {
            case "at" ->
                Optional.of(ChineseDate.of(place.createdAt().atZone(zone).toLocalDate()));
            case "account" ->
                first.map(AuditEntry::accountId)
                        .filter(OptionalLong::isPresent)
                        .flatMap(id -> accounts.find(id.getAsLong()))
                        .map(Account::displayName)
                        .or(() -> Optional.of("系统导入"));
            case "office" -> place.divisionCode().map(offices::bureau);
            default -> Optional.empty();
        };
    }

    private static JsonNode attributes(StoredRecord place) {
        try {
            return JsonMapper.shared().readTree(place.text("attributes").orElse("{}"));
        } catch (JacksonException noJson) {
            return Objects.requireNonNull(JsonMapper.shared().createObjectNode());
        }
    }
}
