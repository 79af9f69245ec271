package cn.diming.core.plate;

import cn.diming.core.address.PlaceNames;
import cn.diming.core.db.Db;
import cn.diming.core.record.PlaceCategory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places of the register that bear one of some names, for reading an address. */
public final class StreetNames {

    private static final int AT_ONCE = 500;

    private final Db db;

    public StreetNames(Db db) {
        this.db = db;
    }

    /** Looks all pieces of an address up at once. */
    public PlaceNames among(Collection<String> names) {
        Map<String, List<Named>> found = new HashMap<>();
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            db.sql("SELECT DISTINCT name, category, division_code FROM place"
                            + " WHERE status <> 'RETIRED' AND name IN (:names)")
                    .param("names", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .list(row -> found.computeIfAbsent(row.getText("name"), name -> new ArrayList<>())
                            .add(new Named(
                                    PlaceCategory.find(row.getText("category")).orElse(PlaceCategory.OTHER),
                                    row.findText("division_code").orElse(""))));
        }
        return (name, prefix) -> categories(found.getOrDefault(name, List.of()), prefix);
    }

    private record Named(PlaceCategory category, String divisionCode) {}

    private static Set<PlaceCategory> categories(List<Named> named, String prefix) {
        Set<PlaceCategory> categories = EnumSet.noneOf(PlaceCategory.class);
        named.stream()
                .filter(place -> place.divisionCode.startsWith(prefix))
                .forEach(place -> categories.add(place.category));
        return categories;
    }
}
