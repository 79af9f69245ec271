package cn.diming.core.paper;

import cn.diming.core.document.FieldSet;
import cn.diming.core.document.Image;
import java.util.Optional;

/**
 * One name of a case, as papers speak of it.
 *
 * @param action what is done with the name: 命名, 更名, 销名 or 标准化处理
 * @param name the standard name: the one proposed or given; of a cancellation the one that goes
 * @param oldName what the place was called until then
 * @param romanised toned, as 罗马字母拼写
 * @param divisionName whole name of the division it belongs to
 * @param className class of place
 * @param location 位置描述
 * @param characters 用字: what is to be said of the characters
 * @param otherWritings other names or writings that it takes the place of
 * @param sides 四至
 * @param sketch its position among its neighbours
 */
public record NameSheet(
        String action,
        Optional<String> name,
        Optional<String> oldName,
        Optional<String> romanised,
        Optional<String> divisionName,
        Optional<String> className,
        Words words,
        Optional<String> characters,
        Optional<String> otherWritings,
        Sides sides,
        Optional<Image> sketch) {

    /** What the applicant wrote (地名管理条例 Art. 11). */
    public record Words(
            Optional<String> location,
            Optional<String> scale,
            Optional<String> nature,
            Optional<String> meaning,
            Optional<String> origin,
            Optional<String> reason) {}

    /** What lies next to it on each side. */
    public record Sides(Optional<String> east, Optional<String> south, Optional<String> west, Optional<String> north) {
        public static final Sides UNKNOWN =
                new Sides(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** In one sentence; empty when nothing is known. */
        Optional<String> text() {
            String text = side("东至", east) + side("南至", south) + side("西至", west) + side("北至", north);
            return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(0, text.length() - 1));
        }

        private static String side(String words, Optional<String> what) {
            return what.map(name -> words + name + "，").orElse("");
        }
    }

    static final FieldSet<NameSheet> FIELDS = new FieldSet<NameSheet>()
            .plain("事项", NameSheet::action)
            .text("标准名称", NameSheet::name)
            .text("原名称", NameSheet::oldName)
            .text("罗马字母拼写", NameSheet::romanised)
            .text("所属政区", NameSheet::divisionName)
            .text("地名类别", NameSheet::className)
            .text("位置描述", sheet -> sheet.words.location)
            .text("规模", sheet -> sheet.words.scale)
            .text("性质", sheet -> sheet.words.nature)
            .text("含义", sheet -> sheet.words.meaning)
            .text("来历", sheet -> sheet.words.origin)
            .text("名称理由", sheet -> sheet.words.reason)
            .text("用字", NameSheet::characters)
            .text("不再使用的名称", NameSheet::otherWritings)
            .text("四至", sheet -> sheet.sides.text())
            .text("东至", sheet -> sheet.sides.east)
            .text("南至", sheet -> sheet.sides.south)
            .text("西至", sheet -> sheet.sides.west)
            .text("北至", sheet -> sheet.sides.north)
            .figure("位置示意图", NameSheet::sketch);
}
