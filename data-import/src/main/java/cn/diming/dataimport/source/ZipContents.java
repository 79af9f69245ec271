package cn.diming.dataimport.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Takes the wanted files out of a zip that nobody vouches for. Everything the directory says is checked before the first
 * byte is written, everything it promises is checked again while writing, and files get numbers for names.
 */
final class ZipContents {
    private final SourceLimits limits;
    private final String zipName;

    ZipContents(Path zip, SourceLimits limits) {
        this.limits = limits;
        this.zipName = String.valueOf(zip.getFileName());
    }

    /** Original names (with folders) of all wanted entries → where they are now. */
    Map<String, Path> extract(Path zip, Path into, Predicate<String> wanted) {
        try (ZipFile file = open(zip)) {
            List<? extends ZipEntry> entries = checked(file);
            Map<String, Path> found = new LinkedHashMap<>();
            long budget = limits.bytes();
            for (ZipEntry entry : entries) {
                if (!entry.isDirectory() && wanted.test(entry.getName()) && !found.containsKey(entry.getName())) {
                    Path target = into.resolve(Integer.toString(found.size()));
                    budget -= copy(file, entry, target, budget);
                    found.put(entry.getName(), target);
                }
            }
            return found;
        } catch (IOException broken) {
            throw new SourceRefused("压缩包 " + zipName + " 无法读取：" + words(broken), broken);
        }
    }

    /** Chinese systems write entry names in GBK without saying so; UTF-8 that is not UTF-8 fails to open. */
    private static ZipFile open(Path zip) throws IOException {
        try {
            return new ZipFile(zip.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException notUtf8) {
            return new ZipFile(zip.toFile(), Charset.forName("GB18030"));
        }
    }

    private List<? extends ZipEntry> checked(ZipFile file) {
        if (file.size() > limits.entries()) {
            throw new SourceRefused("压缩包 " + zipName + " 内有 " + file.size() + " 个文件，超过上限 " + limits.entries());
        }
        List<? extends ZipEntry> entries = file.stream().toList();
        long plain = 0;
        long packed = 0;
        for (ZipEntry entry : entries) {
            if (escapes(entry.getName())) {
                throw new SourceRefused("压缩包 " + zipName + " 内有越出目录的文件名 " + Words.quote(entry.getName()) + "，拒绝读取");
            }
            plain += Math.max(0, entry.getSize());
            packed += Math.max(0, entry.getCompressedSize());
            if (plain > limits.bytes() || limits.tooDense(plain, packed)) {
                throw tooLarge();
            }
        }
        return entries;
    }

    private static boolean escapes(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.matches("(?s)[A-Za-z]:.*")
                || path.chars().anyMatch(c -> c < ' ')
                || List.of(path.split("/")).contains("..");
    }

    private SourceRefused tooLarge() {
        return new SourceRefused("压缩包 " + zipName + " 解压后过大，疑似压缩炸弹，拒绝读取");
    }

    private long copy(ZipFile file, ZipEntry entry, Path target, long budget) throws IOException {
        long written = 0;
        try (InputStream in = file.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                written += read;
                if (written > budget || limits.tooDense(written, entry.getCompressedSize())) {
                    throw tooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
        return written;
    }

    private static String words(IOException broken) {
        String message = String.valueOf(broken.getMessage());
        return message.contains("encrypted") ? "有密码保护，请解压后再导入" : SourceBytes.words(broken);
    }
}
