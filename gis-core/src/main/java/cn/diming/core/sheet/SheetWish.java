package cn.diming.core.sheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How all sheets of a run are to be made.
 *
 * @param template name of a template, such as a3
 * @param internal for the office, with 内部用图; else for everybody
 * @param formats of pdf, svg, png
 * @param approvalNumber 审图号 as it was issued; null = that of the division, if it has one
 * @param compiler 编制单位; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SheetWish(
        String title,
        String template,
        boolean internal,
        List<String> formats,
        @Nullable String approvalNumber,
        String compiler) {

    private static final Set<String> FORMATS = Set.of("pdf", "svg", "png");

    public SheetWish {
        formats = List.copyOf(formats);
        if (formats.isEmpty() || !FORMATS.containsAll(formats)) {
            throw new IllegalArgumentException("格式只有 pdf、svg、png");
        }
    }

    @JsonIgnore
    public Optional<String> approval() {
        return Optional.ofNullable(approvalNumber).filter(text -> !text.isBlank());
    }
}
