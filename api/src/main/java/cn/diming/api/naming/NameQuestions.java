package cn.diming.api.naming;

import cn.diming.api.answer.GeoJson;
import cn.diming.api.generated.model.NameCheck;
import cn.diming.core.naming.EntityFacts;
import cn.diming.core.naming.NameQuestion;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
                number(wanted.getPlaceId()),
                number(wanted.getCaseId()),
                isTrue(wanted.getReadingConfirmed()),
                isTrue(wanted.getMeasuresDocument()),
                isTrue(wanted.getPaidNaming()));
    }

    private static EntityFacts facts(cn.diming.api.generated.model.@Nullable EntityFacts given) {
        return given == null
                ? EntityFacts.UNKNOWN
                : new EntityFacts(
                        number(given.getWidthMetres()),
                        number(given.getLengthMetres()),
                        number(given.getSiteSquareMetres()),
                        number(given.getFloorSquareMetres()),
                        number(given.getOpenSquareMetres()),
                        given.getStoreys() == null ? OptionalInt.empty() : OptionalInt.of(given.getStoreys()),
                        number(given.getGreenPercent()),
                        number(given.getFloorAreaRatio()),
                        number(given.getCoveragePercent()));
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static OptionalLong number(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static OptionalDouble number(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private NameQuestions() {}
}
