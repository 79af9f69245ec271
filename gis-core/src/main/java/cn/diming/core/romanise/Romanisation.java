package cn.diming.core.romanise;

import cn.diming.core.text.Tones;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A name in Latin letters (地名管理条例 Art. 15).
 *
 * @param name the name as it was spelled, without spaces and punctuation around it
 * @param trace what was done by which rule, in order
 * @param questions readings that nothing decides; while there are any, the spelling is a proposal with the usual reading
 */
public record Romanisation(String name, List<Segment> segments, List<Step> trace, List<Question> questions) {

    public Romanisation {
        segments = List.copyOf(segments);
        trace = List.copyOf(trace);
        questions = List.copyOf(questions);
    }

    /** With tone marks, the usual form: Rénmín Nánlù. */
    public String toned() {
        return segments.stream().map(Segment::toned).collect(Collectors.joining(" "));
    }

    /** Without tone marks, ü kept: Renmin Nanlu. */
    public String toneless() {
        return Tones.withoutMarks(toned());
    }

    /** As on signs, capitals without tone marks, Ü kept: RENMIN NANLU. */
    public String sign() {
        return toneless().toUpperCase(Locale.ROOT);
    }

    public boolean isSettled() {
        return questions.isEmpty();
    }

    /**
     * A part that is written by itself.
     *
     * @param written the characters
     * @param toned its spelling: Nánlù
     * @param syllables the toned syllables; a line may break between them, with a hyphen (rule 13)
     */
    public record Segment(String written, String toned, List<String> syllables) {}

    /**
     * One rule at work.
     *
     * @param rule number in 中国地名汉语拼音字母拼写规则（汉语地名部分）, 1984
     * @param text what was done, Chinese
     * @param words the parts of the name it was done to
     */
    public record Step(int rule, String text, List<String> words) {}

    /**
     * A character whose reading an officer must confirm.
     *
     * @param position index of the character in the name, by code points
     * @param chosen the reading used meanwhile; "" for a character that has no known reading
     * @param candidates toned readings, the usual one first
     * @param word the part of the name that is best remembered with its reading: 新涌 of 新涌村
     * @param reading the word's present reading, syllables parted by spaces
     */
    public record Question(
            int position, String character, String chosen, List<String> candidates, String word, String reading) {}
}
