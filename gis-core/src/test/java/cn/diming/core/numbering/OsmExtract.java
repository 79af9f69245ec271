package cn.diming.core.numbering;

import cn.diming.core.geo.LonLat;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.InflaterOutputStream;
import org.locationtech.jts.geom.Coordinate;

/** Nodes and ways of an OpenStreetMap extract in PBF form, as far as a test needs them. */
final class OsmExtract {

    private static final double NANO = 1e-9;

    /** A tagged thing and the nodes it has; one for a node. */
    record Feature(Map<String, String> tags, List<Coordinate> points) {

        Optional<String> tag(String key) {
            return Optional.ofNullable(tags.get(key));
        }

        LonLat middle() {
            return new LonLat(
                    points.stream().mapToDouble(point -> point.x).average().orElseThrow(),
                    points.stream().mapToDouble(point -> point.y).average().orElseThrow());
        }
    }

    final List<Feature> features = new ArrayList<>();
    private final Map<Long, Coordinate> nodes = new HashMap<>();

    OsmExtract(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            while (in.available() > 0) {
                Message header = new Message(ByteBuffer.wrap(in.readNBytes(in.readInt())));
                byte[] blob = in.readNBytes((int) header.number(3));
                if (header.text(1).equals("OSMData")) {
                    new Block(new Message(ByteBuffer.wrap(inflated(new Message(ByteBuffer.wrap(blob)))))).read();
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] inflated(Message blob) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer packed = blob.bytes(3).getFirst();
        try (OutputStream inflater = new InflaterOutputStream(out)) {
            inflater.write(packed.array(), packed.arrayOffset() + packed.position(), packed.remaining());
        }
        return out.toByteArray();
    }

    /** The fields of a protocol-buffer message: numbers, and what has a length. */
    private static final class Message {

        private final Map<Integer, List<ByteBuffer>> bytes = new LinkedHashMap<>();
        private final Map<Integer, Long> numbers = new HashMap<>();

        Message(ByteBuffer from) {
            while (from.hasRemaining()) {
                long key = varint(from);
                int field = (int) (key >>> 3);
                if ((key & 7) == 0) {
                    numbers.put(field, varint(from));
                } else if ((key & 7) == 2) {
                    int length = (int) varint(from);
                    bytes.computeIfAbsent(field, any -> new ArrayList<>()).add(from.slice(from.position(), length));
                    from.position(from.position() + length);
                } else {
                    throw new IllegalArgumentException("no such wire type in OSM PBF: " + (key & 7));
                }
            }
        }

        static long varint(ByteBuffer from) {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = from.get();
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        static long signed(long zigzag) {
            return (zigzag >>> 1) ^ -(zigzag & 1);
        }

        long number(int field) {
            return numbers.getOrDefault(field, 0L);
        }

        List<ByteBuffer> bytes(int field) {
            return bytes.getOrDefault(field, List.of());
        }

        String text(int field) {
            return StandardCharsets.UTF_8
                    .decode(bytes(field).getFirst().duplicate())
                    .toString();
        }

        List<Long> packed(int field) {
            List<Long> values = new ArrayList<>();
            for (ByteBuffer each : bytes(field)) {
                ByteBuffer from = each.duplicate();
                while (from.hasRemaining()) {
                    values.add(varint(from));
                }
            }
            return values;
        }

        /** Signed values, each the difference to the one before. */
        List<Long> running(int field) {
            long value = 0;
            List<Long> values = new ArrayList<>();
            for (long difference : packed(field)) {
                value += signed(difference);
                values.add(value);
            }
            return values;
        }
    }

    /** One block of the file. */
    private final class Block {

        private final Message block;
        private final List<String> strings;
        private final long granularity;

        Block(Message block) {
            this.block = block;
            this.strings = new Message(block.bytes(1).getFirst().duplicate())
                    .bytes(1).stream()
                            .map(text -> StandardCharsets.UTF_8
                                    .decode(text.duplicate())
                                    .toString())
                            .toList();
            this.granularity = block.number(17) == 0 ? 100 : block.number(17);
        }

        void read() {
            each(block, 2, group -> {
                each(group, 1, this::node);
                each(group, 2, this::dense);
                each(group, 3, this::way);
            });
        }

        private void each(Message message, int field, java.util.function.Consumer<Message> work) {
            message.bytes(field).forEach(part -> work.accept(new Message(part.duplicate())));
        }

        private Coordinate place(long lat, long lon) {
            return new Coordinate(
                    NANO * (block.number(20) + granularity * lon), NANO * (block.number(19) + granularity * lat));
        }

        private void node(Message node) {
            add(
                    Message.signed(node.number(1)),
                    place(Message.signed(node.number(8)), Message.signed(node.number(9))),
                    tags(node));
        }

        private void add(long id, Coordinate place, Map<String, String> tags) {
            nodes.put(id, place);
            if (!tags.isEmpty()) {
                features.add(new Feature(tags, List.of(place)));
            }
        }

        private void dense(Message dense) {
            List<Long> ids = dense.running(1);
            List<Long> lats = dense.running(8);
            List<Long> lons = dense.running(9);
            List<Long> words = dense.packed(10);
            int word = 0;
            for (int i = 0; i < ids.size(); i++) {
                Map<String, String> tags = new HashMap<>();
                while (word < words.size() && words.get(word) != 0) {
                    tags.put(string(words.get(word)), string(words.get(word + 1)));
                    word += 2;
                }
                word++;
                add(ids.get(i), place(lats.get(i), lons.get(i)), tags);
            }
        }

        private void way(Message way) {
            List<Coordinate> points = way.running(8).stream()
                    .flatMap(id -> Optional.ofNullable(nodes.get(id)).stream())
                    .toList();
            if (points.size() > 1) {
                features.add(new Feature(tags(way), points));
            }
        }

        private Map<String, String> tags(Message thing) {
            Map<String, String> tags = new HashMap<>();
            List<Long> keys = thing.packed(2);
            List<Long> values = thing.packed(3);
            for (int i = 0; i < keys.size(); i++) {
                tags.put(string(keys.get(i)), string(values.get(i)));
            }
            return tags;
        }

        private String string(long index) {
            return strings.get((int) index);
        }
    }
}
