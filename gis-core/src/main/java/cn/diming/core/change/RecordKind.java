package cn.diming.core.change;

/** The kinds of record the journal speaks of; each is one table. Not all are map records: see {@code RecordSchema}. */
public enum RecordKind {
    DIVISION("division", "行政区划"),
    PLACE("place", "地名"),
    DOOR_PLATE("door_plate", "门牌"),
    SIGN("name_sign", "地名标志"),
    BOUNDARY_LINE("boundary_line", "界线"),
    BOUNDARY_MARKER("boundary_marker", "界桩"),
    SHOP("shop", "店铺"),
    FACILITY("facility", "民政设施"),
    GROUND("ground", "底图要素"),
    RENUMBERING("renumbering", "门牌编号"),
    ACCOUNT("account", "账号"),
    NAMING_CASE("naming_case", "地名事项"),
    CONFIRMED_READING("confirmed_reading", "读音"),
    PROTECTED_NAME("protected_name", "保护地名"),
    CAMPAIGN("campaign", "采集活动"),
    COLLECTION_REPORT("collection_report", "采集上报"),
    SHOP_FILING("shop_filing", "店铺申报"),
    THREE_WAY_POINT("three_way_point", "三交点"),
    INSPECTION_ROUND("inspection_round", "联检"),
    INSPECTION_RECORD("inspection_record", "联检记录"),
    BOUNDARY_DOCUMENT("boundary_document", "协议文件"),
    LOCAL_ENTRY("local_entry", "地名+");

    private final String table;
    private final String title;

    RecordKind(String table, String title) {
        this.table = table;
        this.title = title;
    }

    public String table() {
        return table;
    }

    /** In Chinese, for people. */
    public String title() {
        return title;
    }
}
