package cn.diming.core.search;

import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.text.Pinyin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Divisions by what people call them: with and without generic term, in characters and in pinyin. Villages are only
 * looked for below a county that has been mentioned already; there are too many of the same name.
 */
final class DivisionNames {

    private static final Set<String> NO_NAMES = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");
    private static final Pattern LEVEL_TERM = Pattern.compile("(?:街道|[省市县区旗州盟镇乡])$");
    private static final int SHORTEST_PINYIN = 4;
    private static final int READINGS = 2;

    private final DivisionTree tree;
    private volatile Picture picture;

    DivisionNames(DivisionTree tree) {
        this.tree = tree;
        this.picture = new Picture(tree.generation(), build(tree), new ConcurrentHashMap<>());
    }

    /** Divisions down to towns called exactly so; each with whether the generic term was written. */
    List<Named> called(String key) {
        return current().names.getOrDefault(key, List.of());
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
                    picture = new Picture(tree.generation(), build(tree), new ConcurrentHashMap<>());
                }
                now = picture;
            }
        }
        return now;
    }

    private static Map<String, List<Named>> build(DivisionTree tree) {
        Map<String, List<Named>> names = new HashMap<>();
        for (Division division : tree.below("")) {
            if (division.level() != DivisionLevel.VILLAGE && !NO_NAMES.contains(division.name())) {
                String key = NameText.key(division.name());
                put(names, key, division, true);
                putSound(names, key, division, true);
                for (String stem : stems(key)) {
                    put(names, stem, division, false);
                    putSound(names, stem, division, false);
                }
            }
        }
        return names;
    }

    /** Without the generic term, and without the last word of it: 清新区 is not 清 + 新区, and 乳源瑶族自治县 is also called 乳源县. */
    private static Set<String> stems(String key) {
        Set<String> stems = new LinkedHashSet<>();
        String specific = NameText.split(key).specific();
        stems.add(specific);
        String level = LEVEL_TERM.matcher(key).replaceFirst("");
        stems.add(level);
        if (key.length() > specific.length() + 2 && !level.equals(key)) {
            stems.add(specific + key.substring(level.length()));
        }
        stems.removeIf(stem -> stem.length() < 2 || stem.equals(key));
        return stems;
    }

    private static void putSound(Map<String, List<Named>> names, String key, Division division, boolean whole) {
        for (List<String> reading : Pinyin.standard().readings(key, READINGS)) {
            String joined = String.join("", reading);
            if (joined.length() >= SHORTEST_PINYIN) {
                put(names, joined, division, whole);
            }
        }
    }

    private static void put(Map<String, List<Named>> names, String key, Division division, boolean whole) {
        if (!key.isEmpty()) {
            names.computeIfAbsent(key, k -> new ArrayList<>(1))
                    .add(new Named(division.code().prefix(), division.level().number(), whole));
        }
    }

    /** One division under one of its names. */
    record Named(String prefix, int level, boolean whole) {}

    private record Picture(
            long generation, Map<String, List<Named>> names, Map<String, Map<String, List<Named>>> villages) {}
}
