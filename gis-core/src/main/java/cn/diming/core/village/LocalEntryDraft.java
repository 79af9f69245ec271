package cn.diming.core.village;

import cn.diming.core.record.LocalCategory;
import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Puntal;

/**
 * An entry of 地名+ as an officer writes it.
 *
 * @param divisionCode 12 digits; empty = where the geometry or the place lies
 * @param placeId the name that the entry belongs to
 * @param texts by column, one of {@link #TEXTS}
 * @param geometry EPSG:4490: a line for a route, a point for everything else; empty = as before, or nowhere
 */
public record LocalEntryDraft(
        String name,
        LocalCategory category,
        Optional<String> divisionCode,
        OptionalLong placeId,
        Map<String, String> texts,
        boolean published,
        Optional<Geometry> geometry) {

    /** The columns with words. */
    public static final Set<String> TEXTS =
            Set.of("summary", "description", "season", "price", "delivery", "address", "phone", "opening_hours");

    /** @throws Refused for a route that is no line, and for anything else that is one */
    public LocalEntryDraft {
        texts = Map.copyOf(texts);
        if (!TEXTS.containsAll(texts.keySet())) {
            throw new IllegalArgumentException("not a text of an entry: " + texts.keySet());
        }
        boolean route = category == LocalCategory.ROUTE;
        if (geometry.filter(shape -> route ? !(shape instanceof Lineal) : !(shape instanceof Puntal))
                .isPresent()) {
            throw new Refused(List.of(route ? "游览线路须画成线" : category.title() + "的位置须是一个点"));
        }
    }
}
