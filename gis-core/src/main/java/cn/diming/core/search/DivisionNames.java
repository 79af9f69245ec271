package cn.diming.core.search;

import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.text.Pinyin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Divisions by what people call them: with and without generic term, in characters and in pinyin. Villages are only
 * looked for below a county that has been mentioned already; there are too many of the same name.
 */
final class DivisionNames {

    private static final Set<String> NO_NAMES = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");
    private static final String STREET_OFFICE = "街道";
    private static final String LEVEL_TERMS = "省市县区旗州盟镇乡";
    private static final Set<String> TOWN_TERMS = Set.of("镇", "乡", "街道");
    private static final int SHORTEST_PINYIN = 4;
    private static final int READINGS = 2;

    private final DivisionTree tree;
    private volatile Picture picture;

    DivisionNames(DivisionTree tree) {
        this.tree = tree;
        this.picture = build();
    }

    /**
     * Divisions down to towns called exactly so; each with whether the generic term was written. Where none is, those that have
     * become something else since: 增城市 is 增城区 now, 大石镇 is 大石街道.
     */
    List<Named> called(String key) {
        List<Named> called = current().names.getOrDefault(key, List.of());
        return called.isEmpty() ? calledOtherwise(key) : called;
    }

    private List<Named> calledOtherwise(String key) {
        String stem = withoutLevel(key);
        if (stem.length() < 2 || stem.equals(key)) {
            return List.of();
        }
        boolean town = TOWN_TERMS.contains(key.substring(stem.length()));
        return current().names.getOrDefault(stem, List.of()).stream()
                .filter(named -> !named.whole && town == (named.level == DivisionLevel.TOWN.number()))
                .toList();
    }

    /** Divisions from prefecture to town whose name, or whose name without generic term, has these first letters. */
    List<Named> withInitials(String initials) {
        return current().initials.getOrDefault(initials, List.of());
    }

    /** Villages in a division of county or town level called exactly so. */
    List<Named> villagesCalled(String key, String prefix) {
        if (prefix.length() < DivisionLevel.COUNTY.digits()) {
            return List.of();
        }
        String county = prefix.substring(0, DivisionLevel.COUNTY.digits());
        return current().villages.computeIfAbsent(county, this::villagesOf).getOrDefault(key, List.of()).stream()
                .filter(named -> named.prefix.startsWith(prefix))
                .toList();
    }

    private Map<String, List<Named>> villagesOf(String county) {
        Map<String, List<Named>> villages = new HashMap<>();
        for (Division division : tree.below(county)) {
            if (division.level() == DivisionLevel.VILLAGE) {
                put(villages, NameText.key(division.name()), division, true);
            }
        }
        return villages;
    }

    private Picture current() {
        Picture now = picture;
        if (now.generation != tree.generation()) {
            synchronized (this) {
                if (picture.generation != tree.generation()) {
                    picture = tree.stepSince(picture.generation)
                            .map(picture::after)
                            .orElseGet(this::build);
                }
                now = picture;
            }
        }
        return now;
    }

    private Picture build() {
        Picture built = new Picture(tree.generation(), new HashMap<>(), new HashMap<>(), new ConcurrentHashMap<>());
        tree.below("").stream().filter(DivisionNames::isLookedFor).forEach(built::put);
        return built;
    }

    private static boolean isLookedFor(Division division) {
        return division.level() != DivisionLevel.VILLAGE && !NO_NAMES.contains(division.name());
    }

    private static List<Spelling> spell(String name) {
        String key = NameText.key(name);
        List<Spelling> ways = new ArrayList<>(3);
        ways.add(Spelling.of(key, true));
        stems(key).forEach(stem -> ways.add(Spelling.of(stem, false)));
        return ways;
    }

