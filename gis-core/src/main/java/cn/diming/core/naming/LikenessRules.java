package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.naming.IndexedName.Owner;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.text.GenericTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names that are or sound or look the same within the scope of their class: NAM-13, NAM-14, NAM-15, and NAM-23 for names that a
 * case holds for itself.
 */
final class LikenessRules {

    private static final String MISSING_PLACE = "没有给出位置或区划，未能核对重名。";

    static void likeness(Inspection name, Report report) {
        if (!name.locality().isKnown()) {
            report.on("NAM-13").atMost(Optional.of(Severity.INFO)).say(MISSING_PLACE);
            return;
        }
        List<ScopeRow> rows = name.rules().scopes().stream()
                .filter(row -> row.isFor(
                        name.category(), name.classCode(), name.locality().isUrban()))
                .toList();
        Map<Group, List<Weighed>> found = new EnumMap<>(Group.class);
        Set<Long> seen = new HashSet<>();
        for (Hit hit : candidates(name, rows)) {
            Optional<Weighed> weighed = weigh(name, hit, rows);
            if (weighed.isPresent() && seen.add(hit.name().id())) {
                found.computeIfAbsent(Group.of(hit), group -> new ArrayList<>()).add(weighed.get());
            }
        }
        found.forEach((group, hits) -> tell(name, group, hits, report));
    }

    /** A hit with the severity that scope, likeness and use of the other name leave it. */
    private record Weighed(Hit hit, Severity severity, ScopeRow row) {}

    /** What becomes one finding. */
    private enum Group {
        SAME_NAME("NAM-13"),
        RESERVED("NAM-23"),
        ONCE_USED("NAM-13"),
        OTHER_NAME("NAM-13"),
        SAME_SOUND("NAM-14"),
        NEAR_SOUND("NAM-14"),
        SAME_CANTONESE("NAM-15"),
        LOOK_ALIKE("NAM-14"),
        SAME_SPECIFIC("NAM-14");

        private final String rule;

        Group(String rule) {
            this.rule = rule;
        }

        static Group of(Hit hit) {
            if (hit.relation() != Relation.SAME_NAME) {
                return valueOf(hit.relation().name());
            }
            return switch (hit.name().use()) {
                case STANDARD, PROPOSED -> SAME_NAME;
                case RESERVED -> RESERVED;
                case FORMER, CANCELLED -> ONCE_USED;
                case ALIAS, SHORT -> OTHER_NAME;
            };
        }
    }

    /** Everything alike within the widest scope, the closest likeness of each record first. */
    private static List<Hit> candidates(Inspection name, List<ScopeRow> rows) {
        Predicate<IndexedName> test = other -> isComparable(name, other)
                && rows.stream().anyMatch(row -> name.locality().shares(row.scope(), other));
        NameView view = name.view();
        NameForm form = name.form();
        List<Hit> hits = new ArrayList<>();
        Set<IndexedName> told = new HashSet<>();
        Stream.of(
                        Stream.of(NameKeys.characters(form)),
                        NameKeys.sounds(form).stream(),
                        NameKeys.cantonese(form).stream(),
                        Stream.of(NameKeys.specific(name.specific())),
                        lookAlikes(form))
                .flatMap(keys -> keys)
                .distinct()
                .flatMap(key -> view.find(key, test).stream())
                .filter(told::add)
                .forEach(other ->
                        relation(name, other).ifPresent(relation -> hits.addAll(name.hits(List.of(other), relation))));
        hits.sort(Comparator.comparing(Hit::relation)
                .thenComparing(hit -> hit.name().use())
                .thenComparing(Hit.NEAREST));
        return hits;
    }

    /** Keys of the names that differ in one character which is easily mistaken. */
    private static Stream<Integer> lookAlikes(NameForm form) {
        List<Integer> keys = new ArrayList<>();
        int[] characters = form.characters();
        for (int i = 0; i < characters.length; i++) {
            for (int alike : cn.diming.core.text.LookAlike.of(characters[i])) {
                int[] changed = characters.clone();
                changed[i] = alike;
                keys.add(NameKeys.characters(NameForm.ofCharacters(changed)));
            }
        }
        return keys.stream();
    }

    /** Streets are compared with streets; a division with those of its level. */
    private static boolean isComparable(Inspection name, IndexedName other) {
        if (other.owner() == Owner.SHOP || other.category() != name.category()) {
            return false;
        }
        boolean divisions = name.category() == PlaceCategory.DIVISION && other.owner() == Owner.DIVISION;
        return !divisions || isTown(name) == (other.division() % 1_000_000 != 0);
    }

