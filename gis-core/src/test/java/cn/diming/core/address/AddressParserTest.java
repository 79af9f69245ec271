package cn.diming.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AddressParserTest {

    private static final PlaceNames NAMES = TestGazetteer.placesOfNansha();

    private final AddressParser parser = new AddressParser(TestGazetteer.ofNansha());

    static Stream<Object[]> addresses() {
        return TestGazetteer.rows("addresses.csv").map(row -> (Object[]) row.split(" \\| "));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void partsAreThoseOfTheTable(String text, String expected) {
        assertThat(written(parser.parse(text, NAMES))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void theStandardTextIsReadAsTheSameParts(String text, String expected) {
        Address address = parser.parse(text, NAMES);
        assertThat(written(parser.parse(address.canonical(), NAMES))).isEqualTo(expected);
    }

    @Test
    void whatPeopleSayIsReadAsTheSameDoor() {
        Address address = parser.parse("广东省广州市南沙区东涌镇大稳村民委员会芝正街12号附1号", NAMES);
        assertThat(address.variants())
                .contains("芝正街12号附1号", "芝正街12-1号", "南沙区东涌镇大稳村民委员会芝正街12号附1号", "南沙东涌镇大稳村芝正街12号附1号")
                .allSatisfy(variant -> {
                    Address read = parser.parse(variant, NAMES);
                    assertThat(read.number()
                                    .orElseThrow()
                                    .isSamePlace(address.number().orElseThrow()))
                            .as(variant)
                            .isTrue();
                    assertThat(read.text(AddressLevel.STREET)).as(variant).hasValue("芝正街");
                });
    }

    @Test
    void textOfAnyKindIsReadWithoutFault() {
        assertThat(parser.parse("", NAMES).parts()).isEmpty();
        assertThat(parser.parse("……", NAMES).parts()).isNotEmpty();
        assertThat(parser.parse("号号号之之附附-1--2号", NAMES).canonical()).isNotNull();
        assertThatThrownBy(() -> parser.parse("路".repeat(201), NAMES)).hasMessageContaining("200");
    }

    private static String written(Address address) {
        return address.parts().stream()
                .map(part -> part.level() + "=" + part.text())
                .collect(Collectors.joining(" "));
    }
}
