package cn.diming.dataimport.shapefile;

import cn.diming.dataimport.source.FieldNames;
import cn.diming.dataimport.source.SourceField;
import cn.diming.dataimport.source.SourceProblem;
import cn.diming.dataimport.source.TextEncoding;
import cn.diming.dataimport.source.Utf8Check;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of a DBF: learned once on opening (all texts are looked at for their encoding), then read by rows. */
final class DbfTable {
    private final Path file;
    private final DbfHeader header;
    private final TextEncoding encoding;
    private final List<DbfField> fields;
    private final List<SourceProblem> problems;
    private final long deleted;

    private DbfTable(
            Path file,
            DbfHeader header,
            TextEncoding encoding,
            List<DbfField> fields,
            List<SourceProblem> problems,
            long deleted) {
        this.file = file;
        this.header = header;
        this.encoding = encoding;
        this.fields = fields;
        this.problems = problems;
        this.deleted = deleted;
    }

    static DbfTable open(Path file, Optional<Charset> named, Optional<String> cpg) throws IOException {
        List<SourceProblem> problems = new ArrayList<>();
        try (FileWindow window = new FileWindow(file)) {
            DbfHeader header = DbfHeader.read(window, problems);
            Utf8Check texts = new Utf8Check();
            long deleted = look(window, header, texts);
            TextEncoding encoding = DbfCharset.choose(named, cpg, header.languageDriver(), texts);
            problems.addAll(encoding.problems());
            List<DbfField> fields = fields(header, encoding.charset(), problems);
            return new DbfTable(file, header, encoding, fields, problems, deleted);
        }
    }

    /** Shows all texts to the check and counts the deleted rows. */
    private static long look(FileWindow window, DbfHeader header, Utf8Check texts) throws IOException {
        for (DbfHeader.RawField field : header.fields()) {
            texts.accept(field.name(), 0, DbfText.end(field.name(), 0, field.name().length));
            texts.endOfField();
        }
        long deleted = 0;
        byte[] record = new byte[header.width()];
        for (long row = 0; row < header.rows(); row++) {
            window.at(header.start() + row * header.stride(), record.length).get(record);
            deleted += record[0] == '*' ? 1 : 0;
            for (DbfHeader.RawField field : header.fields()) {
                if (field.type() == 'C') {
                    show(record, field, texts);
                }
            }
        }
        return deleted;
    }

    private static void show(byte[] record, DbfHeader.RawField field, Utf8Check texts) {
        int end = DbfText.end(record, field.offset(), field.length());
        texts.accept(record, field.offset(), end - field.offset());
        if (end == field.offset() + field.length()) {
            texts.endOfField();
        } else {
            texts.endOfText();
        }
    }

    private static List<DbfField> fields(DbfHeader header, Charset charset, List<SourceProblem> problems) {
        List<String> names = FieldNames.unique(
                header.fields().stream()
                        .map(raw -> DbfText.name(raw.name(), charset))
                        .toList(),
                problems);
        List<DbfField> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            DbfHeader.RawField raw = header.fields().get(i);
            DbfField field = new DbfField(names.get(i), raw.type(), raw.offset(), raw.length(), raw.decimals());
            if (field.readable()) {
                fields.add(field);
            } else if (raw.type() != '0') {
                problems.add(SourceProblem.note("备注型或二进制字段 " + field.name() + " 的内容不在 DBF 内，未读取"));
            }
        }
        return fields;
    }

    List<SourceField> fields() {
        return fields.stream()
                .map(field -> new SourceField(field.name(), field.kind()))
                .toList();
    }

    TextEncoding encoding() {
        return encoding;
    }

    List<SourceProblem> problems() {
        return problems;
    }

    /** Records in the file, deleted ones included: they keep their numbers. */
    long rows() {
        return header.rows();
    }

    long deleted() {
        return deleted;
    }

    Rows read() throws IOException {
        return new Rows();
    }

    /** An open reading of the table. */
    final class Rows implements Closeable {
        private final FileWindow window;
        private final byte[] record = new byte[header.width()];

        private Rows() throws IOException {
            this.window = new FileWindow(file);
        }

        /** The attributes of a row (from 1), or nothing where it is deleted. Faults are added to {@code faults}. */
        Optional<Map<String, Object>> row(long number, List<SourceProblem> faults) throws IOException {
            ByteBuffer bytes = window.at(header.start() + (number - 1) * header.stride(), record.length);
            bytes.get(record);
            if (record[0] == '*') {
                return Optional.empty();
            }
            DbfValue values = new DbfValue(record, encoding.charset(), faults);
            Map<String, Object> attributes = LinkedHashMap.newLinkedHashMap(fields.size());
            for (DbfField field : fields) {
                values.of(field).ifPresent(value -> attributes.put(field.name(), value));
            }
            return Optional.of(attributes);
        }

        @Override
        public void close() throws IOException {
            window.close();
        }
    }
}
