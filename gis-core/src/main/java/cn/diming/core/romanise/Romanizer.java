package cn.diming.core.romanise;

import cn.diming.core.record.PlaceCategory;
import java.util.List;
import java.util.Optional;

/**
 * Writes Chinese place names in Latin letters by 中国地名汉语拼音字母拼写规则（汉语地名部分） of 1984, which 地名管理条例 Art. 15 rests
 * on. A reading is taken from what officers confirmed for the name, then for a word in it, then from the known words and names, then
 * from the reviewed characters; where a polyphone is left, the usual reading stands in and a question is asked.
 */
public final class Romanizer {

    /** What officers confirmed for texts that occur in a name, where it lies. */
    @FunctionalInterface
    interface Memory {
        List<ConfirmedReading> about(String name, Optional<String> divisionCode);
    }

    private static final Romanizer STANDARD = new Romanizer((name, division) -> List.of());

    private final Memory memory;

    Romanizer(Memory memory) {
        this.memory = memory;
    }

    /** Knows the office's confirmed readings; one query for each name. */
    public Romanizer(ConfirmedReadings confirmed) {
        this(confirmed::about);
    }

    /** Knows only what is shipped. */
    public static Romanizer standard() {
        return STANDARD;
    }

    /**
     * @param name a name without any writing in it has an empty spelling
     * @param classCode 5-digit class code: natural villages (222xx) are joined, villages as units (216xx) parted
     * @param divisionCode where the place is, any number of digits; chooses among readings confirmed for an area
     */
    public Romanisation romanise(
            String name, PlaceCategory category, Optional<String> classCode, Optional<String> divisionCode) {
        String text = NameReading.plain(name);
        if (text.isEmpty()) {
            return new Romanisation(text, List.of(), List.of(), List.of());
        }
        Parting parting = Parting.of(text, SpellingStyle.of(category, classCode));
        NameReading reading = NameReading.of(text, parting, memory.about(text, divisionCode));
        return Speller.spell(text, parting, reading);
    }

    /** What is wrong with a spelling somebody gave for the name; empty when it is right in any of the three forms. */
    public List<SpellingFinding> check(Romanisation right, String given) {
        return SpellingCheck.of(right, given);
    }
}
