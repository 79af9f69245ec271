package cn.diming.core.sign;

import cn.diming.core.geo.LonLat;
import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Optional;

/**
 * What is done to a sign: ordered, set up, found wrong, repaired, replaced, taken away.
 *
 * @param position where it was done, EPSG:4490
 */
public record SignStep(
        SignStatus to,
        List<Defect> defects,
        Optional<String> note,
        Optional<String> photoSha256,
        Optional<LonLat> position) {

    private static final int LONGEST_NOTE = 500;

    /** @throws Refused when a defect is wanted and none is named */
    public SignStep {
        defects = List.copyOf(defects);
        if (to == SignStatus.DEFECTIVE && defects.isEmpty()) {
            throw new Refused(List.of("请选择发现的问题"));
        }
        if (note.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
            throw new Refused(List.of("备注至多 " + LONGEST_NOTE + " 字"));
        }
        if (photoSha256.filter(hash -> !hash.matches("[0-9a-f]{64}")).isPresent()) {
            throw new Refused(List.of("照片编号应为 64 位十六进制摘要"));
        }
    }
}
