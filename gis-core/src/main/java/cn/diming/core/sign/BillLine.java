package cn.diming.core.sign;

import cn.diming.core.geo.LonLat;
import cn.diming.core.signage.Blade;

/**
 * One plate in the bill of quantities.
 *
 * @param signId of the post
 * @param signNumber counts posts from 1
 * @param plateYuan of this plate, both faces
 * @param mountingYuan of the post, at its first plate; 0 at the others
 */
public record BillLine(
        long signId,
        int signNumber,
        LonLat position,
        Blade blade,
        int widthMillimetres,
        int heightMillimetres,
        String mounting,
        double plateYuan,
        double mountingYuan) {

    public double sumYuan() {
        return plateYuan + mountingYuan;
    }
}
