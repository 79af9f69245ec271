package cn.diming.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code against the table of rooms in ARCHITECTURE.md. */
class ArchitectureTest {

    private static final String ROOT = "cn.diming.";
    private static final Set<String> MODULES = Set.of("core", "tiles", "dataimport", "api");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("cn.diming");

    private static final Map<String, Set<String>> ROOMS = readRooms();

    @Test
    void everyRoomHasARowAndEveryRowARoom() {
        Set<String> packages = ours().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages).isEqualTo(new TreeSet<>(ROOMS.keySet()));
    }

    @Test
    void aRoomImportsOnlyWhatItsRowNames() {
        assertThat(faults(dependency -> {
                    String from = room(dependency.getOriginClass());
                    String to = room(dependency.getTargetClass());
                    return isOurs(dependency.getTargetClass()) && !from.equals(to) && !mayImport(from, to);
                }))
                .isEmpty();
    }

    @Test
    void onlyTheRoomsOfApiUseWhatIsGeneratedFromTheContract() {
        assertThat(faults(dependency -> isGenerated(dependency.getTargetClass())
                        && !room(dependency.getOriginClass()).startsWith("api")))
                .isEmpty();
    }

    @Test
    void noLonelyInterfaces() {
        List<String> lonely = ours().filter(JavaClass::isInterface)
                .filter(type -> !type.isAnnotation())
                .filter(type -> !type.reflect().isSealed())
                .filter(type -> !type.isAnnotatedWith(FunctionalInterface.class))
                .filter(type -> type.getAllSubclasses().size() < 2)
                .map(JavaClass::getName)
                .toList();
        assertThat(lonely).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        assertThat(ours().map(JavaClass::getSimpleName)
                        .filter(name -> name.matches("Default[A-Z].*|.*(Impl|Manager|Helper|Utils|Util)")))
                .isEmpty();
    }

    @Test
    void sqlStaysInTheRoomsThatHaveTables() {
        Set<String> withTables = Set.of(
                "core",
                "core.db",
                "core.change",
                "core.audit",
                "core.region",
                "core.record",
                "core.history",
                "core.account",
                "core.deadline",
                "core.romanise",
                "core.geocode",
                "core.sheet");
        assertThat(faults(dependency -> dependency.getTargetClass().getName().equals(ROOT + "core.db.Statement")
                        && !withTables.contains(room(dependency.getOriginClass()))
                        && !dependency.getOriginClass().getSimpleName().endsWith("Store")))
                .isEmpty();
    }

    @Test
    void eachLibraryHasOneHome() {
        assertHome("org.geotools", Set.of("core.geo", "core.cql")::contains);
        assertHome("org.apache.lucene", room -> room.equals("core.search"));
        assertHome("org.apache.pdfbox", Set.of("core.font", "core.document", "tiles.sheet.canvas")::contains);
        assertHome("org.apache.fontbox", Set.of("core.font", "core.document", "tiles.sheet.canvas")::contains);
        assertHome("jakarta.mail", room -> room.equals("core.contact"));
        assertHome("com.drew", room -> room.equals("core.media"));
        assertHome(
                "java.sql",
                Set.of("core.db", "api.command", "tiles.archive")::contains); // words exceptions, writes files
        assertHome("javax.sql", room -> room.equals("core.db"));
        assertHome("org.springframework.jdbc", room -> room.equals("core.db"));
        assertHome("org.springframework.security.crypto", room -> room.equals("core.account"));
        assertHome("org.springframework.session", room -> room.equals("api.security"));
        assertHome("org.springframework.security.web", Set.of("api.security", "api.session")::contains);
        assertHome("org.springframework.web", room -> room.startsWith("api"));
        assertHome("org.springframework.boot", room -> room.startsWith("api"));
        assertHome("jakarta.servlet", room -> room.startsWith("api"));
        assertHome("org.dhatim", Set.of("api.answer", "api.register")::contains); // the latter streams
        assertHome("com.google.zxing", Set.of("api.answer", "tiles.sheet.margin")::contains);
        assertHome("org.wololo", room -> room.equals("api.ogc"));
        assertHome("picocli", Set.of("api.command", "dataimport")::contains);
    }

    private static void assertHome(String library, Predicate<String> home) {
        assertThat(faults(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(library)
                                && !home.test(room(dependency.getOriginClass()))))
                .as(library)
                .isEmpty();
    }

    private static List<String> faults(Predicate<Dependency> forbidden) {
        return ours().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(forbidden)
                .map(dependency -> room(dependency.getOriginClass()) + " -> " + room(dependency.getTargetClass()) + ": "
                        + dependency.getDescription())
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean mayImport(String from, String to) {
        return ROOMS.getOrDefault(from, Set.of()).stream()
                .anyMatch(allowed -> allowed.equals(to)
                        || (allowed.endsWith(".*") && to.startsWith(allowed.substring(0, allowed.length() - 1))));
    }

    private static Stream<JavaClass> ours() {
        return CLASSES.stream()
                .filter(ArchitectureTest::isOurs)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    private static boolean isOurs(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT)
                && MODULES.contains(name.substring(ROOT.length()).split("\\.", -1)[0])
                && !isGenerated(type);
    }

    private static boolean isGenerated(JavaClass type) {
        return type.getBaseComponentType().getPackageName().startsWith(ROOT + "api.generated");
    }

    private static String room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
    }

    private static Map<String, Set<String>> readRooms() {
        try {
            String document = Files.readString(Path.of("../ARCHITECTURE.md"));
            String table = document.substring(document.indexOf("```rooms\n") + "```rooms\n".length());
            Map<String, Set<String>> rooms = new LinkedHashMap<>();
            table.substring(0, table.indexOf("```")).lines().forEach(line -> {
                String[] sides = line.split("->", -1);
                rooms.put(
                        sides[0].strip(),
                        Stream.of(sides[1].strip().split("\\s+"))
                                .filter(room -> !room.isEmpty())
                                .collect(Collectors.toSet()));
            });
            return rooms;
        } catch (IOException broken) {
            throw new IllegalStateException("ARCHITECTURE.md cannot be read", broken);
        }
    }
}
