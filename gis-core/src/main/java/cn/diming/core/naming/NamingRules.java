package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.profile.ProfileRefused;
import cn.diming.core.profile.ProfileRow;
import cn.diming.core.profile.RuleProfile;
import cn.diming.core.record.PlaceCategory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A rule profile as the naming rules read it: its rows turned into what they mean, once for each version. */
final class NamingRules {

    /** The generic terms (通名) that a class of names may end in. */
    record Generics(List<String> families, List<String> also, List<String> not) {}

    private final RuleProfile profile;
    private final Map<String, RuleRow> rules;
    private final Map<String, List<WordList>> words;
    private final Map<String, WordList> lists;
    private final Map<PlaceCategory, Generics> generics = new HashMap<>();
    private final List<ScopeRow> scopes;
    private final Map<Relation, SoundRow> sounds;
    private final Map<NameUse, Optional<Severity>> uses;
    private final Map<Integer, Optional<Severity>> characters = new HashMap<>();
    private final List<PolyphoneRow> polyphones;
    private final List<Threshold> thresholds;
    private final LocalDate oldBefore;
    private final double nearMetres;
    private final Optional<Severity> level3;

    /** @throws ProfileRefused when a setting is missing or makes no sense */
    NamingRules(RuleProfile profile) {
        this.profile = profile;
        this.rules = map("rules", RuleRow::of, RuleRow::id);
        List<WordList> all = profile.rows("words").stream().map(WordList::of).toList();
        this.words = all.stream().collect(Collectors.groupingBy(WordList::rule));
        this.lists = all.stream().collect(Collectors.toMap(WordList::key, Function.identity()));
        this.scopes = profile.rows("scopes").stream().map(ScopeRow::of).toList();
        this.sounds = map("sounds", SoundRow::of, SoundRow::relation);
        this.uses = profile.rows("uses").stream()
                .collect(Collectors.toMap(
                        row -> NameUse.valueOf(row.key()), row -> RuleRow.severity(row.text("severity"))));
        this.polyphones =
                profile.rows("polyphones").stream().map(PolyphoneRow::of).toList();
        this.thresholds = profile.rows("thresholds").stream().map(Threshold::of).toList();
        profile.rows("generics")
                .forEach(row -> generics.put(
                        PlaceCategory.valueOf(row.key()),
                        new Generics(row.texts("families"), row.texts("also"), row.texts("not"))));
        profile.rows("characters").forEach(this::addCharacters);
        this.oldBefore = setting("old-names-before", LocalDate::parse);
        this.nearMetres = setting("confusing-distance-metres", Double::parseDouble);
        this.level3 = setting("level-3-characters", RuleRow::severity);
    }

    RuleProfile profile() {
        return profile;
    }

    /** Empty when the profile has taken the rule away. */
    Optional<RuleRow> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    List<WordList> wordsOf(String rule) {
        return words.getOrDefault(rule, List.of());
    }

    /** Whether the list of that key has the word; a list that the profile took away has none. */
    boolean listHas(String key, String word) {
        return lists.containsKey(key) && lists.get(key).contains(word);
    }

    Optional<Generics> generics(PlaceCategory category) {
        return Optional.ofNullable(generics.get(category));
    }

    List<ScopeRow> scopes() {
        return scopes;
    }

    Optional<SoundRow> sound(Relation relation) {
        return Optional.ofNullable(sounds.get(relation));
    }

    /** How much a name counts that is not in use; empty = not at all. */
    Optional<Severity> use(NameUse use) {
        return uses.getOrDefault(use, Optional.of(Severity.ERROR));
    }

    /** What the profile says of a character: absent = nothing, empty inside = allowed. */
    Optional<Optional<Severity>> character(int codePoint) {
        return Optional.ofNullable(characters.get(codePoint));
    }

    Optional<Severity> level3() {
        return level3;
    }

    List<PolyphoneRow> polyphones() {
        return polyphones;
    }

    List<Threshold> thresholds() {
        return thresholds;
    }

    /** Names in use before this day are old (已约定俗成的老地名). */
    LocalDate oldBefore() {
        return oldBefore;
    }

    double nearMetres() {
        return nearMetres;
    }

    private <T> T setting(String key, Function<String, T> parse) {
        ProfileRow row = profile.find("settings", key)
                .orElseThrow(() -> new ProfileRefused("规则档案 " + profile.name() + " 的 settings 缺少 " + key));
        try {
            return parse.apply(row.text("value"));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new ProfileRefused(
                    "规则档案 " + row.origin() + " 的 settings 条目 " + key + " 的值不对：" + row.text("value"), wrong);
        }
    }

    private void addCharacters(ProfileRow row) {
        Optional<Severity> severity = row.findText("severity").flatMap(RuleRow::severity);
        row.findText("characters").orElse("").codePoints().forEach(c -> characters.put(c, severity));
    }

    private <K, V> Map<K, V> map(String section, Function<ProfileRow, V> read, Function<V, K> key) {
        Map<K, V> map = new LinkedHashMap<>();
        profile.rows(section).stream().map(read).forEach(value -> map.put(key.apply(value), value));
        return map;
    }
}
