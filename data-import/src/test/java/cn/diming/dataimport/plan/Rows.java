package cn.diming.dataimport.plan;

import cn.diming.dataimport.source.SourceFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows written in one line. */
final class Rows {

    /** The seventh row of a layer, with these names and values in turn. */
    static SourceFeature row(Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return new SourceFeature(7, Optional.empty(), attributes, List.of());
    }

    private Rows() {}
}
