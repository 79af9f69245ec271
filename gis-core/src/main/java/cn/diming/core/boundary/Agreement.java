package cn.diming.core.boundary;

import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What both governments signed about a line.
 *
 * @param title name or number of the agreement
 * @param agreedOn signed
 * @param effectiveOn from when it holds
 * @param approvedBy who approved it (Art. 3)
 * @param left on the left hand when one walks from the start to the end
 * @param statedLengthMetres the length that it says
 * @param course the description of the course that it says (走向说明)
 * @param sections from the start of the line on
 * @param mapScale denominator of the agreement's map, from which its accuracy follows
 * @param leftCopySha256 of the left side's signed copy; both copies must be the same (BL-12)
 */
public record Agreement(
        String title,
        Optional<LocalDate> agreedOn,
        Optional<LocalDate> effectiveOn,
        Optional<String> approvedBy,
        DivisionCode left,
        DivisionCode right,
        Optional<Double> statedLengthMetres,
        Optional<String> course,
        Optional<Integer> mapScale,
        List<LineSection> sections,
        List<Enclave> enclaves,
        Optional<String> leftCopySha256,
        Optional<String> rightCopySha256) {

    /** @throws IllegalArgumentException in Chinese, for an agreement without a name, or with numbers that cannot be */
    public Agreement {
        sections = LineSection.inOrder(sections);
        enclaves = List.copyOf(enclaves);
        if (title.isBlank() || title.length() > 200) {
            throw new IllegalArgumentException("协议书应写明名称或文号，至多 200 字");
        }
        if (statedLengthMetres.filter(length -> !(length > 0)).isPresent()) {
            throw new IllegalArgumentException("协议长度应大于 0");
        }
        if (mapScale.filter(scale -> scale < 500 || scale > 1_000_000).isPresent()) {
            throw new IllegalArgumentException("协议书附图的比例尺分母应在 500 至 1000000 之间");
        }
        checkCopy(leftCopySha256);
        checkCopy(rightCopySha256);
    }

    private static void checkCopy(Optional<String> sha256) {
        if (sha256.filter(hash -> !hash.matches("[0-9a-f]{64}")).isPresent()) {
            throw new IllegalArgumentException("协议书副本的摘要应为 64 位十六进制数");
        }
    }
}
