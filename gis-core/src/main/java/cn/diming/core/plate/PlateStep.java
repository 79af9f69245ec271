package cn.diming.core.plate;

import cn.diming.core.geo.LonLat;
import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Optional;

/**
 * What is done to a door plate.
 *
 * @param authority who confirms the number: the police in Guangzhou (广州市门楼号牌管理规定), civil affairs elsewhere
 * @param document number of the confirmation (门楼号确认书)
 * @param position where it was done, EPSG:4490
 */
public record PlateStep(
        PlateStatus to,
        Optional<String> authority,
        Optional<String> document,
        Optional<String> note,
        Optional<String> photoSha256,
        Optional<LonLat> position) {

    private static final int LONGEST = 200;

    /** @throws Refused when a confirmation does not say by whom */
    public PlateStep {
        if (to == PlateStatus.CONFIRMED
                && authority.filter(name -> !name.isBlank()).isEmpty()) {
            throw new Refused(List.of("请填写确认门牌号的机关（编号机关）"));
        }
        refuseLong("编号机关", authority);
        refuseLong("确认书编号", document);
        refuseLong("备注", note);
        if (photoSha256.filter(hash -> !hash.matches("[0-9a-f]{64}")).isPresent()) {
            throw new Refused(List.of("照片编号应为 64 位十六进制摘要"));
        }
    }

    private static void refuseLong(String title, Optional<String> text) {
        if (text.filter(t -> t.length() > LONGEST).isPresent()) {
            throw new Refused(List.of(title + "至多 " + LONGEST + " 字"));
        }
    }
}
