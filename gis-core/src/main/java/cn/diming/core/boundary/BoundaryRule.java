package cn.diming.core.boundary;

/** The checks of a boundary line. */
public enum BoundaryRule {
    BL_01("端点与三交点", Weight.ERROR),
    BL_02("线形", Weight.ERROR),
    BL_03("界桩与界线", Weight.ERROR),
    BL_04("界桩次序与界线走向", Weight.WARN),
    BL_05("左右区划", Weight.ERROR),
    BL_06("图形边界与法定界线", Weight.ERROR),
    BL_07("界线长度", Weight.WARN),
    BL_08("走向说明", Weight.WARN),
    BL_09("两侧图形的重叠与缝隙", Weight.ERROR),
    BL_10("界线附近的地名门牌", Weight.WARN),
    BL_11("飞地", Weight.WARN),
    BL_12("双方协议书副本", Weight.ERROR),
    BL_13("坐标系", Weight.ERROR),
    BL_14("河流道路变化", Weight.WARN),
    BL_15("界桩登记", Weight.WARN);

    /** How much a finding weighs. */
    public enum Weight {
        ERROR,
        WARN,
        INFO
    }

    private final String title;
    private final Weight weight;

    BoundaryRule(String title, Weight weight) {
        this.title = title;
        this.weight = weight;
    }

    /** {@code BL-01}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    public Weight weight() {
        return weight;
    }
}
