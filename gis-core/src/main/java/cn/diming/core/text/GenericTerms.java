package cn.diming.core.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The generic terms (通名) of Chinese names and the parting of a name by the longest one it ends in. */
public final class GenericTerms {

    private static final Map<String, GenericTerm> TERMS = new HashMap<>();
    private static final List<String> PEOPLES;
    private static final int LONGEST;

    static {
        Map<String, List<String>> rows = new HashMap<>();
        for (String[] row : TextTable.rows("generic-terms.tsv")) {
            rows.put(row[0], Arrays.asList(row[1].split(" ")));
        }
        // the most frequent people first is of no use: names are tried until one fits
        PEOPLES = rows.getOrDefault("PEOPLE", List.of());
        for (GenericTerm.Family family : GenericTerm.Family.values()) {
            for (String text : rows.getOrDefault(family.name(), List.of())) {
                TERMS.putIfAbsent(text, new GenericTerm(text, family));
            }
        }
        LONGEST = TERMS.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private GenericTerms() {}

    /**
     * Parts a name at the longest generic term it ends in, leaving at least one character: 麦村村 → 麦村 + 村, 大马路 stays whole.
     * The peoples of an autonomous area belong to its generic term: 乳源瑶族自治县 → 乳源 + 瑶族自治县.
     *
     * @param name not empty, simplified; a term in traditional characters is not found
     */
    public static NameParts split(String name) {
        if (TERMS.containsKey(name)) {
            return new NameParts(name, Optional.empty());
        }
        for (int length = Math.min(LONGEST, name.length() - 1); length > 0; length--) {
            GenericTerm term = TERMS.get(name.substring(name.length() - length));
            if (term != null && leavesEnough(name, term)) {
                return parted(name, term);
            }
        }
        return new NameParts(name, Optional.empty());
    }

    /** The name without its generic term: 番禺区 → 番禺. */
    public static String stem(String name) {
        return split(name).specific();
    }

    public static Optional<GenericTerm> find(String text) {
        return Optional.ofNullable(TERMS.get(text));
    }

    /** All terms of a family, longest first. */
    public static List<String> listOf(GenericTerm.Family family) {
        return byFamily().getOrDefault(family, List.of());
    }

    private static Map<GenericTerm.Family, List<String>> byFamily() {
        Map<GenericTerm.Family, List<String>> families = new EnumMap<>(GenericTerm.Family.class);
        for (GenericTerm.Family family : GenericTerm.Family.values()) {
            families.put(family, ofFamily(family, TERMS.values()));
        }
        return families;
    }

    private static List<String> ofFamily(GenericTerm.Family family, Collection<GenericTerm> terms) {
        return terms.stream()
                .filter(term -> term.family() == family)
                .map(GenericTerm::text)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** An estate or facility of one character plus 新村 is rather a village called X新: 大新村 → 大新 + 村. */
    private static boolean leavesEnough(String name, GenericTerm term) {
        boolean compound = term.family() == GenericTerm.Family.ESTATE || term.family() == GenericTerm.Family.FACILITY;
        int rest = name.codePointCount(0, name.length() - term.text().length());
        return rest >= (compound ? 2 : 1);
    }

    private static NameParts parted(String name, GenericTerm term) {
        String specific = name.substring(0, name.length() - term.text().length());
        if (term.text().startsWith("自治") || term.text().equals("乡")) {
            specific = withoutPeoples(specific);
        }
        GenericTerm whole = new GenericTerm(name.substring(specific.length()), term.family());
        return new NameParts(specific, Optional.of(whole));
    }

    private static String withoutPeoples(String specific) {
        for (String people : PEOPLES) {
            if (specific.endsWith(people) && specific.length() > people.length() + 1) {
                return withoutPeoples(specific.substring(0, specific.length() - people.length()));
            }
        }
        return specific;
    }
}
