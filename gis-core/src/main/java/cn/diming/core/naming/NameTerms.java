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
                        street.specific(), Optional.of(text.substring(street.specific().length())));
            }
        }
        return new NameTerms(parts.specific(), parts.generic().map(term -> term.text()));
    }
}
