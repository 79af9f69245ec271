package cn.diming.core.naming;

import cn.diming.core.finding.Severity;
import cn.diming.core.profile.ProfileRow;
import cn.diming.core.text.HanText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A word list of a profile and how its words are looked for in the specific term of a name. */
record WordList(
        String key,
        String rule,
        String title,
        Match match,
        Set<String> words,
        List<String> exceptions,
        List<NameForm> sounds,
        Optional<Severity> severity,
        String source) {

    /** Where a word counts. */
    enum Match {
        /** The specific term is the word. */
        WHOLE,
        /** It begins with the word. */
        START,
        /** It contains the word. */
        PART,
        /** It is read like the word, tones and all, but written otherwise. */
        SOUND,
        /** A rule asks for the list by its key. */
        LIST
    }

    static WordList of(ProfileRow row) {
        Match match = Match.valueOf(row.text("match"));
        List<String> words = row.texts("words").stream().map(HanText::normal).toList();
        return new WordList(
                row.key(),
                row.text("rule"),
                row.text("title"),
                match,
                Set.copyOf(words),
                row.texts("except"),
                match == Match.SOUND ? words.stream().map(NameForm::of).toList() : List.of(),
                row.findText("severity").flatMap(RuleRow::severity),
                row.source());
    }

    boolean contains(String word) {
        return words.contains(word);
    }

    /** The word that is found, the longest if several are. */
    Optional<String> find(String specific) {
        String text = withoutExceptions(specific);
        return switch (match) {
            case WHOLE -> Optional.of(text).filter(words::contains);
            case START -> longestFrom(text, 0);
            case PART -> anywhere(text);
            case SOUND -> soundingLike(text);
            case LIST -> Optional.empty();
        };
    }

    private String withoutExceptions(String specific) {
        String text = specific;
        for (String exception : exceptions) {
            text = text.replace(exception, "\n");
        }
        return text;
    }

    private Optional<String> anywhere(String text) {
        for (int from = 0; from < text.length(); from++) {
            Optional<String> word = longestFrom(text, from);
            if (word.isPresent()) {
                return word;
            }
        }
        return Optional.empty();
    }

    private Optional<String> longestFrom(String text, int from) {
        for (int to = text.length(); to > from; to--) {
            if (words.contains(text.substring(from, to))) {
                return Optional.of(text.substring(from, to));
            }
        }
        return Optional.empty();
    }

    private Optional<String> soundingLike(String text) {
        if (text.isEmpty() || words.contains(text)) {
            return Optional.empty();
        }
        NameForm form = NameForm.of(text);
        return sounds.stream().filter(form::soundsLike).map(NameForm::text).findFirst();
    }

    /** In the order of the list, for messages: the first few. */
    String sample() {
        return words.stream().sorted().limit(3).collect(Collectors.joining("、"));
    }
}
