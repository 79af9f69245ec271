package cn.diming.core.access;

/** What an account is for. */
public enum Role {
    PUBLIC("公众"),
    COLLECTOR("采集员"),
    MERCHANT("商户"),
    NAMING_OFFICER("地名管理员"),
    REVIEWER("审核员"),
    BOUNDARY_INSPECTOR("界线联检员"),
    ADMINISTRATOR("系统管理员");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
