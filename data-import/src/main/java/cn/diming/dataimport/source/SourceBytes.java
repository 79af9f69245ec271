package cn.diming.dataimport.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file, decompressed where it is gzip by content, and never more than the limits allow. */
final class SourceBytes extends FilterInputStream {
    private final SourceLimits limits;
    private final long packed;
    private long count;

    private SourceBytes(InputStream in, SourceLimits limits, long packed) {
        super(in);
        this.limits = limits;
        this.packed = packed;
    }

    static InputStream open(Path file, SourceLimits limits) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return gzip ? new SourceBytes(new GZIPInputStream(raw, 1 << 16), limits, Files.size(file)) : raw;
        } catch (IOException broken) {
            raw.close();
            throw broken;
        }
    }

    /** The first bytes of the content, at most {@code length}; of a broken archive what can be had. */
    static byte[] head(Path file, int length, SourceLimits limits) {
        byte[] head = new byte[length];
        int there = 0;
        try (InputStream in = open(file, limits)) {
            for (int read = 0; read >= 0 && there < length; read = in.read(head, there, length - there)) {
                there += read;
            }
        } catch (IOException broken) {
            if (there == 0) {
                throw new SourceRefused("无法读取文件 " + file.getFileName() + "：" + words(broken), broken);
            }
        }
        return Arrays.copyOf(head, there);
    }

    /** What went wrong, in words that name no class. */
    static String words(Exception broken) {
        Throwable cause = broken instanceof UncheckedIOException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : broken;
        return switch (cause) {
            case WordedFault told -> told.words;
            case EOFException cut -> "文件不完整，在结束之前中断";
            case ZipException bad -> "压缩数据已损坏";
            default -> "读取失败，请检查磁盘和文件权限";
        };
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int read) throws IOException {
        count += read;
        if (count > limits.bytes() || limits.tooDense(count, packed)) {
            throw new WordedFault("解压后的内容过大（超过 " + (count >> 20) + " MB），疑似压缩炸弹，已停止读取");
        }
    }

    /** A fault whose words are ready for a person. */
    static final class WordedFault extends IOException {
        private static final long serialVersionUID = 1;
        private final String words;

        WordedFault(String words) {
            super(words);
            this.words = words;
        }
    }
}
