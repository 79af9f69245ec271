package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.naming.IndexedName.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words that a name must not hold: NAM-06 to NAM-12, and the words of NAM-15 that a name must not sound like. */
final class WordRules {

    private static final List<String> BY_WORD = List.of("NAM-06", "NAM-07", "NAM-08", "NAM-09", "NAM-11", "NAM-12");

    /** NAM-06, 07, 08, 09, 11 and 12 by their word lists; of a rule, the list that weighs most speaks. */
    static void words(Inspection name, Report report) {
        BY_WORD.forEach(rule -> byLists(name, rule, report));
    }

    private static boolean byLists(Inspection name, String rule, Report report) {
        Optional<Found> found = name.rules().wordsOf(rule).stream()
                .flatMap(list -> specifics(name)
                        .flatMap(specific -> list.find(specific).map(word -> new Found(list, specific, word)).stream()))
                .min(Comparator.comparing(Found::severity));
        found.ifPresent(hit -> report.on(rule)
                .atMost(Optional.of(hit.severity()))
                .say("专名“" + hit.specific + "”"
                        + (hit.word.equals(hit.specific) ? "属于" : "含有“" + hit.word + "”，属于") + hit.list.title()
                        + "。"));
        return found.isPresent();
    }

    /** As short and as long as the name's end allows: 毛泽 and 毛泽东 of 毛泽东路. */
    private static Stream<String> specifics(Inspection name) {
        return Stream.of(name.specific(), NameTerms.longestSpecific(name.form().text()))
                .distinct();
    }

    /** NAM-10: persons of history and literature; besides, a surname and two characters that are mostly given names. */
    static void persons(Inspection name, Report report) {
        if (!byLists(name, "NAM-10", report) && looksLikeAPerson(name)) {
            report.on("NAM-10").say("专名“" + name.specific() + "”像是人名（姓加名）；与人名无关的须说明。");
        }
    }

    private static boolean looksLikeAPerson(Inspection name) {
        String specific = name.specific();
        for (int surname = 1; surname <= 2; surname++) {
            if (specific.length() == surname + 2
                    && name.rules().listHas("surnames", specific.substring(0, surname))
                    && name.rules().listHas("given-characters", specific.substring(surname, surname + 1))
                    && name.rules().listHas("given-characters", specific.substring(surname + 1))) {
                return name.view()
                        .named(specific, name.inUse(Scope.CITY, other -> true))
                        .isEmpty();
            }
        }
        return false;
    }

    /** NAM-11, second half: shops and enterprises of the district. */
    static void shops(Inspection name, Report report) {
        boolean known = name.locality().isKnown()
                && name.specific().codePointCount(0, name.specific().length()) > 1;
        List<Hit> shops = !known
                ? List.of()
                : name.hits(
                        name.view()
                                .named(
                                        name.specific(),
                                        other -> other.owner() == Owner.SHOP
                                                && name.locality().shares(Scope.DISTRICT, other)),
                        Relation.NAMESAKE);
        if (!shops.isEmpty()) {
            report.on("NAM-11").with(shops).say("专名“" + name.specific() + "”与本地店铺或企业同名。");
        }
    }

    /** NAM-15, second half: 皇权路 is heard as 黄泉路. */
    static void badSounds(Inspection name, Report report) {
        name.rules().wordsOf("NAM-15").stream()
                .flatMap(list -> list.find(name.specific()).stream())
                .findFirst()
                .ifPresent(word -> report.on("NAM-15").say("专名“" + name.specific() + "”读来像“" + word + "”。"));
    }

    private record Found(WordList list, String specific, String word) {
        Severity severity() {
            return list.severity().orElse(Severity.ERROR);
        }
    }

    private WordRules() {}
}
