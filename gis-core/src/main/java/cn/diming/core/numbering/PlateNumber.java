package cn.diming.core.numbering;

import cn.diming.core.text.HanNumber;
import cn.diming.core.text.HanText;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number on a door plate. Order is along the street: 12号, 12号附1号, 12号附2号, 14号.
 *
 * @param main from 1
 * @param sub 0 without a sub-number
 * @param style how a sub-number is written; does not count for order or equality of place
 */
public record PlateNumber(int main, int sub, SubStyle style) implements Comparable<PlateNumber> {

    private static final int MOST = 99_999;
    private static final Comparator<PlateNumber> ALONG =
            Comparator.comparingInt(PlateNumber::main).thenComparingInt(PlateNumber::sub);

    private static final String COUNT = "([0-9]{1,5}|[〇零一二三四五六七八九十百千]{1,9})";
    private static final Pattern WRITTEN = Pattern.compile(
            COUNT + "(?:号附" + COUNT + "号?|附" + COUNT + "号?|号?之" + COUNT + "号?|-" + COUNT + "号?|号" + COUNT + "户|号)?");
    private static final SubStyle[] STYLE_OF_GROUP = {
        SubStyle.FU, SubStyle.FU, SubStyle.ZHI, SubStyle.DASH, SubStyle.HOUSEHOLD
    };

    public PlateNumber {
        if (main < 1 || main > MOST || sub < 0 || sub > MOST) {
            throw new IllegalArgumentException("门牌号应在 1 至 " + MOST + " 之间：" + main + "，" + sub);
        }
    }

    public static PlateNumber of(int main) {
        return new PlateNumber(main, 0, SubStyle.FU);
    }

    /** Reads what people write: 12号, 十二号, 12号附1号, 12附1, 12号之一, 12-1号, 12号2户, also in full-width digits. */
    public static Optional<PlateNumber> find(String text) {
        Matcher written = WRITTEN.matcher(HanText.folded(text).replace("號", "号").replace(" ", ""));
        if (!written.matches()) {
            return Optional.empty();
        }
        int main = count(written.group(1));
        for (int group = 2; group <= written.groupCount(); group++) {
            if (written.group(group) != null) {
                return made(main, count(written.group(group)), STYLE_OF_GROUP[group - 2]);
            }
        }
        return made(main, 0, SubStyle.FU);
    }

    private static int count(String written) {
        return (int) HanNumber.parse(written).orElse(0);
    }

    private static Optional<PlateNumber> made(int main, int sub, SubStyle style) {
        return main < 1 || main > MOST || sub > MOST
                ? Optional.empty()
                : Optional.of(new PlateNumber(main, sub, style));
    }

    /** As it stands on the plate. */
    public String text() {
        return sub == 0 ? main + "号" : style.write(main, sub);
    }

    public boolean isOdd() {
        return main % 2 == 1;
    }

    @Override
    public int compareTo(PlateNumber other) {
        return ALONG.compare(this, other);
    }

    /** Whether two plates with these numbers cannot be told apart, whatever the style of writing. */
    public boolean isSamePlace(PlateNumber other) {
        return compareTo(other) == 0;
    }
}
