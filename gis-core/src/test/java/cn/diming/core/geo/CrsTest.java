package cn.diming.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsTest {

    private static final String GEOGRAPHIC =
            "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
                    + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @ParameterizedTest
    @CsvSource({
        "epsg:4490, EPSG:4490",
        "' 4547 ', EPSG:4547",
        "cgcs2000, EPSG:4490",
        "wgs84, EPSG:4326",
        "gcj02, GCJ-02",
        "Gcj-02, GCJ-02",
        "bd09, BD-09",
        "http://www.opengis.net/def/crs/EPSG/0/4490, EPSG:4490",
        "https://www.opengis.net/def/crs/epsg/0/4547, EPSG:4547",
        "urn:ogc:def:crs:EPSG::4526, EPSG:4526",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84, EPSG:4326",
        "urn:ogc:def:crs:OGC:1.3:CRS84, EPSG:4326",
        "EPSG:3826, EPSG:3826"
    })
    void manyWaysToNameASystemAreUnderstood(String text, String id) {
        assertThat(Crs.parse(text)).hasToString(id);
    }

    /** Among them heights, geocentric and three-dimensional systems, and GeoTools' plane that takes any numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EPSG:",
                "EPSG:999999",
                "火星",
                "4490; DROP TABLE place",
                "EPSG:99999999999999",
                "EPSG:5773",
                "EPSG:4979",
                "EPSG:4479",
                "EPSG:7400",
                "EPSG:404000",
                "EPSG:5800",
                "AUTO:42001,113,22",
                "file:///etc/passwd"
            })
    void anythingElseIsRefusedWithWhatIsAccepted(String text) {
        assertThatThrownBy(() -> Crs.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EPSG:4490")
                .hasMessageContaining("GCJ-02");
    }

    @Test
    void aHugeNameIsRefusedInAShortSentence() {
        assertThatThrownBy(() -> Crs.parse("4".repeat(1_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "epsg:4490", "4490", "GCJ02", "EPSG:1"})
    void anIdIsWrittenInOneWayOnly(String id) {
        assertThatThrownBy(() -> new Crs(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"114, EPSG:4547", "117, EPSG:4548"})
    void aPrjFileIsLookedUpInTheDatabase(int meridian, String id) {
        assertThat(Crs.fromWkt(projected(meridian))).contains(new Crs(id));
        assertThat(Crs.fromWkt("\uFEFF" + projected(meridian).replace(",", ",\r\n  ")))
                .contains(new Crs(id));
    }

    @Test
    void heightsBesideAPositionAreLeftAside() {
        String heights = "VERT_CS[\"Yellow Sea\",VERT_DATUM[\"Yellow Sea\",2005],UNIT[\"metre\",1],AXIS[\"Up\",UP]]";

        assertThat(Crs.fromWkt("COMPD_CS[\"c\"," + projected(114) + "," + heights + "]"))
                .contains(new Crs("EPSG:4547"));
    }

    @Test
    void aPrjFileIsNotBelievedItsCode() {
        String lie = projected(113).replaceAll("]$", ",AUTHORITY[\"EPSG\",\"4547\"]]");

        assertThat(Crs.fromWkt(lie)).isEmpty();
        assertThat(Crs.fromWkt(GEOGRAPHIC.replaceAll("]$", ",AUTHORITY[\"EPSG\",\"4326\"]]")))
                .contains(Crs.CGCS2000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "GEOGCS[",
                "GEOGCS[]",
                "PROJCS[\"x\",\"y\"]",
                "LOCAL_CS[\"x\",LOCAL_DATUM[\"y\",0],UNIT[\"m\",1],AXIS[\"a\",EAST],AXIS[\"b\",NORTH]]",
                "FITTED_CS[\"x\",PARAM_MT[\"NTv2\",PARAMETER[\"Latitude and longitude difference file\",\"file:/etc/passwd\"]],"
                        + GEOGRAPHIC + "]"
            })
    void wktThatSaysNothingGivesNothing(String wkt) {
        assertThat(Crs.fromWkt(wkt)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GEOGCS[", "GEOGCS[\"a\",", "[", "AUTHORITY[", ",AUTHORITY(", "\"", "\uFEFF"})
    void wktWithoutEndGivesNothing(String piece) {
        assertThat(Crs.fromWkt(piece.repeat(19_999 / piece.length()))).isEmpty();
        assertThat(Crs.fromWkt(piece.repeat(1_000_000 / piece.length()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4490, 2000 国家大地坐标系",
        "EPSG:4526, '2000 国家大地坐标系 3 度带第 38 带（中央经线 114°，东坐标带带号）'",
        "EPSG:4508, '2000 国家大地坐标系 6 度带第 19 带（中央经线 111°，东坐标不带带号）'",
        "EPSG:4610, 1980 西安坐标系",
        "EPSG:2383, Xian 1980 / 3-degree Gauss-Kruger CM 114E",
        "GCJ-02, GCJ-02（高德、腾讯地图的偏移坐标）"
    })
    void everySystemHasATitle(String id, String title) {
        assertThat(new Crs(id).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({"EPSG:4214, 数十米", "EPSG:2435, 数十米", "GCJ-02, 近似", "BD-09, 近似"})
    void doubtfulSystemsSaySo(String id, String words) {
        assertThat(new Crs(id).accuracyNote())
                .hasValueSatisfying(note -> assertThat(note).contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4490", "EPSG:4326", "EPSG:4547", "EPSG:3857"})
    void soundSystemsNeedNoNote(String id) {
        assertThat(new Crs(id).accuracyNote()).isEmpty();
    }

    @Test
    void zonesAndTheirCodesBelongTogether() {
        assertThat(GaussKruger.threeDegree(113.5).withoutZonePrefix()).isEqualTo(new Crs("EPSG:4547"));
        assertThat(GaussKruger.threeDegree(113.5).withZonePrefix()).isEqualTo(new Crs("EPSG:4526"));
        assertThat(GaussKruger.ofEasting(38_451_925)).contains(new GaussKruger(38, 3));
        assertThat(GaussKruger.ofEasting(19_451_925)).contains(new GaussKruger(19, 6));
        assertThat(GaussKruger.ofEasting(451_925)).isEmpty();
        assertThat(GaussKruger.sixDegree(113.5).centralMeridian()).isEqualTo(111);
        assertThatThrownBy(() -> GaussKruger.threeDegree(7)).isInstanceOf(BadCoordinateException.class);
    }

    @Test
    void everyZoneHasTheCodesOfTheDatabase() {
        for (int lon = 75; lon <= 135; lon += 3) {
            assertCodes(GaussKruger.threeDegree(lon));
            assertCodes(GaussKruger.sixDegree(lon));
        }
        assertThat(GaussKruger.of(Crs.CGCS2000)).isEmpty();
        assertThat(GaussKruger.of(Crs.BD09)).isEmpty();
    }

    private static void assertCodes(GaussKruger zone) {
        assertThat(GaussKruger.of(zone.withZonePrefix())).contains(zone);
        assertThat(GaussKruger.of(zone.withoutZonePrefix())).contains(zone);
        assertThat(EpsgSystems.name(zone.withZonePrefix().id())).endsWith(" zone " + zone.zone());
        assertThat(EpsgSystems.name(zone.withoutZonePrefix().id())).endsWith(" CM " + zone.centralMeridian() + "E");
    }

    private static String projected(int meridian) {
        return String.format(
                Locale.ROOT,
                "PROJCS[\"CGCS2000_3_Degree_GK_CM_%1$dE\",%2$s,PROJECTION[\"Gauss_Kruger\"],"
                        + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                        + "PARAMETER[\"Central_Meridian\",%1$d.0],PARAMETER[\"Scale_Factor\",1.0],"
                        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]",
                meridian,
                GEOGRAPHIC);
    }
}
