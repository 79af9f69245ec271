package cn.diming.core.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where templates are: the bundled ones, and a folder in which the office lays its own under the same names. Files are read
 * when a paper is made, so a change counts at once.
 */
public final class TemplateFolder {

    private static final String LAYOUTS = "layouts.yml";
    private static final long LARGEST = 1 << 20;

    private final Class<?> bundle;
    private final Optional<Path> folder;

    /** @param bundle next to whose class file lies the folder {@code templates} */
    public TemplateFolder(Class<?> bundle, Optional<Path> folder) {
        this.bundle = bundle;
        this.folder = folder;
    }

    /** @throws TemplateFault when the file, or that of the layouts, cannot be used */
    public <T> Template<T> read(String file, FieldSet<T> fields) {
        return TemplateReader.read(file, text(file), Layouts.read(LAYOUTS, text(LAYOUTS)), fields);
    }

    /**
     * A table beside the templates: one row a line, cells parted by tabs, lines that begin with # are remarks.
     *
     * @throws TemplateFault naming the line that has not as many cells
     */
    public List<List<String>> table(String file, int cells) {
        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> row = List.of(line.split("\t", -1));
            if (row.size() != cells) {
                throw new TemplateFault(file, number, "应有 " + cells + " 栏，以制表符分隔");
            }
            rows.add(row);
        }
        return rows;
    }

    /** Whether the office has its own. */
    public boolean isOverridden(String file) {
        return own(file).isPresent();
    }

    private String text(String file) {
        return own(file).map(path -> text(file, path)).orElseGet(() -> bundled(file));
    }

    private Optional<Path> own(String file) {
        return folder.map(place -> place.resolve(file)).filter(Files::isRegularFile);
    }

    private static String text(String file, Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new TemplateFault(file, 0, "文件超过 1 MB");
            }
            return Files.readString(path);
        } catch (MalformedInputException notUtf8) {
            throw new TemplateFault(file, 0, "请用 UTF-8 编码保存");
        } catch (IOException broken) {
            throw new TemplateFault(file, 0, "读不到文件");
        }
    }

    /** The bundled text, for an office that wants to begin from it. */
    public String bundled(String file) {
        try (InputStream bytes = Objects.requireNonNull(bundle.getResourceAsStream("templates/" + file), file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }
}
