package cn.diming.dataimport.shapefile;

import cn.diming.dataimport.source.SourceProblem;
import cn.diming.dataimport.source.TextEncoding;
import cn.diming.dataimport.source.Utf8Check;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the encoding of a DBF: what a person says, then .cpg, then the code-page byte, then strict UTF-8 over all texts,
 * then GB18030. A declaration that the bytes plainly contradict is not followed, and that is told.
 */
final class DbfCharset {
    /** GBK text that is by chance well-formed UTF-8 exists (联通), but not so many characters of it in one table. */
    private static final int PROOF = 8;

    private static final Map<String, Charset> CPG_NAMES = Map.of(
            "936", TextEncoding.GB18030,
            "54936", TextEncoding.GB18030,
            "GBK", TextEncoding.GB18030,
            "GB2312", TextEncoding.GB18030,
            "950", Charset.forName("Big5"),
            "65001", StandardCharsets.UTF_8,
            "UTF8", StandardCharsets.UTF_8,
            "88591", StandardCharsets.ISO_8859_1);

    /** Language drivers that name one code page; 0x57 ("ANSI") and the DOS pages stand for "whatever it was here". */
    private static final Map<Integer, Charset> DRIVERS = Map.of(
            0x4D, TextEncoding.GB18030,
            0x7A, TextEncoding.GB18030,
            0x4F, Charset.forName("Big5"),
            0x78, Charset.forName("Big5"),
            0x03, Charset.forName("windows-1252"));

    private DbfCharset() {}

    static TextEncoding choose(Optional<Charset> named, Optional<String> cpg, int languageDriver, Utf8Check texts) {
        if (named.isPresent()) {
            return new TextEncoding(named.get(), "由使用者指定");
        }
        Optional<Charset> written = cpg.flatMap(DbfCharset::parse);
        if (written.isPresent()) {
            return held(new TextEncoding(written.get(), ".cpg 文件：" + cpg.get().strip()), texts);
        }
        List<SourceProblem> problems = cpg.map(text -> List.of(
                        SourceProblem.note(".cpg 文件的内容不能识别，已忽略：" + text.strip().replaceAll("\\p{Cntrl}", " "))))
                .orElse(List.of());
        Charset driver = DRIVERS.get(languageDriver);
        TextEncoding found = driver == null
                ? TextEncoding.sniffed(texts)
                : held(new TextEncoding(driver, String.format("DBF 代码页字节 0x%02X", languageDriver)), texts);
        return problems.isEmpty() ? found : new TextEncoding(found.charset(), found.basis(), problems);
    }

    private static Optional<Charset> parse(String cpg) {
        String name =
                cpg.strip().toUpperCase(Locale.ROOT).replaceFirst("^(CP|ANSI|OEM|MS|LDID/|WINDOWS-)[ -]?(?=\\d)", "");
        Charset known = CPG_NAMES.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(Charset.forName(name.matches("125\\d") ? "windows-" + name : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static TextEncoding held(TextEncoding declared, Utf8Check texts) {
        TextEncoding sniffed = TextEncoding.sniffed(texts);
        boolean saysUtf8 = declared.charset().equals(StandardCharsets.UTF_8);
        boolean isUtf8 = sniffed.charset().equals(StandardCharsets.UTF_8);
        boolean proven = !isUtf8 || (texts.faults() == 0 && texts.characters() >= PROOF);
        if (saysUtf8 == isUtf8 || !proven) {
            return declared;
        }
        return new TextEncoding(
                sniffed.charset(),
                sniffed.basis(),
                List.of(SourceProblem.note("声明的编码与内容不符（" + declared.words() + "），改按 " + sniffed.words() + " 读取")));
    }
}
