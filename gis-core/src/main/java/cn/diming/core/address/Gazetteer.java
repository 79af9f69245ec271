package cn.diming.core.address;

import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.text.GenericTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The divisions an address is read by, under each of their names. */
public final class Gazetteer {

    private final Map<String, List<Named>> divisions;
    private final int longest;

    /** A division under one of its names; a name without its generic term is a weaker sign. */
    record Named(Division division, boolean whole) {}

    private Gazetteer(Map<String, List<Named>> divisions) {
        this.divisions = divisions;
        this.longest =
                divisions.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    public static Gazetteer of(Collection<Division> all) {
        Map<String, List<Named>> divisions = new HashMap<>();
        for (Division division : all) {
            for (String name : namesOf(division)) {
                divisions
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(new Named(division, name.equals(division.name()) || endsInLevel(name)));
            }
        }
        return new Gazetteer(divisions);
    }

    private static boolean endsInLevel(String name) {
        return name.endsWith("村") || name.endsWith("社区") || name.endsWith("村委会") || name.endsWith("居委会");
    }

    private static Set<String> namesOf(Division division) {
        Set<String> names = new LinkedHashSet<>();
        names.add(division.name());
        String stem = GenericTerms.stem(division.name());
        if (division.level() == DivisionLevel.VILLAGE) {
            villageNames(stem, division.name().contains("居"), names);
        }
        if (stem.codePointCount(0, stem.length()) >= 2) {
            names.add(stem);
        }
        return names;
    }

    /** 大稳村民委员会 is also said 大稳村委会 and 大稳村; 市桥社区居民委员会 市桥居委会, 市桥社区 and 市桥居. */
    private static void villageNames(String stem, boolean neighbourhood, Set<String> names) {
        String bare = stem.endsWith("社区") ? stem.substring(0, stem.length() - 2) : stem;
        if (neighbourhood) {
            names.addAll(
                    List.of(bare + "居", bare + "社区", bare + "居委会", bare + "社区居委会", bare + "社区居民委员会", bare + "居民委员会"));
        } else {
            names.addAll(List.of(bare + "村", bare + "村委会", bare + "村民委员会"));
        }
    }

    /** Divisions of that name inside {@code prefix} (code digits, empty = anywhere). */
    List<Named> divisions(String name, String prefix) {
        return divisions.getOrDefault(name, List.of()).stream()
                .filter(named -> named.division().code().digits().startsWith(prefix))
                .toList();
    }

    int longestDivisionName() {
        return longest;
    }
}
