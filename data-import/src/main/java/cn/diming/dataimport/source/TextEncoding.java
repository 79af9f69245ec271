package cn.diming.dataimport.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The encoding of a file's texts and, for people, how it was found.
 *
 * @param problems damage seen on the way, and declarations that the bytes contradict
 */
public record TextEncoding(Charset charset, String basis, List<SourceProblem> problems) {
    /** Holds GBK and GB2312 and everything they lack. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    /** Damaged UTF-8 is still UTF-8 where so many good characters stand against one bad; in GBK text nearly all are bad. */
    private static final int GOOD_PER_FAULT = 20;

    public TextEncoding(Charset charset, String basis) {
        this(charset, basis, List.of());
    }

    /** For people: 「GB18030（依据：…）」. */
    public String words() {
        return charset.name() + "（依据：" + basis + "）";
    }

    /** Byte order mark, then strict UTF-8 over the whole file, then GB18030; a charset named by a person goes first. */
    static TextEncoding of(Path file, Optional<Charset> named, SourceLimits limits) {
        if (named.isPresent()) {
            return new TextEncoding(named.get(), "由使用者指定");
        }
        try (InputStream in = SourceBytes.open(file, limits)) {
            byte[] buffer = new byte[1 << 16];
            Utf8Check check = new Utf8Check();
            int length = in.readNBytes(buffer, 0, buffer.length);
            Optional<TextEncoding> marked = byteOrderMark(buffer, length);
            if (marked.isPresent()) {
                return marked.get();
            }
            for (; length > 0; length = in.read(buffer)) {
                check.accept(buffer, 0, length);
            }
            check.endOfText();
            return sniffed(check);
        } catch (IOException broken) {
            return new TextEncoding(
                    StandardCharsets.UTF_8,
                    "未能检查全部内容，按 UTF-8 读取",
                    List.of(SourceProblem.file("文件无法完整读取：" + SourceBytes.words(broken))));
        }
    }

    private static Optional<TextEncoding> byteOrderMark(byte[] head, int length) {
        if (length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, "文件开头的字节顺序标记"));
        }
        boolean wide = length >= 2 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFF + 0xFE && head[0] != head[1];
        return wide && (head[0] == (byte) 0xFF || head[0] == (byte) 0xFE)
                ? Optional.of(new TextEncoding(StandardCharsets.UTF_16, "文件开头的字节顺序标记"))
                : Optional.empty();
    }

    /** What the bytes themselves say: UTF-8 unless they cannot be, then GB18030. */
    public static TextEncoding sniffed(Utf8Check check) {
        if (check.faults() == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, check.characters() == 0 ? "全部是 ASCII 字符" : "全文是合法的 UTF-8");
        }
        if (check.characters() > check.faults() * GOOD_PER_FAULT) {
            return new TextEncoding(
                    StandardCharsets.UTF_8,
                    "绝大部分是合法的 UTF-8",
                    List.of(SourceProblem.note(
                            "有 " + check.faults() + " 处字节不是合法的 UTF-8，第一处在第 " + (check.firstFault() + 1) + " 字节，读作 �")));
        }
        return new TextEncoding(GB18030, "不是 UTF-8，按国标编码读取");
    }
}
