package cn.diming.core.text;

/**
 * A generic term (通名): the part of a name that says what kind of thing it names.
 *
 * @param text the term as written at the end of the name
 */
public record GenericTerm(String text, Family family) {

    /** What a generic term is a word for. */
    public enum Family {
        /** 省 市 县 镇 街道 … */
        DIVISION,
        /** 村委会 社区 居委会 … */
        COMMUNITY,
        /** 村 庄 围 坊 … */
        SETTLEMENT,
        /** 大道 路 街 巷 … */
        STREET,
        /** 江 河 涌 湖 … */
        WATER,
        /** 山 岭 岗 岛 … */
        LAND,
        /** 花园 小区 大厦 … */
        ESTATE,
        /** 大桥 公园 学校 车站 … */
        FACILITY
    }

    public GenericTerm {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("通名不能为空");
        }
    }
}
