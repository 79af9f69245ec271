package cn.diming.core.text;

import java.util.Optional;

/**
 * A name parted into specific term (专名) and generic term (通名); specific and generic joined give the name.
 *
 * @param generic empty where the name has no known generic term, or is nothing but one
 */
public record NameParts(String specific, Optional<GenericTerm> generic) {

    public NameParts {
        if (specific.isEmpty()) {
            throw new IllegalArgumentException("专名不能为空");
        }
    }
}
