package cn.diming.core.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two streets that somebody says meet: 番禺区大石街道迎宾路与南大路交叉口. Whether there are such streets the text cannot tell.
 *
 * @param first with the divisions before it
 */
record Crossing(String first, String second) {

    private static final String STREET = "(?:大道|公路|马路|路|街|巷|道|弄|径|线)";

    private static final Pattern TEXT =
            Pattern.compile("^(.{2,40}?" + STREET + ") ?(?:与|和|及|交|跟|/|×|x|、|&|\\+) ?(.{1,20}?" + STREET
                    + ") ?的?(?:交叉路?口|十字路口|丁字路口|交[汇界接]处?口?|相交处?|路口|交口|口)?$");

    static Optional<Crossing> of(String text) {
        Matcher found = TEXT.matcher(text);
        return found.matches() ? Optional.of(new Crossing(found.group(1), found.group(2))) : Optional.empty();
    }
}
