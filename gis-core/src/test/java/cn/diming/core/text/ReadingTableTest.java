package cn.diming.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingTableTest {

    @Test
    void everyReviewedReadingIsASyllableAndStandsOnce() {
        Set<String> texts = new HashSet<>();
        for (String[] row : TextTable.rows("readings-reviewed.tsv")) {
            assertThat(texts.add(row[0])).as(row[0]).isTrue();
            assertThat(List.of(row[1].split(" ")))
                    .as(row[0])
                    .allMatch(toned -> PinyinInput.isSyllable(Tones.toneless(toned)));
        }
    }

    @Test
    void everyStandardCharacterButTheVowellessInterjectionsHasAReading() throws IOException {
        Path shared = Path.of(System.getenv().getOrDefault("DIMING_SHARED", "../../shared"));
        Path standard = shared.resolve("data/chars/tgh8105.tsv");
        assumeTrue(Files.exists(standard), "skipped: the table of standard characters is not here");
        for (String line : Files.readAllLines(standard)) {
            String character = line.split("\t")[1];
            if (!List.of("char", "呣", "嗯").contains(character)) {
                assertThat(Pinyin.standard().candidates(character.codePointAt(0)))
                        .as(character)
                        .isNotEmpty();
            }
        }
    }
}
