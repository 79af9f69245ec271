package cn.diming.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceClassesTest {

    @Test
    void aCodeHasItsOwnNameOrThatOfTheGroupAboveIt() {
        assertThat(PlaceClasses.name("21610")).contains("行政村");
        assertThat(PlaceClasses.name("27610")).contains("村民委员会");
        assertThat(PlaceClasses.name("22200")).contains("农村居民点");
        assertThat(PlaceClasses.name("23514")).contains("交通运输设施");
        assertThat(PlaceClasses.name("99999")).isEmpty();
        assertThat(PlaceClasses.name("STREET")).isEmpty();
        assertThat(PlaceClasses.category("22200")).isEqualTo(PlaceCategory.NATURAL_VILLAGE);
        assertThat(PlaceClasses.category("99999")).isEqualTo(PlaceCategory.OTHER);
    }
}
