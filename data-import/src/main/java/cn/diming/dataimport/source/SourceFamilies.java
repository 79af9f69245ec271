package cn.diming.dataimport.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sorts the files of a folder or zip into layers: one main file each, with those of the same name beside it. */
final class SourceFamilies {
    /** Read-me files have this ending too; it makes a layer only where nothing else does. */
    private static final String READ_ME = "txt";

    private final List<SourceFormat> formats;

    SourceFamilies(List<SourceFormat> formats) {
        this.formats = formats;
    }

    /** Files of one name, which may differ in case; the name as the first of them writes it. */
    private record Family(String stem, Map<String, Path> parts) {}

    /** Layers in the order of their names; what is passed over goes to {@code problems}. */
    List<SourceFile> of(Map<String, Path> files, List<SourceProblem> problems) {
        Map<String, Family> families = new TreeMap<>();
        files.forEach((name, path) -> {
            FileName parts = FileName.of(name);
            if (parts.ending().equals("zip")) {
                problems.add(SourceProblem.file(name + " 是内层压缩包，未打开，请解压后单独导入"));
                return;
            }
            Family family = families.computeIfAbsent(
                    parts.stem().toLowerCase(Locale.ROOT), key -> new Family(parts.stem(), new LinkedHashMap<>()));
            if (family.parts.putIfAbsent(parts.ending(), path) != null) {
                problems.add(SourceProblem.file(name + " 与另一个文件同名，未读取"));
            }
        });
        return unique(withoutReadMe(layers(families), problems));
    }

    private List<SourceFile> layers(Map<String, Family> families) {
        return families.values().stream()
                .flatMap(family -> formats.stream()
                        .flatMap(format -> format.layersAmong(family.parts.keySet()))
                        .map(main -> new SourceFile(family.stem, main, family.parts)))
                .toList();
    }

    private static List<SourceFile> withoutReadMe(List<SourceFile> found, List<SourceProblem> problems) {
        List<SourceFile> others =
                found.stream().filter(file -> !file.main().equals(READ_ME)).toList();
        if (others.isEmpty() || others.size() == found.size()) {
            return found;
        }
        found.stream()
                .filter(file -> file.main().equals(READ_ME))
                .forEach(file -> problems.add(SourceProblem.note(file.fileName() + " 视为说明文字，未读取")));
        return others;
    }

    /** Two layers never bear one name: the second is called by its file name. */
    private static List<SourceFile> unique(List<SourceFile> found) {
        Set<String> taken = new HashSet<>();
        List<SourceFile> named = new ArrayList<>();
        for (SourceFile file : found) {
            named.add(taken.add(file.name()) ? file : file.called(file.fileName()));
        }
        return named;
    }
}
