package cn.diming.core.search;

import cn.diming.core.search.TypedName.Element;
import java.util.List;

/**
 * Weighted edit distance between what was typed and a name: sounds and shapes that are confused cost less than other
 * characters, and neighbours may have changed places.
 *
 * @param whole cost to make the typed text the whole name
 * @param beginning least cost to make it a beginning of the name
 */
record NameDistance(float whole, float beginning) {

    private static final float LEFT_OUT = 0.8f;
    private static final float SWAPPED = 0.4f;

    static NameDistance between(List<Element> typed, int[] name) {
        int n = typed.size();
        int m = name.length;
        float[][] costs = new float[n + 1][m + 1];
        float[][] differences = new float[n][m];
        for (int j = 1; j <= m; j++) {
            costs[0][j] = j * LEFT_OUT;
        }
        for (int i = 1; i <= n; i++) {
            costs[i][0] = i * LEFT_OUT;
            Element element = typed.get(i - 1);
            for (int j = 1; j <= m; j++) {
                float difference = element.difference(name[j - 1]);
                differences[i - 1][j - 1] = difference;
                float cost = Math.min(
                        costs[i - 1][j - 1] + difference, Math.min(costs[i - 1][j], costs[i][j - 1]) + LEFT_OUT);
                if (i > 1 && j > 1 && differences[i - 2][j - 1] == 0 && differences[i - 1][j - 2] == 0) {
                    cost = Math.min(cost, costs[i - 2][j - 2] + SWAPPED);
                }
                costs[i][j] = cost;
            }
        }
        float beginning = costs[n][m];
        for (int j = 0; j <= m; j++) {
            beginning = Math.min(beginning, costs[n][j]);
        }
        return new NameDistance(costs[n][m], beginning);
    }
}
