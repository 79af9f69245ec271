package cn.diming.core.search;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A record with everything that hangs on it, seen the way search sees it. */
record SearchRecord(
        StoredRecord stored,
        List<RecordDraft.Name> furtherNames,
        List<RecordDraft.Registration> registrations,
        List<RecordStore.SourceKey> sources) {

    /** A name as people write it. */
    record Name(String text, MatchKind kind, Optional<String> romanised, Optional<String> period) {

        /** In use now, or nobody knows when it was. */
        Name(String text, MatchKind kind, Optional<String> romanised) {
            this(text, kind, romanised, Optional.empty());
        }
    }

    private static final Pattern ADDRESS_AS_NAME =
            Pattern.compile(".{2,}?[省市县区].{1,8}?(?:镇|乡|街道|农场|林场)(.{1,8}(?:村|社区|居委会|村委会|区))");

    private static final float[] DIVISION_PRIOR = {1, 0.9f, 0.8f, 0.6f, 0.4f};

    SearchKind kind() {
        return switch (stored.kind()) {
            case DIVISION -> SearchKind.DIVISION;
            case PLACE ->
                stored.text("category").filter("STREET"::equals).isPresent() ? SearchKind.STREET : SearchKind.PLACE;
            case DOOR_PLATE -> SearchKind.DOOR_PLATE;
            case SHOP -> SearchKind.SHOP;
            case FACILITY -> SearchKind.FACILITY;
            case LOCAL_ENTRY -> SearchKind.LOCAL_ENTRY;
            default -> throw new IllegalArgumentException(stored.kind() + " is not searched");
        };
    }

    /** The standard name first. */
    List<Name> names() {
        List<Name> names = new ArrayList<>();
        names.add(new Name(stored.title(), MatchKind.NAME, stored.text("romanised")));
        withoutDivisions().ifPresent(name -> names.add(new Name(name, MatchKind.SHORT, Optional.empty())));
        for (RecordDraft.Name further : furtherNames) {
            if (names.stream().noneMatch(name -> name.text.equals(further.text()))) {
                names.add(new Name(further.text(), matchKind(further.kind()), further.romanised(), period(further)));
            }
        }
        return names;
    }

    /** Official lists call some villages by their whole address: 东源县新港镇斗背村. */
    private Optional<String> withoutDivisions() {
        Matcher address = ADDRESS_AS_NAME.matcher(stored.title());
        return stored.kind() == RecordKind.DIVISION && address.matches()
                ? Optional.of(address.group(1))
                : Optional.empty();
    }

    /** Class or category, as the register writes it where it has a code. */
    Optional<String> classCode() {
        return stored.text("class_code").or(() -> stored.text("category"));
    }

    Optional<String> code() {
        return switch (stored.kind()) {
            case DIVISION -> stored.text("code");
            default ->
                registrations.stream().flatMap(r -> r.placeCode().stream()).findFirst();
        };
    }

    /** Significant digits of the division it is or lies in. */
    String division() {
        return stored.divisionCode()
                .filter(code -> code.matches("[1-9]\\d{11}"))
                .map(code -> new DivisionCode(code).prefix())
                .orElse("");
    }

    int level() {
        return kind() == SearchKind.DIVISION
                ? Math.toIntExact(stored.number("level").orElse(5L))
                : 0;
    }

    /** How likely it is meant when nothing else decides, 0 to 1: provinces before villages before shops. */
    float prior() {
        return switch (kind()) {
            case DIVISION -> DIVISION_PRIOR[Math.clamp(level(), 1, 5) - 1];
            case PLACE -> 0.45f - 0.03f * Math.clamp(stored.number("rank").orElse(5L), 1, 9);
            case STREET -> 0.3f;
            case FACILITY -> 0.25f;
            case SHOP, LOCAL_ENTRY -> 0.2f;
            case DOOR_PLATE -> 0.1f;
        };
    }

    /** Where it is: the seat of a division, else a point on or in the geometry. */
    Optional<LonLat> position() {
        Object lon = stored.values().get("seat_lon");
        Object lat = stored.values().get("seat_lat");
        if (lon instanceof Double x && lat instanceof Double y && Math.abs(x) <= 180 && Math.abs(y) <= 90) {
            return Optional.of(new LonLat(x, y));
        }
        return stored.geometry().filter(g -> !g.isEmpty()).map(SearchRecord::pointOf);
    }

    private static Optional<String> period(RecordDraft.Name name) {
        return name.from().isEmpty() && name.to().isEmpty()
                ? Optional.empty()
                : Optional.of(name.from().map(LocalDate::toString).orElse("") + "/"
                        + name.to().map(LocalDate::toString).orElse(""));
    }

    private static LonLat pointOf(Geometry geometry) {
        Coordinate middle = geometry.getNumPoints() == 1
                ? geometry.getCoordinate()
                : geometry.getInteriorPoint().getCoordinate();
        return new LonLat(middle.x, middle.y);
    }

    private static MatchKind matchKind(RecordDraft.NameKind kind) {
        return switch (kind) {
            case STANDARD -> MatchKind.NAME;
            case ALIAS -> MatchKind.ALIAS;
            case FORMER -> MatchKind.FORMER;
            case SHORT -> MatchKind.SHORT;
        };
    }
}
