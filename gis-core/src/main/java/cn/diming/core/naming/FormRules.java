package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.text.GenericTerm;
import cn.diming.core.text.GenericTerms;
import cn.diming.core.text.HanNumber;
import cn.diming.core.text.HanText;
import cn.diming.core.text.StandardCharacters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a name is built and written: NAM-01 to NAM-05, and NAM-22 on its reading. */
final class FormRules {

    /** Number of the rule of 1984 by which readings are chosen. */
    private static final int READING_RULE = 8;

    private static final String SIDES = "东西南北中";
    private static final String NUMERALS = "一二三四五六七八九十百千〇零两";
    private static final Map<PlaceCategory, List<String>> USUAL = Map.of(
            PlaceCategory.STREET, List.of("路", "街", "巷"),
            PlaceCategory.ESTATE, List.of("小区", "大厦"),
            PlaceCategory.FACILITY, List.of("站", "桥"));

    /** NAM-01: specific term and generic term of the class. */
    static void parts(Inspection name, Report report) {
        Optional<NamingRules.Generics> allowed = name.rules().generics(name.category());
        if (allowed.isEmpty()) {
            return;
        }
        String text = name.form().text();
        String kind = name.category().title();
        List<String> usual = USUAL.getOrDefault(name.category(), List.of());
        if (name.generic().isEmpty() && GenericTerms.find(text).isPresent()) {
            report.on("NAM-01").say("“" + text + "”只有通名，没有专名。");
        } else if (!isGenericOf(name, allowed.get())) {
            report.on("NAM-01")
                    .suggest(usual.stream().map(text::concat).toList())
                    .say("“" + text + "”没有" + kind + "的通名"
                            + (usual.isEmpty() ? "。" : "（如" + String.join("、", usual) + "）。"));
        } else if (name.specific().codePointCount(0, name.specific().length()) < 2
                && name.category() == PlaceCategory.STREET) {
            report.on("NAM-01").atMost(Optional.of(Severity.INFO)).say("专名只有一个字，容易混淆，宜用两个字以上。");
        }
    }

    private static boolean isGenericOf(Inspection name, NamingRules.Generics allowed) {
        String text = name.form().text();
        if (allowed.also().stream().anyMatch(term -> text.endsWith(term) && text.length() > term.length())) {
            return true;
        }
        return name.generic()
                .map(FormRules::withoutSide)
                .filter(term -> !allowed.not().contains(term))
                .flatMap(GenericTerms::find)
                .filter(term -> allowed.families().contains(term.family().name()))
                .isPresent();
    }

    /** NAM-02: 和平路街; but 解放路南小街 is right where a 解放路 exists, whose generic term has become part of the specific. */
    static void doubledGeneric(Inspection name, Report report) {
        Optional<GenericTerm> last = name.generic().map(FormRules::withoutSide).flatMap(GenericTerms::find);
        String inner = withoutOrdinal(name.specific());
        NameTerms innerTerms = inner.isEmpty() ? new NameTerms("", Optional.empty()) : NameTerms.of(inner);
        Optional<GenericTerm> first =
                innerTerms.generic().map(FormRules::withoutSide).flatMap(GenericTerms::find);
        boolean doubled = last.isPresent()
                && first.isPresent()
                && first.get().family() == last.get().family()
                && innerTerms.specific().length() > 1;
        if (!doubled) {
            return;
        }
        List<Hit> grown = name.hits(name.view().named(inner, name.inUse(Scope.CITY, other -> true)), Relation.SERIES);
        if (grown.isEmpty()) {
            report.on("NAM-02")
                    .suggest(List.of(inner, innerTerms.specific() + last.get().text()))
                    .say("“" + first.get().text() + "”与“" + last.get().text() + "”是重叠的通名，当地也没有名为“" + inner + "”的地名。");
        } else {
            report.on("NAM-02")
                    .atMost(Optional.of(Severity.INFO))
                    .with(grown)
                    .say("由已有地名“" + inner + "”派生，其通名作专名的一部分（通名专名化）。");
        }
    }

    /** NAM-03: characters of the 通用规范汉字表; what existing names already use passes for them. */
    static void characters(Inspection name, Report report) {
        Set<Integer> seen = new LinkedHashSet<>();
        name.question().name().codePoints().filter(HanText::isHan).forEach(seen::add);
        seen.forEach(c -> character(name, c, report));
    }

