package cn.diming.core.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns readings from official Latin spellings of places: which reading of a polyphone is usual in names, and which names depart
 * from it. Used once to write a table of this room and by {@link MeasureReadings} to tell how well that generalises.
 */
final class OfficialSpellings {

    /** With this many spellings seen, a reading that never occurred among them is none of place names. */
    private static final int ENOUGH = 40;

    /** One place: its Chinese name and the letters of its official spelling, lower case without marks. */
    record Pair(String name, String letters) {}

    private final ReadingTable known;

    OfficialSpellings(ReadingTable known) {
        this.known = known;
    }

    /** The pairs of the shared table; short and full Chinese name are tried, the one that fits the spelling is kept. */
    static List<Pair> load(Path file, ReadingTable known) throws IOException {
        OfficialSpellings spellings = new OfficialSpellings(known);
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split("\t", -1);
            if (columns[0].equals("geonameid")) {
                continue;
            }
            String letters = letters(columns[1]);
            Pair brief = new Pair(HanText.normal(columns[3]), letters);
            Pair full = new Pair(HanText.normal(columns[2]), letters);
            pairs.add(spellings.align(brief).isEmpty() && spellings.align(full).isPresent() ? full : brief);
        }
        return pairs;
    }

    static String letters(String latin) {
        return Tones.toneless(latin.toLowerCase(Locale.ROOT)).replace("v", "u");
    }

    /** The toned reading of each character that together give the spelling; empty where it is no pinyin of the name. */
    Optional<List<String>> align(Pair pair) {
        List<String> readings = new ArrayList<>();
        boolean fits = align(pair.name().codePoints().toArray(), 0, pair.letters(), readings);
        return fits ? Optional.of(readings) : Optional.empty();
    }

    private boolean align(int[] name, int at, String rest, List<String> readings) {
        if (at == name.length) {
            return rest.isEmpty();
        }
        for (Reading candidate : known.candidates(name[at])) {
            String letters = candidate.toneless().replace("v", "u");
            if (rest.startsWith(letters)) {
                readings.add(candidate.toned());
                if (align(name, at + 1, rest.substring(letters.length()), readings)) {
                    return true;
                }
                readings.removeLast();
            }
        }
        return false;
    }

    /** Rows for {@link ReadingTable#words}: candidates of polyphones in their order in names, then names that depart from it. */
    List<String[]> learn(Collection<Pair> pairs) {
        Map<String, Map<String, Integer>> names = new TreeMap<>();
        for (Pair pair : pairs) {
            align(pair).ifPresent(r -> count(names, pair.name(), String.join(" ", r)));
        }
        Set<String> reviewed = new HashSet<>();
        TextTable.rows("readings-reviewed.tsv").forEach(row -> reviewed.add(row[0]));
        names.keySet().removeAll(reviewed);
        List<String[]> rows = new ArrayList<>(polyphones(names));
        rows.removeIf(row -> reviewed.contains(row[0]));
        Pinyin usual = new Pinyin(ReadingTable.general().words(rows).words(TextTable.rows("readings-reviewed.tsv")));
        names.forEach((name, readings) -> {
            String official = most(readings);
            boolean departs = !Tones.toneless(official).equals(usual.joined(name));
            if (departs && name.codePointCount(0, name.length()) > 1) {
                rows.add(new String[] {name, official});
            }
        });
        return rows;
    }

    private List<String[]> polyphones(Map<String, Map<String, Integer>> names) {
        Map<String, Map<String, Integer>> byCharacter = new TreeMap<>();
        names.forEach((name, readings) -> {
            int[] characters = name.codePoints().toArray();
            String[] best = most(readings).split(" ");
            for (int i = 0; i < characters.length; i++) {
                count(byCharacter, Character.toString(characters[i]), best[i]);
            }
        });
        List<String[]> rows = new ArrayList<>();
        byCharacter.forEach((character, seen) ->
                ordered(character.codePointAt(0), seen).ifPresent(order -> rows.add(new String[] {character, order})));
        return rows;
    }

    /** The candidates by how often they were seen; tones come from the dictionary, spellings do not show them. */
    private Optional<String> ordered(int character, Map<String, Integer> seen) {
        List<String> dictionary = new ArrayList<>();
        Map<String, Integer> byKey = new HashMap<>();
        seen.forEach((toned, times) -> byKey.merge(Tones.toneless(toned), times, Integer::sum));
        for (Reading reading : known.candidates(character)) {
            dictionary.add(reading.toned());
        }
        int total = byKey.values().stream().mapToInt(Integer::intValue).sum();
        List<String> order = dictionary.stream()
                .filter(toned -> total < ENOUGH || byKey.containsKey(Tones.toneless(toned)))
                .sorted(Comparator.comparingInt((String toned) -> -byKey.getOrDefault(Tones.toneless(toned), 0)))
                .toList();
        return order.equals(dictionary) ? Optional.empty() : Optional.of(String.join(" ", order));
    }

    private static void count(Map<String, Map<String, Integer>> counts, String key, String value) {
        counts.computeIfAbsent(key, k -> new LinkedHashMap<>()).merge(value, 1, Integer::sum);
    }

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
