package cn.diming.core.document;

import java.util.List;
import java.util.Map;

/**
 * A document in pages.
 *
 * @param pages the marks of each, measured in points from the paper's upper left corner
 * @param anchors the page of each, counted from 1
 */
record SetPages(Document document, List<List<Mark>> pages, Map<String, Integer> anchors) {
    SetPages {
        pages = List.copyOf(pages);
        anchors = Map.copyOf(anchors);
    }
}
