package cn.diming.core.numbering;

import cn.diming.core.text.HanNumber;

/** How the number of a door between two numbered ones is written; stored apart from main and sub number. */
public enum SubStyle {
    FU("附号"),
    ZHI("之几"),
    DASH("短横"),
    HOUSEHOLD("户号");

    private final String title;

    SubStyle(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }

    String write(int main, int sub) {
        return switch (this) {
            case FU -> main + "号附" + sub + "号";
            case ZHI -> main + "号之" + HanNumber.format(sub);
            case DASH -> main + "-" + sub + "号";
            case HOUSEHOLD -> main + "号" + sub + "户";
        };
    }
}
