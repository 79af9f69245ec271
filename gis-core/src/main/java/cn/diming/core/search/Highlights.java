package cn.diming.core.search;

import cn.diming.core.search.TypedName.Element;
import cn.diming.core.text.HanText;
import java.util.ArrayList;
import java.util.List;

/** Which parts of a name were typed, in whatever script. */
final class Highlights {

    private static final float STILL_ALIKE = 0.4f;

    /** The typed characters in their order, at their first places in the name. */
    static List<SearchHit.Range> of(Hypothesis hypothesis, String name) {
        List<SearchHit.Range> best = List.of();
        int most = 0;
        for (TypedName.Reading reading : hypothesis.name().readings()) {
            List<SearchHit.Range> ranges = of(reading.elements(), name);
            int covered =
                    ranges.stream().mapToInt(range -> range.to() - range.from()).sum();
            if (covered > most) {
                most = covered;
                best = ranges;
            }
        }
        return best;
    }

    private static List<SearchHit.Range> of(List<Element> typed, String name) {
        List<SearchHit.Range> ranges = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < name.length() && next < typed.size(); ) {
            int character = name.codePointAt(i);
            int end = i + Character.charCount(character);
            int at = findFrom(typed, next, character);
            if (at >= 0) {
                append(ranges, i, end);
                next = at + 1;
            }
            i = end;
        }
        return ranges;
    }

    /** The element itself or, where a character was left out or wrong, the one after it. */
    private static int findFrom(List<Element> typed, int from, int character) {
        int folded = Character.toLowerCase(HanText.simplified(character));
        for (int i = from; i < Math.min(typed.size(), from + 2); i++) {
            if (typed.get(i).difference(folded) < STILL_ALIKE) {
                return i;
            }
        }
        return -1;
    }

    private static void append(List<SearchHit.Range> ranges, int from, int to) {
        if (!ranges.isEmpty() && ranges.getLast().to() == from) {
            ranges.add(new SearchHit.Range(ranges.removeLast().from(), to));
        } else {
            ranges.add(new SearchHit.Range(from, to));
        }
    }

    private Highlights() {}
}
