package cn.diming.core.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The generic terms (通名) of Chinese names and the parting of a name by the longest one it ends in. */
public final class GenericTerms {

    private static final Map<GenericTerm.Family, List<String>> FAMILIES = new EnumMap<>(GenericTerm.Family.class);
    private static final Map<String, GenericTerm> TERMS = new HashMap<>();
    private static final List<String> PEOPLES = new ArrayList<>();
    private static final int LONGEST;

    static {
        for (String[] row : TextTable.rows("generic-terms.tsv")) {
            List<String> texts = Arrays.stream(row[1].split(" "))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
            if (row[0].equals("PEOPLE")) {
                PEOPLES.addAll(texts);
            } else {
                GenericTerm.Family family = GenericTerm.Family.valueOf(row[0]);
                FAMILIES.put(family, texts);
                texts.forEach(text -> TERMS.putIfAbsent(text, new GenericTerm(text, family)));
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
        return FAMILIES.getOrDefault(family, List.of());
    }

    /** One character before an estate, a facility or a direction is no name of its own: 大新 + 村, 河南 + 路, but 人民 + 南路. */
    private static boolean leavesEnough(String name, GenericTerm term) {
        boolean compound = switch (term.family()) {
            case ESTATE, FACILITY -> true;
            case STREET -> "东西南北中".indexOf(term.text().charAt(0)) >= 0;
            default -> false;
        };
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
