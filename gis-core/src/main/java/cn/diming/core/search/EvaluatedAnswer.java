package cn.diming.core.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a search system under evaluation answers first, second …
 *
 * @param keys under which the record is known: its code, its key in the source
 */
record EvaluatedAnswer(List<String> keys, double confidence, double lon, double lat) {

    static EvaluatedAnswer of(SearchHit hit) {
        List<String> keys =
                Stream.concat(hit.code().stream(), hit.sourceKey().stream()).toList();
        return new EvaluatedAnswer(keys, hit.confidence(), hit.lon(), hit.lat());
    }
}
