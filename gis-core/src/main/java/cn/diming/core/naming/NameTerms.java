package cn.diming.core.naming;

import cn.diming.core.record.PlaceCategory;
import cn.diming.core.text.GenericTerms;
import cn.diming.core.text.HanText;
import cn.diming.core.text.NameParts;
import java.util.Optional;

/**
 * A name parted the way the rules look at it. A side of a long street may stand behind its generic term, as in Guangzhou
 * (人民大道中); a committee's name is that of its village (大稳村民委员会 is 大稳村).
 */
record NameTerms(String specific, Optional<String> generic) {

    private static final String SIDES = "东西南北中";
    /** What stands before a generic term of one character and is a name by itself if nothing else is: 横街, 后街. */
    private static final String MODIFIERS = "横直前后正老新小东西南北中";

    private static final String[][] COMMITTEES = {
        {"社区居民委员会", "社区"},
        {"社区居委会", "社区"},
        {"村村民委员会", "村"},
        {"村民委员会", "村"},
        {"村村委会", "村"},
        {"村委会", "村"},
        {"居民委员会", "社区"},
        {"居委会", "社区"}
    };

    /** The form in which names are compared: {@link HanText#normal}, and for village committees the village's own name. */
    static String comparable(String name, PlaceCategory category) {
        String text = HanText.normal(name);
        if (category != PlaceCategory.VILLAGE_SEAT) {
            return text;
        }
        for (String[] committee : COMMITTEES) {
            if (text.length() > committee[0].length() && text.endsWith(committee[0])) {
                return text.substring(0, text.length() - committee[0].length()) + committee[1];
            }
        }
        return text;
    }

    /** @param text not empty */
    static NameTerms of(String text) {
        NameParts parts = GenericTerms.split(text);
        int last = text.length() - 1;
        if (parts.generic().isEmpty() && last > 1 && SIDES.indexOf(text.charAt(last)) >= 0) {
            NameParts street = GenericTerms.split(text.substring(0, last));
            if (street.generic().isPresent()) {
                return new NameTerms(
                        street.specific(),
                        Optional.of(text.substring(street.specific().length())));
            }
        }
        String generic = parts.generic().map(term -> term.text()).orElse(text);
        boolean bare = parts.generic().isEmpty() && GenericTerms.find(text).isPresent();
        boolean thin = bare || parts.specific().length() == 1;
        if (thin && last > 0 && isModified(generic)) { // 横街 is 横 + 街, 芝正街 is 芝正 + 街
            return new NameTerms(text.substring(0, last), Optional.of(text.substring(last)));
        }
        return new NameTerms(parts.specific(), parts.generic().map(term -> term.text()));
    }

    /** The specific term as long as it can be: 毛泽东 of 毛泽东路, where 东路 would be a generic term, too. */
    static String longestSpecific(String text) {
        for (int from = text.length() - 1; from > 0; from--) {
            if (GenericTerms.find(text.substring(from)).isPresent()) {
                return text.substring(0, from);
            }
        }
        return text;
    }

    private static boolean isModified(String generic) {
        return generic.length() == 2
                && MODIFIERS.indexOf(generic.charAt(0)) >= 0
                && GenericTerms.find(generic.substring(1)).isPresent();
    }
}
