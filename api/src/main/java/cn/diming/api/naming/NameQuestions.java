package cn.diming.api.naming;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.answer.Given;
import cn.diming.api.generated.model.NameCheck;
import cn.diming.core.naming.EntityFacts;
import cn.diming.core.naming.NameQuestion;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a body asks, field by field. */
final class NameQuestions {

    /** @throws Refused when neither category nor class says what is to be named */
    static NameQuestion of(NameCheck wanted) {
        return new NameQuestion(
                wanted.getName(),
                category(wanted),
                Optional.ofNullable(wanted.getClassCode()),
                Optional.ofNullable(wanted.getGeometry()).map(json -> GeoJson.read(json, wanted.getCrs())),
                Optional.ofNullable(wanted.getDivisionCode()),
                Optional.ofNullable(wanted.getProfile()),
                circumstances(wanted),
                facts(wanted.getFacts()));
    }

    private static PlaceCategory category(NameCheck wanted) {
        if (wanted.getCategory() != null) {
            return PlaceCategory.valueOf(wanted.getCategory().name());
        }
        return Optional.ofNullable(wanted.getClassCode())
                .map(PlaceClasses::category)
                .orElseThrow(() -> new Refused(List.of("请给出地名的类别（category）或类别代码（classCode）")));
    }

    private static NameQuestion.Circumstances circumstances(NameCheck wanted) {
        return new NameQuestion.Circumstances(
                isTrue(wanted.getExisting()),
                Optional.ofNullable(wanted.getInUseSince()),
                Given.number(wanted.getPlaceId()),
                Given.number(wanted.getCaseId()),
                isTrue(wanted.getReadingConfirmed()),
                isTrue(wanted.getMeasuresDocument()),
                isTrue(wanted.getPaidNaming()));
    }

    private static EntityFacts facts(cn.diming.api.generated.model.@Nullable EntityFacts given) {
        return given == null
                ? EntityFacts.UNKNOWN
                : new EntityFacts(
                        Given.number(given.getWidthMetres()),
                        Given.number(given.getLengthMetres()),
                        Given.number(given.getSiteSquareMetres()),
                        Given.number(given.getFloorSquareMetres()),
                        Given.number(given.getOpenSquareMetres()),
                        given.getStoreys() == null ? OptionalInt.empty() : OptionalInt.of(given.getStoreys()),
                        Given.number(given.getGreenPercent()),
                        Given.number(given.getFloorAreaRatio()),
                        Given.number(given.getCoveragePercent()));
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private NameQuestions() {}
}
