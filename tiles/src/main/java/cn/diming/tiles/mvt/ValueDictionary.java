package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Layer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attribute values of a layer, each once and already encoded as an MVT value. It only grows; one thread adds while
 * others read numbers that they got from a snapshot published later than the value was added.
 */
final class ValueDictionary {
    /** Number of an absent value. */
    static final int ABSENT = -1;

    /** Where a text of less than 128 bytes begins in its value: after the field and one byte of length. */
    private static final int TEXT = 2;

    private final Map<Object, Integer> numbers = new HashMap<>();
    private volatile byte[][] encoded = new byte[64][];

    /** Numbers of a feature's values in the order of the layer's columns. */
    int[] numbers(Layer layer, Map<String, Object> values, Optional<String> area) {
        List<String> attributes = layer.attributes();
        int[] row = new int[layer.columns()];
        for (int i = 0; i < attributes.size(); i++) {
            Object value = values.get(attributes.get(i));
            row[i] = value == null ? ABSENT : number(normal(value));
        }
        if (row.length > attributes.size()) {
            row[attributes.size()] = area.isPresent() ? number(area.get()) : ABSENT;
        }
        return row;
    }

    /** The short text with this number, {@link #ABSENT} for none. */
    Optional<String> text(int number) {
        if (number == ABSENT) {
            return Optional.empty();
        }
        byte[] value = encoded[number];
        return Optional.of(new String(value, TEXT, value.length - TEXT, StandardCharsets.UTF_8));
    }

    /** The same without making a text, of a value that is a short one. */
    static boolean textStartsWith(byte[] value, byte[] prefix) {
        return value.length >= TEXT + prefix.length
                && Arrays.equals(value, TEXT, TEXT + prefix.length, prefix, 0, prefix.length);
    }

    byte[][] encoded() {
        return encoded;
    }

    private int number(Object value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == encoded.length) {
            encoded = Arrays.copyOf(encoded, number * 2);
        }
        encoded[number] = encode(value);
        numbers.put(value, number);
        return number;
    }

    private static Object normal(Object value) {
        if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        boolean keeps = value instanceof Long || value instanceof String || value instanceof Boolean;
        return keeps ? value : (Object) ((Number) value).doubleValue();
    }

    private static byte[] encode(Object value) {
        Bytes out = new Bytes();
        switch (value) {
            case String text -> out.block(1, text.getBytes(StandardCharsets.UTF_8));
            case Double number -> {
                out.field(3, Bytes.FIXED64);
                out.fixed64(Double.doubleToRawLongBits(number));
            }
            case Boolean yes -> {
                out.field(7, Bytes.VARINT);
                out.varint(yes ? 1 : 0);
            }
            default -> {
                long whole = (Long) value;
                out.field(whole < 0 ? 6 : 5, Bytes.VARINT);
                out.varint(whole < 0 ? (whole << 1) ^ (whole >> 63) : whole);
            }
        }
        return out.copy();
    }
}
