package cn.diming.tiles.mvt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tile of ours read back, for who draws it as a picture. */
public final class TileContent {
    /** Coordinates run from 0 to this along a side of the tile, and a little beyond. */
    public static final int EXTENT = TileGrid.EXTENT;

    private final Map<String, List<Feature>> layers = new LinkedHashMap<>();

    /**
     * A feature in the tile.
     *
     * @param type 1 point, 2 line, 3 polygon
     * @param parts points, lines or rings as x, y, x, y … in tile units; rings without their first vertex again
     */
    public record Feature(long id, int type, Map<String, Object> attributes, List<int[]> parts) {}

    private TileContent() {}

    /** Reads what {@link TileEncoder} wrote. */
    public static TileContent of(Tile tile) {
        TileContent content = new TileContent();
        Fields fields = new Fields(tile.bytes());
        while (fields.next()) {
            content.add(fields.block());
        }
        return content;
    }

    /** The features of a layer in the order in which they are drawn; none if the layer is not there. */
    public List<Feature> layer(String name) {
        return layers.getOrDefault(name, List.of());
    }

    private void add(Fields layer) {
        String name = "";
        List<String> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<Fields> features = new ArrayList<>();
        while (layer.next()) {
            switch (layer.field) {
                case 1 -> name = layer.text();
                case 2 -> features.add(layer.block());
                case 3 -> keys.add(layer.text());
                case 4 -> values.add(value(layer.block()));
                default -> layer.skip();
            }
        }
        layers.put(
                name,
                features.stream().map(fields -> feature(fields, keys, values)).toList());
    }

    private static Object value(Fields value) {
        value.next();
        return switch (value.field) {
            case 1 -> value.text();
            case 2 -> value.decimal(4);
            case 3 -> value.decimal(8);
            case 6 -> zigzag(value.number());
            case 7 -> value.number() != 0;
            default -> value.number();
        };
    }

    private static Feature feature(Fields fields, List<String> keys, List<Object> values) {
        long id = 0;
        int type = 0;
        Map<String, Object> attributes = new HashMap<>();
        List<int[]> parts = List.of();
        while (fields.next()) {
            switch (fields.field) {
                case 1 -> id = fields.number();
                case 2 -> {
                    for (Fields tags = fields.block(); tags.hasMore(); ) {
                        attributes.put(keys.get((int) tags.number()), values.get((int) tags.number()));
                    }
                }
                case 3 -> type = (int) fields.number();
                default -> parts = parts(fields.block());
            }
        }
        return new Feature(id, type, attributes, parts);
    }

    private static List<int[]> parts(Fields commands) {
        List<int[]> parts = new ArrayList<>();
        int[] open = {};
        int size = 0;
        int x = 0;
        int y = 0;
        while (commands.hasMore()) {
            int command = (int) commands.number();
            if ((command & 7) == 7) {
                continue;
            }
            int count = command >> 3;
            if ((command & 7) == 1) {
                add(parts, open, size);
                size = 0;
                open = new int[2 * count];
            } else {
                open = java.util.Arrays.copyOf(open, size + 2 * count);
            }
            for (int i = 0; i < count; i++) {
                open[size++] = x += (int) zigzag(commands.number());
                open[size++] = y += (int) zigzag(commands.number());
            }
        }
        add(parts, open, size);
        return parts;
    }

    private static void add(List<int[]> parts, int[] open, int size) {
        if (size > 0) {
            parts.add(open);
        }
    }

    private static long zigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    /** Fields of a protocol buffer, one after the other. */
    private static final class Fields {
        private final byte[] bytes;
        private final int end;
        private int at;
        int field;
        private int wire;

        Fields(byte[] bytes) {
            this(bytes, 0, bytes.length);
        }

        private Fields(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.at = start;
            this.end = end;
        }

        boolean hasMore() {
            return at < end;
        }

        boolean next() {
            if (at >= end) {
                return false;
            }
            int key = (int) number();
            field = key >> 3;
            wire = key & 7;
            return true;
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        double decimal(int width) {
            long bits = 0;
            for (int i = 0; i < width; i++) {
                bits |= (bytes[at++] & 0xffL) << (8 * i);
            }
            return width == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
        }

        Fields block() {
            int length = (int) number();
            at += length;
            return new Fields(bytes, at - length, at);
        }

        String text() {
            Fields block = block();
            return new String(bytes, block.at, block.end - block.at, StandardCharsets.UTF_8);
        }

        void skip() {
            if (wire == 2) {
                block();
            } else {
                number();
            }
        }
    }
}
