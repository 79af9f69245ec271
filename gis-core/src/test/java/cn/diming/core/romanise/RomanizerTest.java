package cn.diming.core.romanise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.PlaceClasses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RomanizerTest {

    private final Romanizer romanizer = Romanizer.standard();

    @Test
    void namesAreSpelledByTheRulesOfTheirClass() {
        List<String> wrong = new ArrayList<>();
        List<String[]> rows = rows("spellings.csv");
        for (String[] row : rows) {
            Romanisation spelled = spell(romanizer, row[0], row[1], row[2]);
            String rules = new TreeSet<>(spelled.trace().stream()
                            .map(Romanisation.Step::rule)
                            .filter(rule -> rule != 8 || row[4].contains("8"))
                            .toList())
                    .stream().map(String::valueOf).collect(Collectors.joining(" "));
            if (!spelled.toned().equals(row[3]) || (!row[4].isEmpty() && !rules.equals(row[4]))) {
                wrong.add("%s: %s by %s instead of %s by %s".formatted(row[0], spelled.toned(), rules, row[3], row[4]));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows.size()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aGivenSpellingIsHeldAgainstTheRules() {
        List<String> wrong = new ArrayList<>();
        for (String[] row : rows("given-spellings.csv")) {
            Romanisation right = spell(romanizer, row[0], row[1], "");
            List<SpellingFinding> findings = romanizer.check(right, row[2]);
            String faults = findings.stream().map(f -> f.fault().name()).collect(Collectors.joining(" "));
            if (!faults.equals(row[3])) {
                wrong.add("%s as %s: %s instead of %s".formatted(row[0], row[2], findings, row[3]));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theSignFormIsInCapitalsWithoutTonesAndKeepsUmlauts() {
        Romanisation town = spell(romanizer, "吕田镇", "DIVISION", "");
        assertThat(town.toneless()).isEqualTo("Lütian Zhen");
        assertThat(town.sign()).isEqualTo("LÜTIAN ZHEN");
        assertThat(spell(romanizer, "六二三路", "STREET", "").sign()).isEqualTo("LIU'ERSAN LU");
    }

    @Test
    void anUndecidedPolyphoneIsAskedAndNotGuessed() {
        Romanisation spelled = spell(romanizer, "新涌村", "NATURAL_VILLAGE", "");
        assertThat(spelled.isSettled()).isFalse();
        assertThat(spelled.questions())
                .containsExactly(
                        new Romanisation.Question(1, "涌", "chōng", List.of("chōng", "yǒng"), "新涌", "xīn chōng"));
        assertThat(spell(romanizer, "新涌三横路", "STREET", "").questions())
                .extracting(Romanisation.Question::word)
                .containsExactly("新涌");
        assertThat(spell(romanizer, "东涌镇", "DIVISION", "").isSettled()).isTrue();
    }

    @Test
    void aCharacterWithoutReadingIsAskedAndKept() {
        Romanisation spelled = spell(romanizer, "\uE863塘村", "NATURAL_VILLAGE", "");
        assertThat(spelled.toned()).isEqualTo("\uE863tángcūn");
        assertThat(spelled.questions())
                .extracting(Romanisation.Question::chosen)
                .containsExactly("");
        assertThat(spelled.questions().getFirst().reading()).isEqualTo("? táng");
    }

    @Test
    void whatOfficersConfirmedWinsNearestFirst() {
        Romanizer office = new Romanizer((name, division) -> List.of(
                confirmed("涌", "chōng", false, ""),
                confirmed("新涌", "xīn yǒng", false, "4401"),
                confirmed("大新涌", "dà xīn chōng", true, "44")));
        assertThat(spell(office, "新涌村", "NATURAL_VILLAGE", "440113").toned()).isEqualTo("Xīnyǒngcūn");
        assertThat(spell(office, "大新涌路", "STREET", "440113").toned()).isEqualTo("Dàxīnchōng Lù");
        assertThat(spell(office, "大新涌口路", "STREET", "440113").toned()).isEqualTo("Dàxīnyǒngkǒu Lù");
        assertThat(spell(office, "新涌村", "NATURAL_VILLAGE", "440113").trace())
                .extracting(Romanisation.Step::text)
                .contains("“新涌”读 xīn yǒng（经核实）");
    }

    @Test
    void traditionalCharactersSpacesAndFullWidthDigitsAreTheSameName() {
        assertThat(spell(romanizer, " 從化 區", "DIVISION", "").toned()).isEqualTo("Cónghuà Qū");
        assertThat(spell(romanizer, "中山３路", "STREET", "").toned()).isEqualTo("Zhōngshān 3 Lù");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "·",
                "路",
                "村",
                "第",
                "第路",
                "一",
                "一路",
                "A",
                "12",
                "儿",
                "儿路",
                "\uD840",
                "\uD840\uDC00路",
                "𪣻底村",
                "（）",
                "K1+200",
                "百百百路",
                "〇路",
                "东",
                "东东东东路",
                "大大大大大大大大大大大大道",
                "自治县",
                "族乡",
                "瑶族自治县"
            })
    void noNameDoesHarm(String name) {
        for (PlaceCategory category : PlaceCategory.values()) {
            Romanisation spelled = romanizer.romanise(name, category, Optional.empty(), Optional.empty());
            assertThat(String.join(
                            "",
                            spelled.segments().stream()
                                    .map(Romanisation.Segment::written)
                                    .toList()))
                    .isEqualTo(spelled.name());
            assertThat(romanizer.check(spelled, "Lu'")).isNotNull();
        }
    }

    private static ConfirmedReading confirmed(String text, String reading, boolean wholeName, String scope) {
        return new ConfirmedReading(
                1, text, reading, wholeName, scope, Optional.empty(), Instant.EPOCH, OptionalLong.empty());
    }

    private static Romanisation spell(Romanizer by, String name, String type, String division) {
        boolean code = type.matches("\\d+");
        return by.romanise(
                name,
                code ? PlaceClasses.category(type) : PlaceCategory.valueOf(type),
                code ? Optional.of(type) : Optional.empty(),
                division.isEmpty() ? Optional.empty() : Optional.of(division));
    }

    private static List<String[]> rows(String table) {
        try (var file = Objects.requireNonNull(RomanizerTest.class.getResourceAsStream(table))) {
            return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toArray(String[]::new))
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
