package cn.diming.core.search;

import java.util.List;
import java.util.OptionalInt;

/**
 * Some of many records.
 *
 * @param total how many there are
 * @param next where the next page begins; empty on the last one
 */
public record HitPage(List<SearchHit> items, long total, OptionalInt next) {

    public HitPage {
        items = List.copyOf(items);
    }
}
