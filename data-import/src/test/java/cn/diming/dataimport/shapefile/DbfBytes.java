package cn.diming.dataimport.shapefile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes DBF bytes, as true or as false as a test wants them. */
final class DbfBytes {
    private record Field(String name, char type, int length, int decimals) {}

    private final Charset charset;
    private final List<Field> fields = new ArrayList<>();
    private final List<byte[]> records = new ArrayList<>();
    private int languageDriver;
    private int told = -1;

    DbfBytes(Charset charset) {
        this.charset = charset;
    }

    DbfBytes field(String name, char type, int length, int decimals) {
        fields.add(new Field(name, type, length, decimals));
        return this;
    }

    DbfBytes text(String name, int length) {
        return field(name, 'C', length, 0);
    }

    DbfBytes languageDriver(int code) {
        languageDriver = code;
        return this;
    }

    /** The header tells another number of rows than there are. */
    DbfBytes tellRows(int rows) {
        told = rows;
        return this;
    }

    DbfBytes row(Object... values) {
        return add(' ', values);
    }

    DbfBytes deleted(Object... values) {
        return add('*', values);
    }

    /** Values are texts (padded, cut at the width of the field) or bytes as they are. */
    private DbfBytes add(char mark, Object... values) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(mark);
        for (int i = 0; i < values.length; i++) {
            byte[] value =
                    values[i] instanceof byte[] raw ? raw : values[i].toString().getBytes(charset);
            byte[] padded = Arrays.copyOf(value, fields.get(i).length());
            Arrays.fill(padded, Math.min(value.length, padded.length), padded.length, (byte) ' ');
            record.writeBytes(padded);
        }
        records.add(record.toByteArray());
        return this;
    }

    byte[] bytes() {
        int width = 1 + fields.stream().mapToInt(Field::length).sum();
        int start = 33 + 32 * fields.size();
        ByteBuffer out = ByteBuffer.allocate(start + width * records.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 3).putInt(4, told < 0 ? records.size() : told).putShort(8, (short) start);
        out.putShort(10, (short) width).put(29, (byte) languageDriver).position(32);
        for (Field field : fields) {
            int at = out.position();
            out.put(Arrays.copyOf(field.name().getBytes(charset), 10));
            out.put(at + 11, (byte) field.type()).put(at + 16, (byte) field.length());
            out.put(at + 17, (byte) field.decimals()).position(at + 32);
        }
        out.put((byte) 0x0D);
        records.forEach(out::put);
        return out.put((byte) 0x1A).array();
    }

    Path write(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name + ".dbf"), bytes());
    }
}
