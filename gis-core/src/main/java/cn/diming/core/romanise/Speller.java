package cn.diming.core.romanise;

import cn.diming.core.text.Tones;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Joins syllables to segments: capitals (rule 10), apostrophes (rule 11), 儿 (rule 12), ordinals (rule 7). */
final class Speller {

    private static final int LONGEST_WORD = 12;

    private final String name;
    private final Parting parting;
    private final NameReading reading;
    private final int[] text;
    private final List<Romanisation.Segment> segments = new ArrayList<>();
    private final List<Romanisation.Question> questions = new ArrayList<>();
    private final List<Romanisation.Step> steps = new ArrayList<>();

    private Speller(String name, Parting parting, NameReading reading) {
        this.name = name;
        this.parting = parting;
        this.reading = reading;
        this.text = name.codePoints().toArray();
    }

    static Romanisation spell(String name, Parting parting, NameReading reading) {
        Speller speller = new Speller(name, parting, reading);
        int at = 0;
        for (Piece piece : parting.pieces()) {
            speller.add(piece, at);
            at += length(piece.text());
        }
        List<Romanisation.Step> trace = new ArrayList<>(parting.steps());
        trace.addAll(reading.steps());
        trace.addAll(speller.steps);
        return new Romanisation(name, speller.segments, trace, speller.questions);
    }

    private void add(Piece piece, int at) {
        switch (piece.kind()) {
            case LATIN -> {
                String written = piece.text().toUpperCase(Locale.ROOT);
                segments.add(new Romanisation.Segment(piece.text(), written, List.of(written)));
            }
            case ORDINAL -> addOrdinal(piece.text());
            case NAME, GENERIC -> {
                ask(piece, at);
                addSyllables(piece.text(), at);
            }
        }
    }

    private void addOrdinal(String ordinal) {
        String number = Long.toString(Ordinals.value(ordinal));
        boolean counted = ordinal.startsWith("第");
        segments.add(new Romanisation.Segment(
                ordinal, counted ? "Dì-" + number : number, counted ? List.of("dì", number) : List.of(number)));
    }

    private void addSyllables(String written, int at) {
        List<String> syllables = new ArrayList<>();
        StringBuilder spelled = new StringBuilder();
        boolean parted = false;
        for (int i = at; i < at + length(written); i++) {
            String syllable = reading.at(i).isEmpty() ? Character.toString(text[i]) : reading.at(i);
            if (i == at + length(written) - 1 && isEndingR(i, at)) {
                syllables.set(syllables.size() - 1, syllables.getLast() + "r");
                spelled.append('r');
                steps.add(new Romanisation.Step(12, "儿化音写作 r", List.of(written)));
                continue;
            }
            if (i > at && beginsWithVowel(syllable)) {
                spelled.append('\'');
                parted = true;
            }
            spelled.append(syllable);
            spelled.append(i == at && isCount(written) ? "-" : "");
            syllables.add(syllable);
        }
        if (parted) {
            steps.add(new Romanisation.Step(11, "a、o、e 开头的音节前加隔音符号", List.of(written)));
        }
        segments.add(new Romanisation.Segment(written, capital(spelled.toString()), List.copyOf(syllables)));
    }

    /** 第一 of an institution: a hyphen after 第 (GB/T 16159-2012, 6.1.5). */
    private static boolean isCount(String written) {
        return written.matches("第[一二三四五六七八九十]+");
    }

    /** 儿 at the end of a word, unless it is a syllable of its own: 盆儿胡同, but 女儿河. */
    private boolean isEndingR(int index, int start) {
        return text[index] == '儿'
                && index > start
                && !isWord(index - 1)
                && !isWord(index)
                && reading.at(index).equals("ér");
    }

    private boolean isWord(int from) {
        return from + 2 <= text.length && SpellingWords.CHILD.contains(new String(text, from, 2));
    }

    private static boolean beginsWithVowel(String syllable) {
        return "aoe".indexOf(Tones.withoutMarks(syllable).charAt(0)) >= 0;
    }

    private static String capital(String spelled) {
        int first = spelled.offsetByCodePoints(0, 1);
        return spelled.substring(0, first).toUpperCase(Locale.ROOT) + spelled.substring(first);
    }

    private void ask(Piece piece, int at) {
        for (int i = at; i < at + length(piece.text()); i++) {
            if (reading.isOpen(i)) {
                questions.add(question(piece, i));
            }
        }
    }

    private Romanisation.Question question(Piece piece, int index) {
        String character = Character.toString(text[index]);
        String word = List.of(parting.specific(), piece.text()).stream()
                .filter(part -> piece.kind() == Piece.Kind.NAME)
                .filter(part -> part.contains(character) && length(part) > 1 && length(part) <= LONGEST_WORD)
                .findFirst()
                .orElse(character);
        return new Romanisation.Question(
                index, character, reading.at(index), NameReading.candidates(text[index]), word, readingOf(word));
    }

    private String readingOf(String word) {
        int from = length(name.substring(0, name.indexOf(word)));
        List<String> syllables = new ArrayList<>();
        for (int i = from; i < from + length(word); i++) {
            syllables.add(reading.at(i).isEmpty() ? "?" : reading.at(i));
        }
        return String.join(" ", syllables);
    }

    private static int length(String part) {
        return part.codePointCount(0, part.length());
    }
}