    /** Without the generic term, and without the last word of it: 清新区 is not 清 + 新区, and 乳源瑶族自治县 is also called 乳源县. */
    private static Set<String> stems(String key) {
        Set<String> stems = new LinkedHashSet<>();
        String specific = NameText.split(key).specific();
        stems.add(specific);
        String level = withoutLevel(key);
        stems.add(level);
        if (key.length() > specific.length() + 2 && !level.equals(key)) {
            stems.add(specific + key.substring(level.length()));
        }
        stems.removeIf(stem -> stem.length() < 2 || stem.equals(key));
        return stems;
    }

    private static String withoutLevel(String key) {
        if (key.endsWith(STREET_OFFICE)) {
            return key.substring(0, key.length() - STREET_OFFICE.length());
        }
        boolean ends = !key.isEmpty() && LEVEL_TERMS.indexOf(key.charAt(key.length() - 1)) >= 0;
        return ends ? key.substring(0, key.length() - 1) : key;
    }

    private static void put(Map<String, List<Named>> names, String key, Division division, boolean whole) {
        if (!key.isEmpty()) {
            Named named = new Named(division.code().prefix(), division.level().number(), whole);
            names.merge(key, List.of(named), DivisionNames::inOrder);
        }
    }

    private static void take(Map<String, List<Named>> names, String key, Division division) {
        String prefix = division.code().prefix();
        names.computeIfPresent(key, (k, all) -> {
            List<Named> others =
                    all.stream().filter(named -> !named.prefix.equals(prefix)).toList();
            return others.isEmpty() ? null : others;
        });
    }

    private static List<Named> inOrder(List<Named> some, List<Named> more) {
        return Stream.of(some, more)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Named::prefix))
                .toList();
    }

    /** One division under one of its names. */
    record Named(String prefix, int level, boolean whole) {}

    /** What is known at one state of the tree; villages are added when they are asked for. */
    private record Picture(
            long generation,
            Map<String, List<Named>> names,
            Map<String, List<Named>> initials,
            Map<String, Map<String, List<Named>>> villages) {

        /** The same after one change of the tree; the villages of counties it did not touch stay. */
        Picture after(DivisionTree.Step step) {
            Picture next = new Picture(
                    step.to(), new HashMap<>(names), new HashMap<>(initials), new ConcurrentHashMap<>(villages));
            step.before().stream().filter(DivisionNames::isLookedFor).forEach(next::take);
            step.after().stream().filter(DivisionNames::isLookedFor).forEach(next::put);
            Stream.of(step.before(), step.after())
                    .flatMap(List::stream)
                    .map(division -> division.code().digits().substring(0, DivisionLevel.COUNTY.digits()))
                    .forEach(next.villages::remove);
            return next;
        }

        void put(Division division) {
            for (Spelling way : spell(division.name())) {
                way.words.forEach(word -> DivisionNames.put(names, word, division, way.whole));
                if (division.level() != DivisionLevel.PROVINCE) {
                    way.initials.forEach(letters -> DivisionNames.put(initials, letters, division, way.whole));
                }
            }
        }

        private void take(Division division) {
            for (Spelling way : spell(division.name())) {
                way.words.forEach(word -> DivisionNames.take(names, word, division));
                way.initials.forEach(letters -> DivisionNames.take(initials, letters, division));
            }
        }
    }

    /**
     * What one name can be found under.
     *
     * @param words in characters and in pinyin
     */
    private record Spelling(boolean whole, List<String> words, List<String> initials) {

        static Spelling of(String key, boolean whole) {
            List<String> words = new ArrayList<>(List.of(key));
            List<String> initials = new ArrayList<>(READINGS);
            for (List<String> reading : Pinyin.standard().readings(key, READINGS)) {
                String joined = String.join("", reading);
                if (joined.length() >= SHORTEST_PINYIN) {
                    words.add(joined);
                }
                initials.add(Pinyin.initials(reading));
            }
            return new Spelling(whole, List.copyOf(words), List.copyOf(initials));
        }
    }
}
