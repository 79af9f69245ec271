package cn.diming.core.patrol;

import java.util.List;

/**
 * What a file recorded.
 *
 * @param segments of fixes in their order; between two segments the receiver was off
 */
record Track(TrackFile file, List<List<Fix>> segments) {

    Track {
        segments = segments.stream().map(List::copyOf).toList();
    }

    List<Fix> fixes() {
        return segments.stream().flatMap(List::stream).toList();
    }
}
