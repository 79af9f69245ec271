package cn.diming.core.search;

import cn.diming.core.search.DivisionNames.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the divisions a text begins with. Levels may be missing, generic terms may be left out, and one that contradicts
 * those before it is still taken when it is written in full.
 */
final class MentionFinder {

    private static final int LONGEST_HAN = 20;
    private static final int LONGEST_LATIN = 30;
    private static final int SHORTEST_LATIN = 4;
    private static final int MOST_STATES = 24;
    private static final int MOST_WORDS_BEFORE = 10;
    private static final double CONTRADICTS_ONE = -1.5;
    private static final double CONTRADICTS_ALL = -3;
    private static final double BARE_TOWN_FIRST = -1.5;
    private static final double WRITTEN_IN_FULL = 0.5;

    private final DivisionNames names;

    MentionFinder(DivisionNames names) {
        this.names = names;
    }

    /** Divisions found so far and where in the token they end. */
    record State(List<Mention> mentions, int position, double score) {
        static State begin(List<Mention> mentions, double score) {
            return new State(mentions, 0, score);
        }

        State plus(double points) {
            return new State(mentions, position, score + points);
        }

        /** The same before the next token. */
        State restarted() {
            return new State(mentions, 0, score);
        }
    }

    /** All ways to take divisions from the beginning of the token, none taken first. */
    List<State> find(String token, State before) {
        List<State> found = new ArrayList<>();
        found.add(before);
        for (int i = 0; i < found.size() && found.size() < MOST_STATES; i++) {
            extend(token, found.get(i), found);
        }
        return found;
    }

    private void extend(String token, State state, List<State> found) {
        int start = state.position;
        if (start >= token.length()) {
            return;
        }
        boolean latin = NameText.isLatin(token.charAt(start));
        int longest = Math.min(token.length() - start, latin ? LONGEST_LATIN : LONGEST_HAN);
        for (int length = longest; length >= (latin ? SHORTEST_LATIN : 2); length--) {
            String text = token.substring(start, start + length);
            if (!latin || NameText.isLatin(text)) {
                Mention mention = mention(text, state);
                if (mention != null) {
                    found.add(plus(state, mention, start + length));
                }
            }
        }
    }

    private static State plus(State state, Mention mention, int end) {
        List<Mention> mentions = new ArrayList<>(state.mentions);
        mentions.add(mention);
        double score = state.score + mention.text().length() + (mention.whole() ? WRITTEN_IN_FULL : 0);
        if (!consistent(state.mentions, mention.prefixes(), true)) {
            score += consistent(state.mentions, mention.prefixes(), false) ? CONTRADICTS_ONE : CONTRADICTS_ALL;
        }
        if (state.mentions.isEmpty() && !mention.whole() && mention.level() > 3) {
            score += BARE_TOWN_FIRST;
        }
        return new State(mentions, end, score);
    }

    private @Nullable Mention mention(String text, State state) {
        List<Named> called = names.called(text);
        List<Mention> before = state.mentions;
        if (called.isEmpty() && !before.isEmpty()) {
            called = before.getLast().prefixes().size() > 3
                    ? List.of()
                    : before.getLast().prefixes().stream()
                            .flatMap(prefix -> names.villagesCalled(text, prefix).stream())
                            .toList();
        }
        if (called.isEmpty()) {
            return null;
        }
        boolean whole = called.stream().anyMatch(Named::whole);
        List<Named> meant = called.stream()
                .filter(named -> named.whole() == whole || NameText.isLatin(text))
                .filter(named -> consistent(before, List.of(named.prefix()), true))
                .toList();
        if (meant.isEmpty() && whole) {
            meant = contradicting(called.stream().filter(Named::whole).toList(), before);
        }
        if (meant.isEmpty()) {
            return null;
        }
        int level = meant.stream().mapToInt(Named::level).min().orElseThrow();
        return new Mention(
                text, level, meant.stream().map(Named::prefix).distinct().toList(), whole);
    }

    /** Written in full it counts even where it contradicts a mention before; those that agree with another come first. */
    private static List<Named> contradicting(List<Named> called, List<Mention> before) {
        List<Named> half = called.stream()
                .filter(named -> consistent(before, List.of(named.prefix()), false))
                .toList();
        return half.isEmpty() ? called : half;
    }

    /** Whether, for all or for any of the mentions before, one of the divisions lies in the other. */
    private static boolean consistent(List<Mention> before, List<String> prefixes, boolean all) {
        for (Mention mention : before) {
            boolean agrees = mention.prefixes().stream()
                    .anyMatch(known ->
                            prefixes.stream().anyMatch(prefix -> prefix.startsWith(known) || known.startsWith(prefix)));
            if (agrees != all) {
                return agrees;
            }
        }
        return all || before.isEmpty();
    }

    /**
     * Where a county or something higher is written in full, for texts that begin with words that are no division.
     *
     * @return -1 when nowhere near the beginning
     */
    int firstDivision(String token) {
        for (int start = 1; start < Math.min(token.length() - 2, MOST_WORDS_BEFORE); start++) {
            for (int length = 2; length <= 5 && start + length <= token.length(); length++) {
                boolean found = names.called(token.substring(start, start + length)).stream()
                        .anyMatch(named -> named.whole() && named.level() <= 3);
                if (found) {
                    return start;
                }
            }
        }
        return -1;
    }
}
