package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.frame.ScaleLadder;
import cn.diming.tiles.sheet.frame.SheetTemplate;
import java.util.List;
import java.util.Optional;

/**
 * What sheet is wanted.
 *
 * @param scale denominator, if not the largest that fits; one of {@link ScaleLadder#STEPS}
 */
public record SheetSpec(
        SheetSubject subject,
        SheetTemplate template,
        SheetProfile profile,
        Imprint imprint,
        Optional<Integer> scale,
        List<Pin> pins) {

    public SheetSpec {
        pins = List.copyOf(pins);
        scale.filter(wanted -> !ScaleLadder.STEPS.contains(wanted)).ifPresent(wanted -> {
            throw new IllegalArgumentException("比例尺 1:" + wanted + " 不在可选之列：" + ScaleLadder.STEPS);
        });
    }
}
