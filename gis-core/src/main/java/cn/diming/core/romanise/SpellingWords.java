package cn.diming.core.romanise;

import cn.diming.core.text.GenericTerm;
import cn.diming.core.text.GenericTerms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words the spelling rules need: spelling-words.tsv and the generic terms. */
final class SpellingWords {

    private static final String TABLE = "spelling-words.tsv";
    private static final Map<String, List<String>> BY_USE = read();

    static final Set<String> MODIFIERS = set("MODIFIER");
    static final Set<String> FEATURE_MODIFIERS = set("FEATURE_MODIFIER");
    static final Set<String> NUMBERED = set("NUMBERED");
    static final Set<String> FIXED = set("FIXED");
    static final Set<String> CHILD = set("CHILD");
    /** Longest first. */
    static final List<String> LONG_MODIFIERS = longestFirst(of("LONG_MODIFIER").stream());
    /** Words of institutions and places that stand before them. */
    static final Set<String> WORDS =
            Set.copyOf(Stream.concat(of("WORD").stream(), of("PLACE").stream()).toList().stream()
                    .distinct()
                    .toList());

    private static final Map<SpellingStyle, List<String>> GENERICS = Map.of(
            SpellingStyle.SETTLEMENT, List.of(),
            SpellingStyle.STREET, longestFirst(of("STREET").stream()),
            SpellingStyle.DIVISION, longestFirst(of("DIVISION").stream()),
            SpellingStyle.VILLAGE,
                    longestFirst(Stream.concat(
                            of("VILLAGE").stream(), of("DIVISION").stream().filter(term -> term.length() > 1))),
            SpellingStyle.NATURAL, longestFirst(families(GenericTerm.Family.WATER, GenericTerm.Family.LAND)),
            SpellingStyle.BUILDING,
                    longestFirst(Stream.concat(
                            of("STREET").stream(),
                            families(
                                    GenericTerm.Family.FACILITY,
                                    GenericTerm.Family.ESTATE,
                                    GenericTerm.Family.WATER,
                                    GenericTerm.Family.LAND))));

    private static final Map<String, String> READINGS = readings();

    /** The generic terms of names of this style, longest first. */
    static List<String> generics(SpellingStyle style) {
        return Objects.requireNonNull(GENERICS.get(style));
    }

    /** The one reading a generic term has as such. */
    static Optional<String> reading(String generic) {
        return Optional.ofNullable(READINGS.get(generic));
    }

    /** The longest word that starts there; empty when none does. */
    static Optional<String> wordAt(String text, int from, Set<String> words) {
        for (int to = Math.min(text.length(), from + 5); to > from + 1; to--) {
            String word = text.substring(from, to);
            if (words.contains(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static Stream<String> families(GenericTerm.Family... families) {
        return Stream.of(families).flatMap(family -> GenericTerms.listOf(family).stream());
    }

    private static List<String> longestFirst(Stream<String> words) {
        return words.distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Map<String, String> readings() {
        Map<String, String> readings = new HashMap<>();
        of("READING").forEach(entry -> {
            String[] sides = entry.split("=", -1);
            readings.put(sides[0], sides[1].replace('_', ' '));
        });
        return Map.copyOf(readings);
    }

    private static Set<String> set(String use) {
        return new HashSet<>(of(use));
    }

    private static List<String> of(String use) {
        return Objects.requireNonNull(BY_USE.get(use), use);
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> words = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SpellingWords.class.getResourceAsStream(TABLE)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> words.computeIfAbsent(cells[0], use -> new ArrayList<>())
                            .addAll(List.of(cells[1].split(" "))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }

    private SpellingWords() {}
}
