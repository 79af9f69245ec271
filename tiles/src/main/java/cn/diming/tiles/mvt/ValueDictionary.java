package cn.diming.tiles.mvt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attribute values of a layer, each once and already encoded as an MVT value. It only grows; one thread adds while
 * others read numbers that they got from a snapshot published later than the value was added.
 */
final class ValueDictionary {
    /** Number of an absent value. */
    static final int ABSENT = -1;

    private final Map<Object, Integer> numbers = new HashMap<>();
    private volatile byte[][] encoded = new byte[64][];

    /** Numbers of a feature's values in the order of the layer's attributes. */
    int[] numbers(List<String> attributes, Map<String, Object> values) {
        int[] row = new int[attributes.size()];
        for (int i = 0; i < row.length; i++) {
            Object value = values.get(attributes.get(i));
            row[i] = value == null ? ABSENT : number(normal(value));
        }
        return row;
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