    private static void character(Inspection name, int c, Report report) {
        String written = Character.toString(c);
        Optional<Optional<Severity>> row = name.rules().character(c);
        int level = c == '〇' ? 1 : StandardCharacters.level(c);
        if (row.isPresent()) {
            if (!name.isExisting()) {
                report.on("NAM-03").atMost(row.get()).say("“" + written + "”不在《通用规范汉字表》内，已有地名中使用，新名称不宜用。");
            }
        } else if (level == 0) {
            int standard = HanText.simplified(c);
            boolean variant = standard != c && StandardCharacters.level(standard) > 0;
            report.on("NAM-03")
                    .suggest(
                            variant
                                    ? List.of(name.question().name().replace(written, Character.toString(standard)))
                                    : List.of())
                    .say("“" + written + "”"
                            + (variant ? "是繁体字或异体字，规范字为“" + Character.toString(standard) + "”。" : "不在《通用规范汉字表》内。"));
        } else if (level == 3 && !name.isExisting()) {
            report.on("NAM-03").atMost(name.rules().level3()).say("“" + written + "”是《通用规范汉字表》三级字，较生僻。");
        }
    }

    /** NAM-04: nothing but Chinese characters. */
    static void foreignSigns(Inspection name, Report report) {
        String written = name.question().name();
        String strange = written.codePoints()
                .filter(c -> !HanText.isHan(c))
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (!strange.isEmpty()) {
            String han = inHan(written);
            report.on("NAM-04")
                    .suggest(han.isEmpty() ? List.of() : List.of(han))
                    .say("名称中有非汉字成分“" + strange + "”（" + kinds(strange) + "）。");
        }
    }

    private static String kinds(String strange) {
        Set<String> kinds = new LinkedHashSet<>();
        strange.codePoints()
                .mapToObj(c -> Character.isDigit(c) ? "数字" : Character.isLetter(c) ? "字母" : "符号")
                .forEach(kinds::add);
        return String.join("、", kinds);
    }

    /** Numbers as numerals, everything else that is no Chinese character left out. */
    private static String inHan(String written) {
        StringBuilder han = new StringBuilder();
        StringBuilder digits = new StringBuilder();
        (HanText.folded(written) + "\n").codePoints().forEach(c -> {
            if (c >= '0' && c <= '9') {
                digits.appendCodePoint(c);
                return;
            }
            HanNumber.parse(digits.toString()).ifPresent(number -> han.append(HanNumber.format(number)));
            digits.setLength(0);
            if (HanText.isHan(c)) {
                han.appendCodePoint(c);
            }
        });
        return han.toString();
    }

    /** NAM-05: no mere ordinal; dates (五一, 六二三) and ring roads mean something. */
    static void ordinal(Inspection name, Report report) {
        String specific = name.specific();
        boolean number = specific.matches("第?([" + NUMERALS + "]+|\\d+)号?");
        boolean meant = name.rules().listHas("dates", specific)
                || name.generic()
                        .filter(g -> name.rules().listHas("series-generics", g))
                        .isPresent();
        if (number && !meant && name.generic().isPresent()) {
            report.on("NAM-05")
                    .suggest(ofVillage(
                            name, specific.replace("第", "") + name.generic().get()))
                    .say("“" + specific + "”只是序数，没有特定含义；序数前应有专名。");
        }
    }

    /** 大稳村 + 一巷: what people add to a mere ordinal. */
    private static List<String> ofVillage(Inspection name, String tail) {
        return name.locality().chain().reversed().stream()
                .limit(2)
                .map(division -> GenericTerms.stem(NameTerms.comparable(division.name(), PlaceCategory.VILLAGE_SEAT)))
                .map(stem -> stem + tail)
                .toList();
    }

    /** NAM-22: polyphones whose reading nobody has confirmed. */
    static void reading(Inspection name, Report report) {
        if (name.question().circumstances().readingConfirmed() || name.isExisting()) {
            return;
        }
        List<String> settled = name.spelling().trace().stream()
                .filter(step -> step.rule() == READING_RULE)
                .flatMap(step -> step.words().stream())
                .toList();
        List<String> open = name.rules().polyphones().stream()
                .filter(row -> row.isOpenIn(name.form().text(), settled))
                .map(row -> "“" + row.character() + "”（" + row.readings() + "）")
                .toList();
        if (!open.isEmpty()) {
            report.on("NAM-22").say("多音字" + String.join("、", open) + "的读音须确认。");
        }
    }

    /** 大道中 → 大道. */
    static String withoutSide(String generic) {
        boolean side = GenericTerms.find(generic).isEmpty()
                && generic.length() > 1
                && SIDES.indexOf(generic.charAt(generic.length() - 1)) >= 0;
        return side ? generic.substring(0, generic.length() - 1) : generic;
    }

    /** 太平路一 → 太平路, 解放路南 → 解放路. */
    private static String withoutOrdinal(String specific) {
        return specific.length() > 2 ? specific.replaceFirst("([" + NUMERALS + SIDES + "]|横|直)+$", "") : specific;
    }

    private FormRules() {}
}
