package cn.diming.dataimport.shapefile;

import cn.diming.dataimport.source.SourceProblem;
import cn.diming.dataimport.source.SourceRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a DBF says about itself, held against the size of the file.
 *
 * @param languageDriver the code-page byte (LDID), 0 where there is none
 * @param start of the first record
 * @param stride bytes from record to record
 * @param width bytes of its fields and the deletion mark
 * @param rows records that are in the file
 */
record DbfHeader(int languageDriver, long start, int stride, int width, long rows, List<RawField> fields) {
    private static final int FIXED = 32;
    private static final int DESCRIPTOR = 32;
    private static final int FIELD_END = 0x0D;
    private static final int MOST_FIELDS = 4096;

    /** A field descriptor whose name is still bytes. */
    @SuppressWarnings("ArrayRecordComponent") // lives only until the encoding is known
    record RawField(byte[] name, char type, int offset, int length, int decimals) {}

    static DbfHeader read(FileWindow file, List<SourceProblem> problems) throws IOException {
        if (file.size() < FIXED + 1) {
            throw new SourceRefused("DBF 文件不完整，只有 " + file.size() + " 字节");
        }
        ByteBuffer fixed = file.at(0, FIXED);
        int version = fixed.get(0) & 0x07;
        long declared = fixed.getInt(4) & 0xFFFF_FFFFL;
        int start = fixed.getShort(8) & 0xFFFF;
        int stride = fixed.getShort(10) & 0xFFFF;
        int languageDriver = fixed.get(29) & 0xFF;
        if (version == 4) {
            throw new SourceRefused("dBase 7 格式的 DBF 不支持，请另存为 dBase III/IV");
        }
        List<RawField> fields = fields(file, start);
        int width = 1 + fields.stream().mapToInt(RawField::length).sum();
        if (start < FIXED + fields.size() * DESCRIPTOR) {
            throw new SourceRefused("DBF 文件头已损坏，字段定义超出了头部");
        }
        if (stride < width) {
            problems.add(SourceProblem.note("DBF 文件头声明记录长 " + stride + " 字节，字段合计 " + width + " 字节，以字段为准"));
            stride = width;
        }
        long there = there(file.size(), start, stride, width);
        if (declared > there) {
            problems.add(SourceProblem.file("DBF 声明有 " + declared + " 条记录，实际只有 " + there + " 条"));
        }
        long rows = Math.min(declared, there);
        if (declared < there && isRecord(file, start + declared * stride)) {
            problems.add(SourceProblem.note("DBF 声明有 " + declared + " 条记录，实际有 " + there + " 条，全部读取"));
            rows = there;
        }
        return new DbfHeader(languageDriver, start, stride, width, rows, fields);
    }

    /** Whole records after the header; the last may lack the padding beyond its fields. */
    private static long there(long size, int start, int stride, int width) {
        long bytes = Math.max(0, size - start);
        return bytes / stride + (bytes % stride >= width ? 1 : 0);
    }

    private static boolean isRecord(FileWindow file, long at) throws IOException {
        byte mark = file.at(at, 1).get();
        return mark == ' ' || mark == '*';
    }

    private static List<RawField> fields(FileWindow file, int start) throws IOException {
        List<RawField> fields = new ArrayList<>();
        int offset = 1;
        long end = Math.min(file.size(), Math.max(start, FIXED + DESCRIPTOR));
        for (long at = FIXED; at + DESCRIPTOR <= end && fields.size() < MOST_FIELDS; at += DESCRIPTOR) {
            ByteBuffer descriptor = file.at(at, DESCRIPTOR);
            if (descriptor.get(0) == FIELD_END) {
                break;
            }
            byte[] name = new byte[11];
            descriptor.get(name);
            char type = (char) (descriptor.get(11) & 0xFF);
            int length = descriptor.get(16) & 0xFF;
            int decimals = descriptor.get(17) & 0xFF;
            if (type == 'C') {
                // Clipper and FoxPro keep the upper byte of long texts where numbers have their decimals
                length += decimals << 8;
                decimals = 0;
            }
            fields.add(new RawField(name, type, offset, length, decimals));
            offset += length;
        }
        return fields;
    }
}
