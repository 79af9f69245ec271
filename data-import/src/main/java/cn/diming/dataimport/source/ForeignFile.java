package cn.diming.dataimport.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of files people try that we do not read, by their first bytes, with the advice for each. */
record ForeignFile(String magic, String words) {
    private static final List<ForeignFile> KNOWN = List.of(
            new ForeignFile("SQLite format 3", "SQLite 或 GeoPackage 数据库，请先导出为 Shapefile 或 GeoJSON"),
            new ForeignFile("\u00d0\u00cf\u0011\u00e0", "旧版 Excel 或 Word 文件，请另存为 CSV"),
            new ForeignFile("%PDF", "PDF 文件"),
            new ForeignFile("Rar!", "RAR 压缩包，请解压后导入"),
            new ForeignFile("7z\u00bc\u00af", "7z 压缩包，请解压后导入"),
            new ForeignFile("<", "XML 文件（KML、GPX 等）或网页，请先转换为 GeoJSON"),
            new ForeignFile("\u00ef\u00bb\u00bf<", "XML 文件（KML、GPX 等）或网页，请先转换为 GeoJSON"),
            new ForeignFile("fgb\u0003", "FlatGeobuf 文件，请先转换为 GeoJSON"),
            new ForeignFile("\u0089PNG", "图片"),
            new ForeignFile("\u00ff\u00d8\u00ff", "图片"),
            new ForeignFile("II*\u0000", "TIFF 影像"),
            new ForeignFile("MM\u0000*", "TIFF 影像"));

    static Optional<String> words(byte[] head) {
        return KNOWN.stream()
                .filter(kind -> startsWith(head, kind.magic.getBytes(StandardCharsets.ISO_8859_1)))
                .map(ForeignFile::words)
                .findFirst();
    }

    static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
