package cn.diming.core.boundary;

import cn.diming.core.finding.Severity;

/** The checks of a boundary line. */
public enum BoundaryRule {
    BL_01("端点与三交点", Severity.ERROR),
    BL_02("线形", Severity.ERROR),
    BL_03("界桩与界线", Severity.ERROR),
    BL_04("界桩次序与界线走向", Severity.WARN),
    BL_05("左右区划", Severity.ERROR),
    BL_06("图形边界与法定界线", Severity.ERROR),
    BL_07("界线长度", Severity.WARN),
    BL_08("走向说明", Severity.WARN),
    BL_09("两侧图形的重叠与缝隙", Severity.ERROR),
    BL_10("界线附近的地名门牌", Severity.WARN),
    BL_11("飞地", Severity.WARN),
    BL_12("双方协议书副本", Severity.ERROR),
    BL_13("坐标系", Severity.ERROR),
    BL_14("河流道路变化", Severity.WARN),
    BL_15("界桩登记", Severity.WARN);

    private final String title;
    private final Severity severity;

    BoundaryRule(String title, Severity severity) {
        this.title = title;
        this.severity = severity;
    }

    /** {@code BL-01}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public Severity severity() {
        return severity;
    }
}
