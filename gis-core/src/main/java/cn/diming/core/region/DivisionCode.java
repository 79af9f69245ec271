package cn.diming.core.region;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A division code in its 12-digit form: GB/T 2260 (6 digits, county and above), GB/T 10114 (3, town), and 3 for the
 * village; what does not apply is zero.
 */
public record DivisionCode(String digits) {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{11}");

    public DivisionCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("区划代码应为 12 位数字：" + digits);
        }
    }

    /**
     * Takes 2, 4, 6, 9 or 12 digits and fills up with zeros.
     *
     * @throws IllegalArgumentException with a Chinese sentence for anything else
     */
    public static DivisionCode parse(String text) {
        String code = text.strip();
        if (!code.matches("[1-9]\\d+") || !List.of(2, 4, 6, 9, 12).contains(code.length())) {
            throw new IllegalArgumentException("区划代码应为 2、4、6、9 或 12 位数字：" + text);
        }
        return new DivisionCode(code + "0".repeat(12 - code.length()));
    }

    public DivisionLevel level() {
        int significant = digits.length();
        while (digits.charAt(significant - 1) == '0') {
            significant--;
        }
        DivisionLevel level = DivisionLevel.PROVINCE;
        while (level.digits() < significant) {
            level = DivisionLevel.of(level.number() + 1);
        }
        return level;
    }

    /** The digits that all divisions inside this one share. */
    public String prefix() {
        return digits.substring(0, level().digits());
    }

    /** The next division above by the code's own structure; a prefecture without counties is its towns' parent. */
    public Optional<DivisionCode> parent() {
        List<DivisionCode> chain = chain();
        return chain.size() < 2 ? Optional.empty() : Optional.of(chain.get(chain.size() - 2));
    }

    /** From the province down to this division itself. */
    public List<DivisionCode> chain() {
        return Stream.of(DivisionLevel.values())
                .limit(level().number())
                .map(this::at)
                .distinct()
                .toList();
    }

    private DivisionCode at(DivisionLevel level) {
        return new DivisionCode(digits.substring(0, level.digits()) + "0".repeat(12 - level.digits()));
    }

    @Override
    public String toString() {
        return digits;
    }
}
