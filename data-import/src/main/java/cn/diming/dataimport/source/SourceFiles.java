package cn.diming.dataimport.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens a file, a folder or a zip: finds by name and content which layers it holds. */
public final class SourceFiles {
    private static final int HEAD = 4096;
    private static final int FOLDER_DEPTH = 8;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private final List<SourceFormat> formats;

    /** Formats are asked in this order where the name of a file says nothing. */
    public SourceFiles(List<SourceFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** The layers of a file; {@link SourceRefused} with a Chinese message where there is nothing that can be read. */
    public SourceLayers open(Path path, SourceOptions options) {
        if (!Files.exists(path)) {
            throw new SourceRefused("文件不存在：" + path);
        }
        if (Files.isDirectory(path)) {
            return layers(folder(path, options.limits()), options, Optional.empty(), path);
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new SourceRefused("文件无法读取：" + path);
        }
        return zip(path) ? unzip(path, options) : single(path, options);
    }

    private static boolean zip(Path path) {
        byte[] head = SourceBytes.head(path, ZIP.length, SourceLimits.STANDARD);
        return ForeignFile.startsWith(head, ZIP) || ForeignFile.startsWith(head, EMPTY_ZIP);
    }

    private SourceLayers unzip(Path path, SourceOptions options) {
        Path own = temporaryFolder();
        try {
            Map<String, Path> files = new ZipContents(path, options.limits()).extract(path, own, this::worthOpening);
            return layers(files, options, Optional.of(own), path);
        } catch (RuntimeException refused) {
            SourceLayers.delete(own);
            throw refused;
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("diming-import-");
        } catch (IOException failed) {
            throw new SourceRefused("无法建立临时目录，请检查磁盘空间", failed);
        }
    }

    /** Entries of other kinds are not even extracted. A zip in a zip is told, not opened. */
    private boolean worthOpening(String name) {
        String simple = name.substring(name.lastIndexOf('/') + 1);
        String ending = FileName.of(name).ending();
        return !simple.startsWith("._") && (known(ending) || ending.equals("zip"));
    }

    private boolean known(String ending) {
        return formats.stream().anyMatch(format -> format.knows(ending));
    }

    private static Map<String, Path> folder(Path folder, SourceLimits limits) {
        try (Stream<Path> all = Files.walk(folder, FOLDER_DEPTH)) {
            Map<String, Path> files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(limits.entries() + 1L)
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString().replace('\\', '/'),
                            file -> file,
                            (a, b) -> a,
                            TreeMap::new));
            if (files.size() > limits.entries()) {
                throw new SourceRefused("文件夹内的文件超过 " + limits.entries() + " 个：" + folder);
            }
            return files;
        } catch (IOException broken) {
            throw new SourceRefused("文件夹无法读取：" + folder, broken);
        }
    }

    private SourceLayers single(Path path, SourceOptions options) {
        FileName name = FileName.of(fileName(path));
        byte[] head = SourceBytes.head(path, HEAD, options.limits());
        if (ForeignFile.words(head).isEmpty() && known(name.ending())) {
            return layers(withSiblings(path, name), options, Optional.empty(), path);
        }
        String foreign = ForeignFile.words(head).map(words -> "这是" + words).orElse("不认识的文件类型");
        SourceFormat format = formats.stream()
                .filter(kind -> kind.looksLike().test(head))
                .findFirst()
                .orElseThrow(() -> refusal(path, foreign));
        String main = format.main().getFirst();
        SourceFile file = new SourceFile(name.stem(), main, Map.of(main, path));
        return new SourceLayers(List.of(format.opener().open(file, options)), List.of(), Optional.empty());
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** The file and those of the same name in its folder that belong to the same kind. */
    private Map<String, Path> withSiblings(Path path, FileName name) {
        Map<String, Path> files = new TreeMap<>();
        files.put(fileName(path), path);
        Optional<SourceFormat> family = formats.stream()
                .filter(format ->
                        format.knows(name.ending()) && !format.beside().isEmpty())
                .findFirst();
        Path folder = path.toAbsolutePath().getParent();
        if (family.isEmpty() || folder == null) {
            return files;
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            siblings.filter(file -> {
                        FileName other = FileName.of(fileName(file));
                        return family.get().knows(other.ending())
                                && other.stem().equalsIgnoreCase(name.stem());
                    })
                    .sorted()
                    .forEach(file -> files.putIfAbsent(fileName(file), file));
        } catch (IOException unreadable) {
            throw new SourceRefused("文件夹无法读取：" + folder, unreadable);
        }
        return files;
    }

    private SourceLayers layers(Map<String, Path> files, SourceOptions options, Optional<Path> extracted, Path path) {
        List<SourceProblem> problems = new ArrayList<>();
        List<FeatureSource> sources = new ArrayList<>();
        for (SourceFile file : new SourceFamilies(formats).of(files, problems)) {
            try {
                sources.add(layer(file, options));
            } catch (SourceRefused refused) {
                problems.add(SourceProblem.file(String.valueOf(refused.getMessage())));
            }
        }
        if (sources.isEmpty()) {
            String why = problems.stream().map(SourceProblem::message).collect(Collectors.joining("；"));
            throw refusal(path, why.isEmpty() ? "没有可以读取的文件" : why);
        }
        return new SourceLayers(sources, problems, extracted);
    }

    private FeatureSource layer(SourceFile file, SourceOptions options) {
        byte[] head = SourceBytes.head(file.path(), HEAD, options.limits());
        ForeignFile.words(head).ifPresent(words -> {
            throw new SourceRefused(file.fileName() + " 是" + words);
        });
        return formats.stream()
                .filter(format -> format.main().contains(file.main()))
                .findFirst()
                .orElseThrow()
                .opener()
                .open(file, options);
    }

    private SourceRefused refusal(Path path, String why) {
        return new SourceRefused(fileName(path) + "：" + why + "。支持的格式："
                + formats.stream().map(SourceFormat::words).collect(Collectors.joining("；"))
                + "；以及装有这些文件的文件夹和 .zip 压缩包");
    }
}
