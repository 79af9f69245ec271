package cn.diming.dataimport.source;

import cn.diming.core.geo.Crs;
import java.util.Optional;

/**
 * The reference system a layer declares. A declaration may lie (GCJ-02 data with the .prj of CGCS2000 is common); it is
 * what the file says, no more.
 *
 * @param crs where the declaration names a system we know
 * @param basis where it stands
 * @param text the declaration itself (WKT, or the name in a crs member); empty where there is none
 */
public record DeclaredCrs(Optional<Crs> crs, Basis basis, String text) {
    /** Where a declaration stands. */
    public enum Basis {
        PRJ(".prj 文件"),
        GEOJSON_RULE("GeoJSON 标准 RFC 7946 规定的 WGS 84 经纬度"),
        CRS_MEMBER("GeoJSON 的 crs 成员"),
        NONE("没有声明");

        private final String words;

        Basis(String words) {
            this.words = words;
        }
    }

    public static final DeclaredCrs NONE = new DeclaredCrs(Optional.empty(), Basis.NONE, "");

    /** For people: what is declared, and where. */
    public String words() {
        return crs.map(known -> known + "（依据：" + basis.words + "）")
                .orElseGet(() -> basis == Basis.NONE ? basis.words : "无法识别（" + basis.words + "：" + text + "）");
    }
}
