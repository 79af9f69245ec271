package cn.diming.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private static final Pattern NAME = Pattern.compile("`([A-Za-z.]+[A-Za-z_.]*)`");

    /** A name is a class, a class within a class, or a constant or component of one. */
    @Test
    void everyNameInTheCodeColumnExists() throws IOException {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("cn.diming");
        Set<String> known =
                classes.stream().flatMap(type -> names(type).stream()).collect(Collectors.toSet());

        Set<String> missing = new TreeSet<>(glossary());
        missing.removeAll(known);

        assertThat(glossary()).hasSizeGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    private static Set<String> names(JavaClass type) {
        Set<String> names = new TreeSet<>();
        String name = type.getName().replaceFirst("^.*\\.", "").replace('$', '.');
        names.add(name);
        names.add(name.replaceFirst("^.*\\.", ""));
        type.getFields().forEach(field -> names.add(name + "." + field.getName()));
        return names;
    }

    private static Set<String> glossary() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../GLOSSARY.md"));
        return lines.stream()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .map(line -> line.substring(0, line.lastIndexOf('|')))
                .map(line -> line.substring(line.lastIndexOf('|')))
                .flatMap(cell -> NAME.matcher(cell).results().map(MatchResult.class::cast))
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
