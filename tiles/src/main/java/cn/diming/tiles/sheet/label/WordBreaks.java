package cn.diming.tiles.sheet.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a Chinese name may be broken into two lines: before its generic part (白坝镇│人民政府), never within a word
 * (白坝镇人│民政府).
 */
public final class WordBreaks {

    /** Shortest name that is worth two lines. */
    private static final int SHORTEST = 6;

    /** What names of offices and institutions end with; longer ones first. */
    private static final List<String> ENDINGS = List.of(
            "便民服务中心",
            "党群服务中心",
            "农村信用社",
            "农村商业银行",
            "中心卫生院",
            "新时代文明实践站",
            "社区居民委员会",
            "村民委员会",
            "居民委员会",
            "文化活动中心",
            "文化广场",
            "人民政府",
            "社区居委会",
            "村委会",
            "居委会",
            "中心小学",
            "中心幼儿园",
            "卫生服务站",
            "卫生服务中心",
            "邮政支局",
            "邮政所",
            "派出所",
            "供电所",
            "自来水厂",
            "农贸市场",
            "集贸市场",
            "汽车站",
            "公交站",
            "消防站",
            "敬老院",
            "养老院",
            "服务中心",
            "有限公司",
            "文化站",
            "卫生院",
            "卫生室",
            "卫生站",
            "水泥厂",
            "机械厂",
            "木业公司",
            "幼儿园",
            "小学",
            "中学",
            "学校",
            "医院",
            "药房",
            "超市",
            "商店",
            "商行",
            "饭店",
            "农资店",
            "银行",
            "公司",
            "工厂",
            "水库",
            "公园",
            "广场",
            "祠堂",
            "大桥",
            "老街",
            "大道",
            "公路");

    /** The two lines that look best; empty where a name is short or has no good place to break. */
    public static Optional<List<String>> lines(String name) {
        int[] letters = name.codePoints().toArray();
        if (letters.length < SHORTEST) {
            return Optional.empty();
        }
        List<Integer> places = new ArrayList<>();
        for (String ending : ENDINGS) {
            int at = name.length() - ending.length();
            if (name.endsWith(ending) && name.codePointCount(0, Math.max(0, at)) >= 2) {
                places.add(at);
            }
        }
        int middle = name.length() / 2;
        return places.stream()
                .min(Comparator.comparingInt(at -> Math.abs(at - middle)))
                .map(at -> List.of(name.substring(0, at), name.substring(at)))
                .or(() -> balanced(name, letters.length));
    }

    /** Names without a known ending are only broken when they are very long, in pieces of even length. */
    private static Optional<List<String>> balanced(String name, int letters) {
        if (letters < 12) {
            return Optional.empty();
        }
        int at = name.offsetByCodePoints(0, (letters + 1) / 2);
        return Optional.of(List.of(name.substring(0, at), name.substring(at)));
    }

    /** Whether a break is one of the good ones. */
    public static boolean isGood(String first, String second) {
        String whole = first + second;
        return lines(whole).filter(lines -> lines.getFirst().equals(first)).isPresent()
                || ENDINGS.stream().anyMatch(second::equals);
    }

    private WordBreaks() {}
}
