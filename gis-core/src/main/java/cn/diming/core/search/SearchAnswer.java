package cn.diming.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What was found for a text.
 *
 * @param ignored words of the text that were left aside
 * @param steps how it was looked for, in Chinese; only when the request asks for explanations
 */
public record SearchAnswer(List<SearchHit> hits, List<String> ignored, List<String> steps) {

    public SearchAnswer {
        hits = List.copyOf(hits);
        ignored = List.copyOf(ignored);
        steps = List.copyOf(steps);
    }

    /** With another answer in the first place; those behind it are no surer. */
    SearchAnswer before(SearchHit first, int limit) {
        List<SearchHit> all = new ArrayList<>();
        all.add(first);
        hits.stream()
                .filter(hit -> !Objects.equals(hit.id(), first.id()))
                .map(hit -> hit.withConfidence(Math.min(hit.confidence(), first.confidence())))
                .forEach(all::add);
        return new SearchAnswer(all.subList(0, Math.min(limit, all.size())), ignored, steps);
    }
}
