package cn.diming.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query without the words around the place.
 *
 * @param text what is left
 * @param ignored the words that were left aside, in their order
 */
record QueryWords(String text, List<String> ignored, Optional<Displacement> displacement) {

    private static final Pattern BEFORE =
            Pattern.compile("^(?:请问|你好|您好|麻烦[您你]?|帮忙|帮我|请|谢谢|[,。!:;])*(?:查一下|查询|查找|搜索|搜一下|寻找|找一下|导航|定位|我找|我要找|帮我找|帮我查)?"
                    + "(?:把?(?:快递|货物?|包裹|东西|外卖)?(?:送货?|寄|发)(?:到|至|往|去)|到达|前往|我[要想]去|去往|去|到)?"
                    + "(?:(?:收货|收件|寄件|送货|联系|家庭|详细|客户|通讯|注册|户籍|现住|工作|公司)?(?:地址|住址|地点|位置|目的地)|我在|我住在|我家在|家住|住在|位于|坐落[于在])?"
                    + "(?:是|为|在|[: ])*");
    private static final Pattern AFTER = Pattern.compile(
            "(?:[,。!?; ]|谢谢[您你]?|多谢|感谢|附近|[斜正]?对面|旁边?|隔壁|(?:靠近)?路口|门[口前]|楼下|里面|一带|周[边围]|[那这][边里儿]|[前后]面|怎么[走去]|咋走|在哪[里儿]?|在什么地方|的)+$");

    /** @param folded in the form of {@link cn.diming.core.text.HanText#folded} */
    static QueryWords of(String folded) {
        List<String> ignored = new ArrayList<>();
        String text = folded;
        Matcher before = BEFORE.matcher(text);
        if (before.find() && before.end() > 0 && before.end() < text.length()) {
            note(ignored, before.group());
            text = text.substring(before.end());
        }
        Matcher after = AFTER.matcher(text);
        if (after.find() && after.start() > 0) {
            note(ignored, after.group());
            text = text.substring(0, after.start());
        }
        Optional<Displacement> displacement = Displacement.atEndOf(text);
        if (displacement.isPresent()) {
            text = text.substring(0, text.length() - displacement.get().text().length());
        }
        return new QueryWords(text, List.copyOf(ignored), displacement);
    }

    /** Whether the text ends in words that may be said of any place. */
    static boolean isOnlyNoise(String text) {
        return AFTER.matcher(text).replaceFirst("").isEmpty();
    }

    private static void note(List<String> ignored, String words) {
        String plain = words.replaceAll("[\\p{P}\\s]+", " ").strip();
        if (!plain.isEmpty()) {
            ignored.add(plain);
        }
    }
}
