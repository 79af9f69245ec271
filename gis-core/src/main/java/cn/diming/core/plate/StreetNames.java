package cn.diming.core.plate;

import cn.diming.core.address.PlaceNames;
import cn.diming.core.db.Db;
import cn.diming.core.record.PlaceCategory;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The places of the register that bear one of some names, for reading an address. */
public final class StreetNames {

    private final PlateStore store;

    public StreetNames(Db db) {
        this.store = new PlateStore(db);
    }

    /** Looks all pieces of an address up at once. */
    public PlaceNames among(Collection<String> names) {
        Map<String, List<PlateStore.Named>> found =
                store.placesNamed(names).stream().collect(Collectors.groupingBy(PlateStore.Named::name));
        return (name, prefix) -> categories(found.getOrDefault(name, List.of()), prefix);
    }

    private static Set<PlaceCategory> categories(List<PlateStore.Named> named, String prefix) {
        Set<PlaceCategory> categories = EnumSet.noneOf(PlaceCategory.class);
        named.stream()
                .filter(place -> place.divisionCode().startsWith(prefix))
                .forEach(place -> categories.add(place.category()));
        return categories;
    }
}
