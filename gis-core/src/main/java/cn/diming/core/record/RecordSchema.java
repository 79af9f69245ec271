package cn.diming.core.record;

import static cn.diming.core.record.Field.date;
import static cn.diming.core.record.Field.integer;
import static cn.diming.core.record.Field.json;
import static cn.diming.core.record.Field.number;
import static cn.diming.core.record.Field.text;
import static cn.diming.core.record.Field.yesNo;

import cn.diming.core.access.Action;
import cn.diming.core.change.RecordKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a kind of record consists of. The registry below is the one place that knows; import plans, place cards, exports
 * and the generic store read it.
 *
 * @param action what one must be allowed to do to change such a record
 * @param geometryTypes JTS type names that may be stored
 * @param divisionColumn the column with the division the record belongs to
 */
public record RecordSchema(
        RecordKind kind, Action action, List<Field> fields, Set<String> geometryTypes, String divisionColumn) {

    private static final Set<String> POINT = Set.of("Point");
    private static final Set<String> LINES = Set.of("LineString", "MultiLineString");
    private static final Set<String> POINT_OR_LINES = Set.of("Point", "LineString", "MultiLineString");
    private static final Set<String> POLYGONS = Set.of("Polygon", "MultiPolygon");
    private static final Set<String> ANY =
            Set.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");

    private static final Field ATTRIBUTES = json("attributes", "其他属性");
    private static final Field DIVISION = text("division_code", "所在区划");
    private static final Field NAME = text("name", "名称").must();
    private static final Field STATUS = text("status", "状态");

    private static final Map<RecordKind, RecordSchema> ALL = Map.of(
            RecordKind.DIVISION,
            new RecordSchema(
                    RecordKind.DIVISION,
                    Action.EDIT_DIVISION,
                    List.of(
                            text("code", "区划代码").must(),
                            NAME,
                            integer("level", "级别").must(),
                            text("parent_code", "上级区划"),
                            text("romanised", "罗马字母拼写"),
                            text("urban_rural_code", "城乡分类代码"),
                            number("seat_lon", "驻地经度"),
                            number("seat_lat", "驻地纬度"),
                            integer("valid_from_year", "设立年份"),
                            integer("valid_to_year", "废止年份"),
                            ATTRIBUTES),
                    POLYGONS,
                    "code"),
            RecordKind.PLACE,
            new RecordSchema(
                    RecordKind.PLACE,
                    Action.EDIT_PLACE,
                    List.of(
                            text("category", "类别").must(),
                            text("class_code", "类别代码"),
                            NAME,
                            text("specific_term", "专名"),
                            text("generic_term", "通名"),
                            text("romanised", "罗马字母拼写"),
                            STATUS,
                            DIVISION,
                            integer("rank", "等级"),
                            text("meaning", "含义"),
                            text("origin", "来历"),
                            text("history", "历史沿革"),
                            text("description", "地理实体描述"),
                            date("valid_from", "启用日期"),
                            date("valid_to", "停用日期"),
                            ATTRIBUTES),
                    ANY,
                    "division_code"),
            RecordKind.DOOR_PLATE,
            new RecordSchema(
                    RecordKind.DOOR_PLATE,
                    Action.EDIT_DOOR_PLATE,
                    List.of(
                            text("kind", "牌型"),
                            text("street_name", "街路巷"),
                            DIVISION,
                            integer("main_number", "主号"),
                            integer("sub_number", "附号"),
                            text("sub_style", "附号写法"),
                            text("number_text", "门牌号").must(),
                            text("building", "楼栋"),
                            text("unit", "单元"),
                            text("room", "户室"),
                            STATUS,
                            text("numbering_authority", "编号机关"),
                            yesNo("temporary", "临时门牌"),
                            date("installed_on", "安装日期"),
                            ATTRIBUTES),
                    POINT,
                    "division_code"),
            RecordKind.SIGN,
            new RecordSchema(
                    RecordKind.SIGN,
                    Action.EDIT_SIGN,
                    List.of(
                            text("kind", "标志类型").must(),
                            NAME,
                            DIVISION,
                            json("faces", "牌面"),
                            text("mounting", "安装方式"),
                            STATUS,
                            date("installed_on", "安装日期"),
                            ATTRIBUTES),
                    POINT,
                    "division_code"),
            RecordKind.BOUNDARY_LINE,
            new RecordSchema(
                    RecordKind.BOUNDARY_LINE,
                    Action.EDIT_BOUNDARY,
                    List.of(
                            text("line_code", "界线代码").must(),
                            NAME,
                            text("left_code", "左侧区划").must(),
                            text("right_code", "右侧区划").must(),
                            integer("level", "级别").must(),
                            text("kind", "界线类型"),
                            text("agreement", "界线协议书"),
                            integer("agreement_version", "协议版本"),
                            date("agreed_on", "签订日期"),
                            number("stated_length_metres", "协议长度（米）"),
                            text("course_description", "走向说明"),
                            STATUS,
                            date("last_inspected_on", "最近联检"),
                            ATTRIBUTES),
                    LINES,
                    "left_code"),
            RecordKind.BOUNDARY_MARKER,
            new RecordSchema(
                    RecordKind.BOUNDARY_MARKER,
                    Action.EDIT_BOUNDARY,
                    List.of(
                            text("marker_key", "界桩内部编号").must(),
                            text("official_number", "界桩号").must(),
                            integer("sequence", "序号"),
                            text("kind", "界桩类型").must(),
                            text("material", "材质"),
                            text("managing_code", "管理方"),
                            text("position_text", "位置"),
                            number("height_metres", "高程（米）"),
                            text("method", "测量方法"),
                            number("rmse_metres", "中误差（米）"),
                            json("witnesses", "方位物"),
                            STATUS,
                            ATTRIBUTES),
                    POINT,
                    "managing_code"),
            RecordKind.SHOP,
            new RecordSchema(
                    RecordKind.SHOP,
                    Action.EDIT_SHOP,
                    List.of(
                            NAME,
                            text("category", "类别").must(),
                            DIVISION,
                            text("address", "地址"),
                            text("phone", "电话"),
                            text("opening_hours", "营业时间"),
                            text("description", "简介"),
                            json("products", "产品"),
                            STATUS,
                            ATTRIBUTES),
                    POINT,
                    "division_code"),
            RecordKind.FACILITY,
            new RecordSchema(
                    RecordKind.FACILITY,
                    Action.EDIT_FACILITY,
                    List.of(
                            NAME,
                            text("category", "类别").must(),
                            DIVISION,
                            text("address", "地址"),
                            text("phone", "电话"),
                            text("opening_hours", "开放时间"),
                            STATUS,
                            ATTRIBUTES),
                    POINT,
                    "division_code"),
            RecordKind.GROUND,
            new RecordSchema(
                    RecordKind.GROUND,
                    Action.EDIT_GROUND,
                    List.of(text("class", "类别").must(), text("name", "名称"), integer("rank", "等级"), ATTRIBUTES),
                    ANY,
                    ""),
            RecordKind.LOCAL_ENTRY,
            new RecordSchema(
                    RecordKind.LOCAL_ENTRY,
                    Action.EDIT_LOCAL_ENTRY,
                    List.of(
                            NAME,
                            text("category", "类别").must(),
                            DIVISION,
                            integer("place_id", "所依地名"),
                            text("summary", "简介"),
                            text("description", "正文"),
                            text("season", "时令"),
                            text("price", "价格"),
                            text("delivery", "末端配送"),
                            text("address", "地址"),
                            text("phone", "电话"),
                            text("opening_hours", "营业时间"),
                            STATUS,
                            ATTRIBUTES),
                    POINT_OR_LINES,
                    "division_code"));

    /** @throws IllegalArgumentException for what is no map record, such as accounts */
    public static RecordSchema of(RecordKind kind) {
        RecordSchema schema = ALL.get(kind);
        if (schema == null) {
            throw new IllegalArgumentException(kind + " is not a map record");
        }
        return schema;
    }

    /** Whether records of the kind are drawn, searched and shown on cards; accounts and confirmed readings are not. */
    public static boolean isMapRecord(RecordKind kind) {
        return ALL.containsKey(kind);
    }

    /** All kinds of map record. */
    public static List<RecordSchema> all() {
        return Arrays.stream(RecordKind.values())
                .filter(ALL::containsKey)
                .map(ALL::get)
                .toList();
    }

    public Optional<Field> findField(String column) {
        return fields.stream().filter(field -> field.column().equals(column)).findFirst();
    }

    public String table() {
        return kind.table();
    }
}
