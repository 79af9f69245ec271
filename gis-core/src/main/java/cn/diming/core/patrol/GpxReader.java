package cn.diming.core.patrol;

import cn.diming.core.record.Refused;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads tracks of GPX 1.0 and 1.1, whatever else a program adds to them. A file may come from anybody: no document type, no
 * entities, no nesting without end, no more fixes than allowed.
 */
final class GpxReader {

    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}(\\.\\d{0,20})?([eE][-+]?\\d{1,2})?");
    private static final int DEEPEST = 40;
    private static final int LONGEST_TIME = 40;

    private final TrackFile file;
    private final int mostFixes;
    private final List<List<Fix>> segments = new ArrayList<>();
    private final StringBuilder time = new StringBuilder();
    private List<Fix> segment = new ArrayList<>();
    private @Nullable Fix fix;
    private boolean timing;
    private int fixes;

    private GpxReader(TrackFile file, int mostFixes) {
        this.file = file;
        this.mostFixes = mostFixes;
    }

    /** @throws Refused for what is no GPX, or one without a track */
    static Track read(TrackFile file, int mostFixes) {
        GpxReader reader = new GpxReader(file, mostFixes);
        try {
            reader.read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(file.content())));
        } catch (XMLStreamException broken) {
            throw reader.refused("不是完好的 GPX 文件");
        }
        if (reader.fixes < 2) {
            throw reader.refused("没有轨迹（trk）；航点和规划的路线不能证明走过");
        }
        return new Track(file, reader.segments);
    }

    /** The JDK's own, so that no other parser on the class path with other defaults takes its place. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth++ == 0 && !xml.getLocalName().equals("gpx")) {
                        throw refused("不是 GPX 文件");
                    }
                    if (depth > DEEPEST) {
                        throw refused("嵌套过深");
                    }
                    open(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    close(xml.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw refused("含有文档类型声明或实体，不予读取");
                default -> {
                    // comments and processing instructions say nothing about where somebody was
                }
            }
        }
    }

    private void open(XMLStreamReader xml) {
        String name = xml.getLocalName();
        if (name.equals("trkpt")) {
            if (++fixes > mostFixes) {
                throw refused("轨迹点超过 " + mostFixes + " 个");
            }
            fix = new Fix(ordinate(xml, "lon"), ordinate(xml, "lat"), Optional.empty());
        } else if (name.equals("time") && fix != null) {
            timing = true;
            time.setLength(0);
        }
    }

    private double ordinate(XMLStreamReader xml, String name) {
        String text = xml.getAttributeValue(null, name);
        if (text == null || !NUMBER.matcher(text.strip()).matches()) {
            throw refused("第 " + fixes + " 个轨迹点没有可读的" + (name.equals("lon") ? "经度" : "纬度"));
        }
        return Double.parseDouble(text.strip());
    }

    private void text(XMLStreamReader xml) {
        if (timing && time.length() < LONGEST_TIME) {
            String text = xml.getText();
            time.append(text, 0, Math.min(text.length(), LONGEST_TIME));
        }
    }

    private void close(String name) {
        switch (name) {
            case "time" -> {
                if (timing && fix != null) {
                    fix = new Fix(fix.lon(), fix.lat(), instant(time.toString().strip()));
                }
                timing = false;
            }
            case "trkpt" -> {
                if (fix != null) {
                    segment.add(fix);
                }
                fix = null;
            }
            case "trkseg", "trk" -> {
                if (!segment.isEmpty()) {
                    segments.add(segment);
                }
                segment = new ArrayList<>();
            }
            default -> {
                // names, heights, satellites, extensions of programs
            }
        }
    }

    /** GPX says UTC; some programs leave the zone out, some write their own. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.matches(".*([zZ]|[-+]\\d\\d:?\\d\\d)")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Refused refused(String what) {
        return new Refused(List.of("轨迹文件 " + file.name() + " " + what));
    }
}
