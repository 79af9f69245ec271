package cn.diming.core.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The profiles that come with the program and those in the bureau's folder, each with everything it inherits. */
final class ProfileLibrary {

    private static final List<String> BUNDLED = List.of("national", "guangdong", "guangzhou", "village-default");
    private static final String SUFFIX = ".yml";
    private static final int DEEPEST = 10;

    private final Map<String, ProfileSource> sources = new LinkedHashMap<>();
    private final List<String> own = new ArrayList<>();

    /** @throws ProfileRefused when a file of the folder has faults, or inherits from nowhere or in a circle */
    static ProfileLibrary read(Optional<Path> folder) {
        ProfileLibrary library = new ProfileLibrary();
        BUNDLED.forEach(name -> library.add(
                new ProfileReader(name, ProfileLibrary::bundled),
                bundled(name + SUFFIX).orElseThrow()));
        folder.filter(Files::isDirectory).ifPresent(library::addAll);
        return library;
    }

    /** All profiles, those above before those below; their versions are not known yet and stand as 0. */
    List<RuleProfile> profiles() {
        return sources.values().stream()
                .map(source -> resolve(source, lineage(source)))
                .sorted(java.util.Comparator.comparingInt(
                        (RuleProfile profile) -> profile.lineage().size()))
                .toList();
    }

    private void addAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .forEach(file -> addOwn(folder, file));
        } catch (IOException unreadable) {
            throw new ProfileRefused("读不出规则档案文件夹", unreadable);
        }
    }

    private void addOwn(Path folder, Path file) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new ProfileRefused("规则档案的文件名应为小写字母、数字与连字符：" + fileName);
        }
        own.add(name);
        add(
                new ProfileReader(name, beside -> text(folder.resolve(beside)).or(() -> bundled(beside))),
                text(file).orElse(""));
    }

    private void add(ProfileReader reader, String yaml) {
        ProfileSource source = reader.read(yaml);
        sources.put(source.name(), source);
    }

    private List<ProfileSource> lineage(ProfileSource source) {
        List<ProfileSource> upwards = new ArrayList<>(List.of(source));
        Optional<String> parent = source.parent();
        while (parent.isPresent()) {
            ProfileSource above = sources.get(parent.get());
            if (above == null) {
                throw new ProfileRefused("规则档案 " + source.name() + " 的上级 " + parent.get() + " 不存在");
            }
            if (upwards.contains(above) || upwards.size() > DEEPEST) {
                throw new ProfileRefused("规则档案 " + source.name() + " 的上级绕成了圈或超过 " + DEEPEST + " 级");
            }
            upwards.add(above);
            parent = above.parent();
        }
        return upwards.reversed();
    }

    private RuleProfile resolve(ProfileSource source, List<ProfileSource> lineage) {
        Map<String, List<ProfileRow>> sections = new LinkedHashMap<>();
        for (ProfileShape shape : ProfileShape.values()) {
            Map<String, ProfileRow> rows = new LinkedHashMap<>();
            for (ProfileSource layer : lineage) {
                for (ProfileSource.Entry entry : layer.sections().getOrDefault(shape.section(), List.of())) {
                    entry.row().ifPresentOrElse(row -> rows.put(entry.key(), row), () -> rows.remove(entry.key()));
                }
            }
            if (!rows.isEmpty()) {
                sections.put(shape.section(), List.copyOf(rows.values()));
            }
        }
        return new RuleProfile(
                source.name(),
                source.title(),
                source.description(),
                0,
                lineage.stream().map(ProfileSource::name).toList(),
                own.contains(source.name()),
                source.divisions(),
                sections);
    }

    private static Optional<String> bundled(String file) {
        try (InputStream in = ProfileLibrary.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("reading " + file, broken);
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (MalformedInputException wrong) {
            throw new ProfileRefused("文件 " + file.getFileName() + " 不是 UTF-8 编码", wrong);
        } catch (IOException unreadable) {
            throw new ProfileRefused("读不出文件 " + file.getFileName(), unreadable);
        }
    }
}
