package cn.diming.tiles.sheet;

import java.net.URI;
import java.util.Optional;

/**
 * What is printed about the sheet itself.
 *
 * @param mapApprovalNumber 审图号 as it was issued; never made up
 * @param number of this sheet in its series, from 1
 * @param count of the series
 * @param compiler who has made the map (编制单位)
 * @param link where the QR code leads
 */
public record Imprint(Optional<String> mapApprovalNumber, int number, int count, String compiler, Optional<URI> link) {

    private static final int LONGEST = 60;

    public Imprint {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("图幅序号应在 1 到总幅数之间：" + number + "/" + count);
        }
        mapApprovalNumber = mapApprovalNumber.map(String::strip).filter(text -> !text.isEmpty());
        if (mapApprovalNumber.filter(text -> text.length() > LONGEST).isPresent() || compiler.length() > LONGEST) {
            throw new IllegalArgumentException("审图号和编制单位不超过 " + LONGEST + " 个字");
        }
    }

    public static Imprint single(String compiler) {
        return new Imprint(Optional.empty(), 1, 1, compiler, Optional.empty());
    }
}
