package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.diming.core.fixtures.Drafts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

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

    /** Bytes put together by another program, with each byte order, foreign system, height and way to be empty. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "475000000000118a0000000001405c6000000000004036c00000000000; POINT (113.5 22.75)",
                "47500001e610000001010000000000000000605c400000000000c03640; POINT (113.5 22.75)",
                "475000018a11000001e90300000000000000605c400000000000c036400000000000001440; POINT (113.5 22.75)",
                "475000038a1100000000000000405c400000000000805c4000000000000036400000000000003740"
                        + "0102000000020000000000000000405c4000000000000036400000000000805c400000000000003740;"
                        + "LINESTRING (113 22, 114 23)",
                "475000038a110000000000000000f87f000000000000f87f000000000000f87f000000000000f87f"
                        + "010200000000000000; LINESTRING EMPTY",
                "475000118a1100000101000000000000000000f87f000000000000f87f; POINT EMPTY"
            })
    void blobsOfOtherProgramsAreRead(String hex, String wkt) {
        byte[] blob = HexFormat.of().parseHex(hex);
        Geometry expected = Drafts.wkt(wkt);

        assertThat(GeoPackageBlob.read(blob).equalsExact(expected)).isTrue();
        assertThat(GeoPackageBlob.envelope(blob)).isEqualTo(expected.getEnvelopeInternal());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 4", "2, 6", "3, 6", "4, 8"})
    void everyKindOfEnvelopeIsReadInBothByteOrders(int code, int numbers) {
        byte[] wkb = new WKBWriter().write(Drafts.wkt("LINESTRING (113 22, 114 23)"));
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            int flags = code << 1 | (order == ByteOrder.LITTLE_ENDIAN ? 1 : 0);
            ByteBuffer blob = ByteBuffer.allocate(8 + 8 * numbers + wkb.length).order(order);
            blob.put(new byte[] {'G', 'P', 0, (byte) flags}).putInt(4490);
            for (int i = 0; i < numbers; i++) {
                blob.putDouble(new double[] {113, 114, 22, 23, 7, 8, 9, 10}[i]);
            }
            blob.put(wkb);

            assertThat(GeoPackageBlob.envelope(blob.array())).isEqualTo(new Envelope(113, 114, 22, 23));
            assertThat(GeoPackageBlob.read(blob.array()).getNumPoints()).isEqualTo(2);
        }
    }

    @Test
    void whatIsWrittenIsWhatTheStandardSays() {
        assertThat(HexFormat.of().formatHex(GeoPackageBlob.write(Drafts.point(113.5, 22.75))))
                .isEqualTo("475000018a11000001010000000000000000605c400000000000c03640");
    }

    @Test
    void collectionsInCollectionsWithoutEndAreRefused() {
        ByteBuffer blob = ByteBuffer.allocate(8 + 9 * 100_000).order(ByteOrder.LITTLE_ENDIAN);
        blob.put(new byte[] {'G', 'P', 0, 1}).putInt(4490);
        for (int i = 0; i < 100_000; i++) {
            blob.put((byte) 1).putInt(7).putInt(1);
        }

        assertThatThrownBy(() -> GeoPackageBlob.read(blob.array()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GeoPackage");
    }

    @Test
    void randomlyBrokenBytesAreReadOrRefusedAndNothingElse() {
        byte[] sound = GeoPackageBlob.write(Drafts.square(113, 22, 1));
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            byte[] broken = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
            for (int changes = 0; changes < 3 && broken.length > 0; changes++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            assertThat(catchThrowable(() -> GeoPackageBlob.read(broken)))
                    .satisfiesAnyOf(
                            fault -> assertThat(fault).isNull(),
                            fault -> assertThat(fault).isInstanceOf(IllegalArgumentException.class));
            assertThat(catchThrowable(() -> GeoPackageBlob.envelope(broken)))
                    .satisfiesAnyOf(
                            fault -> assertThat(fault).isNull(),
                            fault -> assertThat(fault).isInstanceOf(IllegalArgumentException.class));
        }
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
                "4750000F00000000",
                "475000218a1100005858585801010000000000000000605c400000000000c03640",
                "475001018a11000001010000000000000000605c400000000000c03640",
                "475000018a1100000102000000ffffff7f"
            })
    void brokenBytesAreNoGeometry(String hex) {
        assertThatThrownBy(() -> GeoPackageBlob.read(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GeoPackage 几何");
    }
}
