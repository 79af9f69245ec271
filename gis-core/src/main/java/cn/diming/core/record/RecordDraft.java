package cn.diming.core.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A record as a source gives it, checked against its schema by {@link RecordRules} before it is stored.
 *
 * @param sourceKey what the source calls it; the same key again is the same record
 * @param values by column; absent = the source does not say
 * @param geometry in EPSG:4490
 * @param names further names, of places only
 * @param registrations of places only
 */
public record RecordDraft(
        String sourceKey,
        Map<String, Object> values,
        Optional<Geometry> geometry,
        List<Name> names,
        List<Registration> registrations) {

    public RecordDraft {
        values = Map.copyOf(values);
        names = List.copyOf(names);
        registrations = List.copyOf(registrations);
    }

    /** Why a place is also called so. */
    public enum NameKind {
        STANDARD("标准名称"),
        FORMER("曾用名"),
        ALIAS("别名"),
        SHORT("简称");

        private final String title;

        NameKind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A name and the time it was in use. */
    public record Name(
            String text, NameKind kind, Optional<String> romanised, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** One entry in the national register: class code (5 digits) and place-name code (20 digits). */
    public record Registration(String classCode, Optional<String> placeCode) {}
}
