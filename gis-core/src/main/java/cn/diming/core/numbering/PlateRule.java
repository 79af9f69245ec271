package cn.diming.core.numbering;

import cn.diming.core.finding.Severity;

/** The checks of door plates. The first five must be empty for a proof that numbers do not conflict. */
public enum PlateRule {
    DP_01("号码重复", "同一街路巷（或村）内门牌号重复", true, Severity.ERROR),
    DP_02("单双不符", "号码单双与所在一侧不符", true, Severity.ERROR),
    DP_03("次序颠倒", "号码与沿街次序不符", true, Severity.ERROR),
    DP_04("街路巷不存在", "所在镇街没有这个街路巷名称", true, Severity.ERROR),
    DP_05("街路巷不明确", "名称对应多条街路巷", true, Severity.ERROR),
    DP_06("距离过远", "门牌离所属街路巷过远", false, Severity.WARN),
    DP_07("可能属于他街", "另一条街路巷近得多", false, Severity.WARN),
    DP_08("跳号", "号码中断，也未预留", false, Severity.INFO),
    DP_09("避讳跳号", "避开 4、13、14，而前后号码都有", false, Severity.WARN),
    DP_10("附号再编附号", "附号不得再编附号", false, Severity.ERROR),
    DP_11("占用预留号", "预留号码未经释放即被使用", false, Severity.ERROR),
    DP_12("量化偏差", "号码与量化位置相差过大", false, Severity.WARN),
    DP_13("一牌多楼或一楼多牌", "两栋建筑共用一牌，或一栋建筑多牌而无单元", false, Severity.WARN),
    DP_14("越界", "位置不在所属村（社区）范围内", false, Severity.WARN),
    DP_15("位置重复", "多块门牌坐标完全相同", false, Severity.WARN),
    DP_16("写法不规范", "号码写法不规范", false, Severity.WARN),
    DP_17("改名未换", "街路巷已更名，门牌仍用旧名且无新旧对照", false, Severity.WARN),
    DP_18("院落无主号", "院落没有主号", false, Severity.WARN),
    DP_19("临时门牌作凭证", "临时门牌不能作为合法性凭证", false, Severity.ERROR),
    DP_20("照片缺失或过远", "已安装的门牌没有照片，或照片位置过远", false, Severity.INFO);

    private final String title;
    private final String words;
    private final boolean proven;
    private final Severity severity;

    PlateRule(String title, String words, boolean proven, Severity severity) {
        this.title = title;
        this.words = words;
        this.proven = proven;
        this.severity = severity;
    }

    /** {@code DP-01}. */
    public String code() {
        return name().replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** In Chinese, for people. */
    public String words() {
        return words;
    }

    /** Whether a proof says that there are none. */
    public boolean isProven() {
        return proven;
    }

    public Severity severity() {
        return severity;
    }
}
