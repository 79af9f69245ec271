package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.fixtures.Drafts;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class GeoPackageBlobTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (113.44 22.9)",
                "POINT EMPTY",
                "LINESTRING (113 22, 114 23)",
                "POLYGON ((0 0, 3 0, 3 3, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5))",
                "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
                "MULTIPOINT ((1 2), (3 4))"
            })
    void whatIsWrittenIsReadBack(String wkt) {
        Geometry geometry = Drafts.wkt(wkt);

        byte[] blob = GeoPackageBlob.write(geometry);

        assertThat(GeoPackageBlob.read(blob).equalsExact(geometry)).isTrue();
        assertThat(GeoPackageBlob.envelope(blob)).isEqualTo(geometry.getEnvelopeInternal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "4750",
                "47500000FFFFFFFF",
                "47500003000000000101",
                "47500001000000000101000000",
                "4750000F00000000"
            })
    void brokenBytesAreNoGeometry(String hex) {
        assertThatThrownBy(() -> GeoPackageBlob.read(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
