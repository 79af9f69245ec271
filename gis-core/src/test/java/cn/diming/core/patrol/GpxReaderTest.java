package cn.diming.core.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.fixtures.Walk;
import cn.diming.core.record.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpxReaderTest {

    private static final String POINTS =
            "<trkseg><trkpt lat='22.9' lon='113.4'/><trkpt lat='22.91' lon='113.4'/></trkseg>";

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:30:00Z, 2026-03-01T00:30:00Z",
        "2026-03-01T00:30:00.250Z, 2026-03-01T00:30:00.250Z",
        "2026-03-01T08:30:00+08:00, 2026-03-01T00:30:00Z",
        "2026-03-01T00:30:00, 2026-03-01T00:30:00Z",
        "2026-03-01, ",
        "昨天, "
    })
    void timesAreUtcUnlessTheySayOtherwise(String written, Instant expected) {
        Track track = read("<gpx><trk><trkseg><trkpt lat='22.9' lon='113.4'><ele>3</ele><time> " + written
                + " </time></trkpt><trkpt lat='22.91' lon='113.4'/></trkseg></trk></gpx>");
        assertThat(track.fixes().getFirst().at()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void everySegmentOfEveryTrackIsReadWhateverTheNamespace() {
        Track track = read("<g:gpx xmlns:g='http://www.topografix.com/GPX/1/0'><g:wpt lat='1' lon='2'/><g:trk>"
                + POINTS.replace("<", "<g:").replace("<g:/", "</g:") + "</g:trk><g:trk>"
                + POINTS.replace("<", "<g:").replace("<g:/", "</g:") + "</g:trk></g:gpx>");
        assertThat(track.segments()).hasSize(2);
        assertThat(track.fixes()).hasSize(4);
    }

    @Test
    void theEncodingIsTheOneThatTheFileDeclares() {
        String text = "<?xml version='1.0' encoding='GB18030'?><gpx><trk><name>巡界</name>" + POINTS + "</trk></gpx>";
        byte[] content = text.getBytes(Charset.forName("GB18030"));
        assertThat(GpxReader.read(new TrackFile("a.gpx", content), 10).fixes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "<gpx>",
                "<kml><Document/></kml>",
                "<gpx/>",
                "<gpx><rte><rtept lat='22.9' lon='113.4'/><rtept lat='22.91' lon='113.4'/></rte></gpx>",
                "<gpx><trk><trkseg><trkpt lon='113.4'/></trkseg></trk></gpx>",
                "<gpx><trk><trkseg><trkpt lat='22,9' lon='113.4'/></trkseg></trk></gpx>",
                "<gpx><trk><trkseg><trkpt lat='NaN' lon='113.4'/></trkseg></trk></gpx>",
                "<!DOCTYPE gpx><gpx><trk/></gpx>",
                "<!DOCTYPE gpx SYSTEM 'file:///etc/passwd'><gpx><trk/></gpx>",
                "<gpx><trk><name>&x;</name></trk></gpx>"
            })
    void whatIsNoTrackIsRefusedInWords(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Refused.class).hasMessageStartingWith("轨迹文件 a.gpx ");
    }

    @Test
    void aBombOfEntitiesIsRefusedBeforeItGoesOff() {
        StringBuilder bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE gpx [<!ENTITY a0 '巡界巡界巡界'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
        }
        String text = bomb + "]><gpx><trk><name>&a29;</name>" + POINTS + "</trk></gpx>";
        assertThatThrownBy(() -> read(text)).isInstanceOf(Refused.class).hasMessageContaining("文档类型声明");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "<gpx>" + String.join("", Collections.nCopies(100_000, "<e>"));
        assertThatThrownBy(() -> read(deep)).isInstanceOf(Refused.class).hasMessageContaining("嵌套过深");
    }

    @Test
    void moreFixesThanAllowedAreRefused() {
        List<String> points = Collections.nCopies(11, Walk.point(113.4, 22.9, ""));
        assertThatThrownBy(() -> GpxReader.read(Walk.file("a.gpx", List.of(points)), 10))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("超过 10 个");
    }

    private static Track read(String text) {
        return GpxReader.read(new TrackFile("a.gpx", text.getBytes(StandardCharsets.UTF_8)), 100_000);
    }
}
