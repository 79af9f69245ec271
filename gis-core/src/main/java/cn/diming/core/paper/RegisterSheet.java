package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import cn.diming.core.document.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record of the register as the 登记表 of the national survey has it.
 *
 * @param values by the field names of that form, without those that are empty
 * @param sketch its position among its neighbours
 */
public record RegisterSheet(Map<String, String> values, Optional<Image> sketch) {

    /** The fields of the form in their order (第二次全国地名普查地名登记表). */
    public static final List<String> FORM = List.of(
            "代码", "标准名称", "别名", "简称", "图上名称", "图号(年版)", "比例尺", "罗马字母拼写", "地名读音", "通名罗马字母拼写",
            "民族文字", "语种", "使用时间", "命名时间", "密级", "设立年份", "废止年份", "标牌个数", "高程", "东经", "至东经", "北纬",
            "至北纬", "坐标系", "测量方法", "类别名称", "含义", "历史沿革", "地理实体描述", "多媒体信息", "其他信息", "资料来源及出处",
            "备注", "登记时间", "登记人", "登记单位", "所在(跨)行政区");

    /** Those that may not be left empty (★). 代码 is given by the national database. */
    public static final List<String> REQUIRED = List.of(
            "标准名称", "罗马字母拼写", "使用时间", "类别名称", "含义", "历史沿革", "地理实体描述", "登记时间", "登记人", "登记单位", "所在(跨)行政区");

    public RegisterSheet {
        values = Map.copyOf(values);
    }

    static final FieldSet<RegisterSheet> FIELDS = fields();

    private static FieldSet<RegisterSheet> fields() {
        FieldSet<RegisterSheet> fields = new FieldSet<>();
        for (String name : FORM) {
            fields.text(name, sheet -> Optional.ofNullable(sheet.values.get(name)));
        }
        return fields.figure("位置示意图", RegisterSheet::sketch);
    }
}