    private static boolean isTown(Inspection name) {
        return name.classCode().startsWith("215");
    }

    private static Optional<Relation> relation(Inspection name, IndexedName other) {
        if (other.text().equals(name.form().text())) {
            return Optional.of(Relation.SAME_NAME);
        }
        NameForm form = name.form();
        NameForm there = NameForm.of(other.text());
        if (form.soundsLike(there)) {
            return Optional.of(Relation.SAME_SOUND);
        }
        if (form.soundsNearly(there)) {
            return Optional.of(Relation.NEAR_SOUND);
        }
        Optional<SoundRow> cantonese = name.rules()
                .sound(Relation.SAME_CANTONESE)
                .filter(row -> row.severity().isPresent());
        if (cantonese
                .filter(row -> form.soundsLikeInCantonese(there, row.tones(), row.merged()))
                .isPresent()) {
            return Optional.of(Relation.SAME_CANTONESE);
        }
        if (form.looksLike(there)) {
            return Optional.of(Relation.LOOK_ALIKE);
        }
        return name.specific().length() > 1 && there.terms().specific().equals(name.specific())
                ? Optional.of(Relation.SAME_SPECIFIC)
                : Optional.empty();
    }

    private static Optional<Weighed> weigh(Inspection name, Hit hit, List<ScopeRow> rows) {
        Optional<Severity> use = hit.name().use() == NameUse.RESERVED
                ? Optional.of(Severity.ERROR)
                : name.rules().use(hit.name().use());
        Optional<Severity> likeness = hit.relation() == Relation.SAME_NAME
                ? Optional.of(Severity.ERROR)
                : name.rules().sound(hit.relation()).flatMap(SoundRow::severity);
        if (use.isEmpty() || likeness.isEmpty()) {
            return Optional.empty();
        }
        Severity limit = use.get().atMost(likeness.get());
        return rows.stream()
                .filter(row -> row.severity().isPresent() && name.locality().shares(row.scope(), hit.name()))
                .map(row -> new Weighed(hit, row.severity().get().atMost(limit), row))
                .min(Comparator.comparing(Weighed::severity).thenComparing(weighed -> weighed.row.scope()));
    }

    private static void tell(Inspection name, Group group, List<Weighed> found, Report report) {
        Weighed first = found.stream()
                .min(Comparator.comparing(Weighed::severity).thenComparing(Weighed::hit, Hit.NEAREST))
                .orElseThrow();
        List<Hit> hits = found.stream().map(Weighed::hit).sorted(Hit.NEAREST).toList();
        Report.Entry entry =
                report.on(group.rule).atMost(Optional.of(first.severity)).with(hits);
        if (group == Group.SAME_NAME) {
            entry.by(first.row.source()).suggest(free(name));
        }
        entry.say(sentence(group, first.hit) + (hits.size() > 1 ? "共有 " + hits.size() + " 处。" : ""));
    }

    private static String sentence(Group group, Hit hit) {
        String where = hit.shared() == Scope.COUNTRY && hit.distanceMetres().isEmpty()
                ? ""
                : hit.shared().title();
        String other = hit.name().category().title() + "“" + hit.name().name() + "”";
        String far = hit.distanceWords() + "。";
        return switch (group) {
            case SAME_NAME -> where + (hit.name().use() == NameUse.PROPOSED ? "已有报批中的" : "已有") + other + far;
            case RESERVED -> where + "的" + other + "已由先提交的事项预留。";
            case ONCE_USED -> where + "曾有" + other + "（" + hit.name().use().title() + "），不宜再用" + far;
            case OTHER_NAME ->
                where + "有" + hit.name().category().title() + "以“" + hit.name().name() + "”为"
                        + hit.name().use().title() + far;
            default -> "与" + where + other + hit.relation().title() + far;
        };
    }

    /** The name with the village or town before it, where that is still free in the city. */
    private static List<String> free(Inspection name) {
        return name.locality().chain().reversed().stream()
                .limit(2)
                .map(division -> GenericTerms.stem(NameTerms.comparable(division.name(), PlaceCategory.VILLAGE_SEAT)))
                .filter(stem -> !name.form().text().startsWith(stem))
                .map(stem -> stem + name.form().text())
                .filter(candidate -> name.view()
                        .named(candidate, name.inUse(Scope.CITY, other -> other.category() == name.category()))
                        .isEmpty())
                .distinct()
                .toList();
    }

    private LikenessRules() {}
}
