package cn.diming.core.numbering;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The longest run of numbers that rise along a street: those it leaves out are the fewest that break the order. */
final class RisingRun {

    /**
     * Which items belong to it.
     *
     * @param counts items that take no part are in no run
     * @param mayPrecede whether the first may stand anywhere before the second
     */
    static <T> BitSet of(List<T> along, Predicate<T> counts, BiPredicate<T, T> mayPrecede) {
        int[] length = new int[along.size()];
        int[] before = new int[along.size()];
        int best = -1;
        for (int i = 0; i < along.size(); i++) {
            before[i] = -1;
            if (!counts.test(along.get(i))) {
                continue;
            }
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                if (length[j] >= length[i] && mayPrecede.test(along.get(j), along.get(i))) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            best = best < 0 || length[i] > length[best] ? i : best;
        }
        BitSet run = new BitSet(along.size());
        for (int i = best; i >= 0; i = before[i]) {
            run.set(i);
        }
        return run;
    }

    private RisingRun() {}
}
