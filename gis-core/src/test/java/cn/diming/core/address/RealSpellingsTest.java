package cn.diming.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Real road names with real spellings of numbers, buildings and rooms, put together; none is in the gazetteer. */
class RealSpellingsTest {

    @Test
    void mostPartsAreReadThoughNoNameIsKnown() {
        MeasureAddresses measured = new MeasureAddresses();
        assertThat(measured.share(AddressLevel.STREET)).isGreaterThan(0.98);
        assertThat(measured.share(AddressLevel.LANE)).isGreaterThan(0.98);
        assertThat(measured.share(AddressLevel.NUMBER)).isGreaterThan(0.98);
        assertThat(measured.share(AddressLevel.ESTATE)).isGreaterThan(0.95);
        assertThat(measured.share(AddressLevel.BUILDING)).isGreaterThan(0.98);
        assertThat(measured.share(AddressLevel.UNIT)).isGreaterThan(0.98);
        assertThat(measured.share(AddressLevel.ROOM)).isGreaterThan(0.98);
    }
}
