package cn.diming.core.collect;

import java.util.Optional;
import java.util.OptionalLong;

/** Filters that tests ask with. */
final class FilterSamples {

    static ReportFilter everywhere() {
        return in("", Optional.empty());
    }

    static ReportFilter in(String division, Optional<ReportState> state) {
        return new ReportFilter(
                division,
                state,
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    private FilterSamples() {}
}
