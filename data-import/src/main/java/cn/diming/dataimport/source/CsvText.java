package cn.diming.dataimport.source;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Characters of a text table without byte order mark; a record that grows beyond all measure is a forgotten quote. */
final class CsvText extends FilterReader {
    private static final int MARK = 0xFEFF;

    private final int limit;
    private int sinceRecord;

    CsvText(Reader in, int limit) throws IOException {
        super(new BufferedReader(in, 1 << 16));
        this.limit = limit;
        this.in.mark(1);
        if (this.in.read() != MARK) {
            this.in.reset();
        }
    }

    void beginRecord() {
        sinceRecord = 0;
    }

    @Override
    public int read() throws IOException {
        int c = in.read();
        count(1);
        return c;
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
        int read = in.read(chars, from, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        sinceRecord += Math.max(0, read);
        if (sinceRecord > limit) {
            throw new SourceBytes.WordedFault("有一条记录超过 " + limit + " 个字符，可能是引号没有配对");
        }
    }
}
