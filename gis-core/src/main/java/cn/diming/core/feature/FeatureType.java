package cn.diming.core.feature;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.cql.Queryable;
import cn.diming.core.cql.Queryables;
import cn.diming.core.record.Field;
import cn.diming.core.record.RecordSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A collection of features: the records of one table, or the part of the place names that are or are not streets. */
public enum FeatureType {
    DIVISIONS("divisions", RecordKind.DIVISION, "行政区划", "省、市、县、镇街与村居的行政区域"),
    PLACES("places", RecordKind.PLACE, "地名", "街路巷以外的地名"),
    STREETS("streets", RecordKind.PLACE, "街路巷", "道路与街巷及其中心线"),
    DOOR_PLATES("door-plates", RecordKind.DOOR_PLATE, "门牌", "门牌、楼牌等的编号与位置"),
    SIGNS("signs", RecordKind.SIGN, "地名标志", "路牌、村牌等地名标志"),
    BOUNDARY_LINES("boundary-lines", RecordKind.BOUNDARY_LINE, "界线", "行政区域界线与村级管理线；精确界线仅供工作人员查看"),
    BOUNDARY_MARKERS("boundary-markers", RecordKind.BOUNDARY_MARKER, "界桩", "界桩的编号与位置；仅供工作人员查看"),
    SHOPS("shops", RecordKind.SHOP, "店铺", "沿街店铺"),
    FACILITIES("facilities", RecordKind.FACILITY, "民政设施", "养老、婚姻登记、殡葬等民政设施"),
    GROUND("ground", RecordKind.GROUND, "底图要素", "水系、绿地、建筑与无名道路");

    /** The name under which conditions speak of the geometry. */
    public static final String GEOMETRY = "geometry";

    /** Number of a feature. */
    public static final String ID = "id";

    /** When a feature was last changed. */
    public static final String UPDATED = "updated";

    private final String id;
    private final RecordKind kind;
    private final String title;
    private final String description;

    FeatureType(String id, RecordKind kind, String title, String description) {
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.description = description;
    }

    public static Optional<FeatureType> find(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    /** The name in addresses. */
    public String id() {
        return id;
    }

    public RecordKind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public RecordSchema schema() {
        return RecordSchema.of(kind);
    }

    /** Precise lines and markers are controlled papers: 行政区域界线管理条例 Art. 13 and 14. */
    public boolean isFor(Actor actor) {
        boolean controlled = this == BOUNDARY_LINES || this == BOUNDARY_MARKERS;
        return !controlled || AccessPolicy.allows(actor.role(), Action.READ_STAFF);
    }

    /** What conditions may speak of: the number, all plain columns, the time of the last change and the geometry. */
    public Queryables queryables() {
        List<Queryable> all = new ArrayList<>();
        all.add(new Queryable(ID, Queryable.Type.INTEGER, "编号"));
        for (Field field : schema().fields()) {
            type(field).ifPresent(type -> all.add(new Queryable(propertyName(field), type, field.title())));
        }
        all.add(new Queryable(UPDATED, Queryable.Type.INSTANT, "最后修改"));
        all.add(new Queryable(GEOMETRY, Queryable.Type.GEOMETRY, "几何"));
        return new Queryables(all);
    }

    /** Empty for JSON, which is shown and not compared. */
    private static Optional<Queryable.Type> type(Field field) {
        return switch (field.type()) {
            case TEXT -> Optional.of(Queryable.Type.TEXT);
            case INTEGER -> Optional.of(Queryable.Type.INTEGER);
            case NUMBER -> Optional.of(Queryable.Type.NUMBER);
            case YES_NO -> Optional.of(Queryable.Type.YES_NO);
            case DATE -> Optional.of(Queryable.Type.DATE);
            case JSON -> Optional.empty();
        };
    }

    /** The column's name in camel case, as everywhere in our interfaces. */
    public static String propertyName(Field field) {
        StringBuilder name = new StringBuilder();
        for (String word : field.column().split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
