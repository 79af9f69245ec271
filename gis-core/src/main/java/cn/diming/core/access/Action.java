package cn.diming.core.access;

/** What can be done; each has one row in {@link AccessPolicy}. */
public enum Action {
    READ_PUBLIC("查询公开数据"),
    READ_STAFF("查看内部数据"),
    /** Single records by hand; besides, the action of the record's own kind is asked. */
    REGISTER("登记和修改记录"),
    EDIT_PLACE("编辑地名"),
    EDIT_DIVISION("编辑行政区划"),
    EDIT_DOOR_PLATE("编辑门牌"),
    EDIT_SIGN("编辑地名标志"),
    EDIT_BOUNDARY("编辑界线界桩"),
    EDIT_SHOP("编辑店铺"),
    EDIT_FACILITY("编辑民政设施"),
    EDIT_GROUND("编辑底图要素"),
    EDIT_LOCAL_ENTRY("编辑地名+"),
    CHECK_NAME("检查拟用名称"),
    IMPORT("批量导入"),
    READ_CASE("查看地名事项"),
    DRAFT_CASE("起草地名事项"),
    /** The steps of officers: consent, review, acceptance, opinions, filing, announcement and so on. */
    REVIEW_CASE("办理地名事项"),
    /** Recording what the government decided. */
    APPROVE_CASE("记录批准"),
    /** Putting scanned papers into a case's file. */
    FILE_PAPER("归入材料"),
    MODERATE_COMMENT("审核公众意见"),
    /** Sending what one found outside: names, photos, recordings. */
    COLLECT("上报采集"),
    READ_COLLECTION("查看采集上报"),
    /** Deciding what becomes of reports, calling people to campaigns. */
    MODERATE_COLLECTION("审核采集上报"),
    /** A merchant's own shops: filing them, changing them, their photos. */
    KEEP_SHOP("管理自己的店铺"),
    READ_SHOP_FILING("查看店铺申报"),
    /** Deciding what becomes of what merchants file. */
    VERIFY_SHOP("审核店铺"),
    GEOCODE_TABLE("批量地理编码"),
    MANAGE_ACCOUNTS("管理账号"),
    READ_AUDIT("查看审计日志"),
    SET_TARGET("设定年度目标"),
    /** Printed sheets: previews, names put by hand, batches. */
    PRINT_SHEET("印制地图"),
    REBUILD("重建检索与瓦片");

    private final String title;

    Action(String title) {
        this.title = title;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
