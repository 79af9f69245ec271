package cn.diming.core.naming;

import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/**
 * A name to be judged, and the thing it is to name.
 *
 * @param classCode 5 digits; decides the category
 * @param geometry EPSG:4490
 * @param divisionCode where the thing lies, 2 to 12 digits; goes before what the geometry says
 * @param profile name of the rule profile; empty = the nearest one of the division
 * @param circumstances what else the rules ask
 */
public record NameQuestion(
        String name,
        PlaceCategory category,
        Optional<String> classCode,
        Optional<Geometry> geometry,
        Optional<String> divisionCode,
        Optional<String> profile,
        Circumstances circumstances,
        EntityFacts facts) {

    private static final int LONGEST = 60;

    /**
     * What is known beside the name and the place.
     *
     * @param existing the name is in use already and judged leniently
     * @param inUseSince since when; empty = longer than anybody knows
     * @param placeId the record that bears the name: not compared with itself
     * @param caseId the case that proposes it: not compared with its own reservation
     * @param readingConfirmed an officer has confirmed how its polyphones are read
     * @param measuresDocument the measures that 地名管理条例 Art. 25 asks before a protected name is changed are there
     * @param paidNaming somebody paid for the name
     */
    public record Circumstances(
            boolean existing,
            Optional<LocalDate> inUseSince,
            OptionalLong placeId,
            OptionalLong caseId,
            boolean readingConfirmed,
            boolean measuresDocument,
            boolean paidNaming) {

        /** A new name, nothing else known. */
        public static final Circumstances NEW = new Circumstances(
                false, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), false, false, false);
    }

    /** @throws Refused for a blank or overlong name, a class code or a division code that is none */
    public NameQuestion {
        name = name.strip();
        List<String> faults = new ArrayList<>();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            faults.add("名称应为 1 至 " + LONGEST + " 个字");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add("名称含有不可见的控制字符");
        }
        if (classCode.filter(code -> PlaceClasses.name(code).isEmpty()).isPresent()) {
            faults.add("没有这个地名类别代码：" + classCode.get());
        }
        if (divisionCode.filter(code -> !code.matches("[1-9]\\d{1,11}")).isPresent()) {
            faults.add("区划代码应为 2 至 12 位数字");
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        category = classCode.map(PlaceClasses::category).orElse(category);
    }

    /** A new name of a thing in a division, judged by the division's own profile. */
    public static NameQuestion of(String name, PlaceCategory category, String divisionCode) {
        return new NameQuestion(
                name,
                category,
                Optional.empty(),
                Optional.empty(),
                Optional.of(divisionCode),
                Optional.empty(),
                Circumstances.NEW,
                EntityFacts.UNKNOWN);
    }

    /** The same question about a thing in that division. */
    NameQuestion in(String division) {
        return new NameQuestion(
                name, category, classCode, geometry, Optional.of(division), profile, circumstances, facts);
    }
}
