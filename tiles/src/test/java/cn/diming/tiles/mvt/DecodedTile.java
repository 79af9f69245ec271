package cn.diming.tiles.mvt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A slow and strict reader of vector tiles, written from the specification, to judge the encoder by. */
record DecodedTile(Map<String, List<DecodedTile.Feature>> layers) {
    /** @param parts rings or lines or points as x, y, x, y … in tile units; rings without their first vertex again */
    record Feature(long id, int type, Map<String, Object> attributes, List<int[]> parts) {}

    static DecodedTile of(byte[] bytes) {
        Map<String, List<Feature>> layers = new LinkedHashMap<>();
        Reader tile = new Reader(ByteBuffer.wrap(bytes));
        while (tile.next()) {
            if (tile.field == 3) {
                layer(tile.block(), layers);
            }
        }
        return new DecodedTile(layers);
    }

    List<Feature> layer(String name) {
        return layers.getOrDefault(name, List.of());
    }

    private static void layer(Reader reader, Map<String, List<Feature>> layers) {
        String name = "";
        long version = 0;
        long extent = 0;
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<Reader> features = new ArrayList<>();
        while (reader.next()) {
            switch (reader.field) {
                case 1 -> name = reader.text();
                case 2 -> features.add(reader.block());
                case 3 -> keys.add(reader.text());
                case 4 -> values.add(value(reader.block()));
                case 5 -> extent = reader.varint();
                case 15 -> version = reader.varint();
                default -> throw new IllegalStateException("unknown layer field " + reader.field);
            }
        }
        if (version != 2 || extent != 4096 || name.isEmpty() || layers.containsKey(name) || features.isEmpty()) {
            throw new IllegalStateException("bad layer " + name);
        }
        layers.put(name, features.stream().map(f -> feature(f, keys, values)).toList());
    }

    private static Object value(Reader reader) {
        if (!reader.next()) {
            throw new IllegalStateException("a value without content");
        }
        return switch (reader.field) {
            case 1 -> reader.text();
            case 3 -> Double.longBitsToDouble(reader.buffer.getLong());
            case 5 -> reader.varint();
            case 6 -> unzigzag(reader.varint());
            case 7 -> reader.varint() == 1;
            default -> throw new IllegalStateException("unknown value " + reader.field);
        };
    }

    private static Feature feature(Reader reader, List<String> keys, List<Object> values) {
        long id = -1;
        int type = 0;
        Map<String, Object> attributes = new TreeMap<>();
        List<int[]> parts = List.of();
        while (reader.next()) {
            switch (reader.field) {
                case 1 -> id = reader.varint();
                case 2 -> {
                    Reader tags = reader.block();
                    while (tags.buffer.hasRemaining()) {
                        attributes.put(keys.get((int) tags.varint()), values.get((int) tags.varint()));
                    }
                }
                case 3 -> type = (int) reader.varint();
                case 4 -> parts = geometry(reader.block());
                default -> throw new IllegalStateException("unknown feature field " + reader.field);
            }
        }
        return new Feature(id, type, attributes, parts);
    }

    private static List<int[]> geometry(Reader reader) {
        List<int[]> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        long x = 0;
        long y = 0;
        while (reader.buffer.hasRemaining()) {
            long command = reader.varint();
            if ((command & 7) == 1) {
                flush(parts, part);
            }
            for (long i = 0; i < command >> 3 && (command & 7) != 7; i++) {
                x += unzigzag(reader.varint());
                y += unzigzag(reader.varint());
                part.add((int) x);
                part.add((int) y);
            }
        }
        flush(parts, part);
        return parts;
    }

    private static void flush(List<int[]> parts, List<Integer> part) {
        if (!part.isEmpty()) {
            parts.add(part.stream().mapToInt(Integer::intValue).toArray());
            part.clear();
        }
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    private static final class Reader {
        final ByteBuffer buffer;
        int field;

        Reader(ByteBuffer buffer) {
            this.buffer = buffer.order(ByteOrder.LITTLE_ENDIAN);
        }

        boolean next() {
            if (!buffer.hasRemaining()) {
                return false;
            }
            field = (int) varint() >>> 3;
            return true;
        }

        long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = buffer.get();
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        Reader block() {
            int length = (int) varint();
            ByteBuffer part = buffer.slice(buffer.position(), length);
            buffer.position(buffer.position() + length);
            return new Reader(part);
        }

        String text() {
            return StandardCharsets.UTF_8.decode(block().buffer).toString();
        }
    }
}
