package cn.diming.core.geocode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a table is to be looked up.
 *
 * @param addressColumn where the address stands; null = the first column with a usual name
 * @param divisionPrefix only what lies in this division; null = anywhere
 * @param crs of the coordinates in the result
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GeocodeOptions(
        @Nullable String addressColumn, @Nullable String divisionPrefix, String crs) {

    public Optional<String> column() {
        return Optional.ofNullable(addressColumn);
    }

    public Optional<String> division() {
        return Optional.ofNullable(divisionPrefix);
    }
}
