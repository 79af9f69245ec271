package cn.diming.core.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.text.StandardCharacters;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypefaceTest {

    @Test
    void bothFacesHaveEveryCharacterOfTheStandardTable() {
        List<String> missing = IntStream.range(0x3400, 0x32000)
                .filter(c -> StandardCharacters.level(c) > 0)
                .filter(c -> !Typeface.SONG.has(c) || !Typeface.HEI.has(c))
                .mapToObj(Character::toString)
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void theSongFaceHasTheWholeUnifiedBlockAndTonedLetters() {
        assertThat(IntStream.rangeClosed(0x4E00, 0x9FA5).allMatch(Typeface.SONG::has))
                .isTrue();
        assertThat("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜÜü".codePoints().allMatch(Typeface.SONG::has))
                .isTrue();
    }

    @Test
    void whatOneFaceLacksTheOtherShows() {
        int rare = "㙘".codePointAt(0);
        int uncommon = IntStream.rangeClosed(0x4E00, 0x9FA5)
                .filter(c -> !Typeface.HEI.has(c))
                .findFirst()
                .orElseThrow();
        String text = "村" + Character.toString(uncommon) + "路";
        assertThat(Lettering.stretches(Typeface.HEI, text))
                .containsExactly(
                        new Lettering.Stretch(Typeface.HEI, "村"),
                        new Lettering.Stretch(Typeface.SONG, Character.toString(uncommon)),
                        new Lettering.Stretch(Typeface.HEI, "路"));
        assertThat(Typeface.SONG.width(rare)).isPositive();
    }

    @Test
    void aCharacterThatNoFaceHasIsNamed() {
        assertThatThrownBy(() -> Lettering.stretches(Typeface.SONG, "和\uE863路"))
                .isInstanceOf(MissingGlyph.class)
                .hasMessageContaining("U+E863");
    }

    @Test
    void whatThePublicWritesIsShownWithGetaMarks() {
        assertThat(Lettering.printable("同意😀！")).isEqualTo("同意〓！");
    }
}
