package cn.diming.api.answer;

import cn.diming.core.record.LocalCategory;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceClasses;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionLevel;
import java.util.Optional;

/** What sort of thing a record is, in words: its class in the register, else its category. */
public final class ClassNames {

    private static final String CODE = "\\d{4,5}";

    /** The class code; empty for a category, which has none. */
    public static Optional<String> code(Optional<String> classOrCategory) {
        return classOrCategory.filter(text -> text.matches(CODE));
    }

    /** The name of the class or the category; a category of the source's own is its own name. */
    public static Optional<String> name(Optional<String> classOrCategory) {
        return classOrCategory.flatMap(text -> PlaceClasses.name(text)
                .or(() -> PlaceCategory.find(text).map(PlaceCategory::title))
                .or(() -> LocalCategory.find(text).map(LocalCategory::title))
                .or(() -> text.matches(CODE) ? Optional.empty() : Optional.of(text)));
    }

    public static String ofDivision(DivisionLevel level) {
        return level.title() + "行政区";
    }

    public static String ofDivision(String code) {
        return ofDivision(new DivisionCode(code).level());
    }

    private ClassNames() {}
}
