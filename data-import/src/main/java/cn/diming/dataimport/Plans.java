package cn.diming.dataimport;

import cn.diming.dataimport.plan.ImportPlan;
import cn.diming.dataimport.plan.PlanReader;
import cn.diming.dataimport.plan.PlanRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Import plans that come with the product, by name, and those of the bureau, by file. */
public final class Plans {

    /** Names of the plans in the resources; a test holds the list against the folder. */
    public static final List<String> BUNDLED = List.of(
            "china-divisions",
            "county-areas",
            "county-facilities",
            "county-places",
            "county-plates",
            "county-buildings",
            "county-shops",
            "county-building-shops",
            "county-streets",
            "county-towns",
            "county-village-streets",
            "county-villages",
            "county-waters",
            "gary-districts",
            "geocoding-streets",
            "geocoding-divisions",
            "geocoding-doors",
            "geocoding-pois",
            "geonames",
            "guangzhou-codes",
            "guangzhou-districts",
            "guangzhou-towns",
            "guangzhou-villages",
            "named-places",
            "provinces");

    /** Several plans for the parts of one file, in the order in which the parts need one another. */
    private static final Map<String, List<String>> SETS = Map.of(
            "geocoding-places",
            List.of("geocoding-divisions", "geocoding-streets", "geocoding-doors", "geocoding-pois"));

    private static final long LARGEST = 1 << 20;

    /**
     * The plans of a bundled set by its name, else the one plan of that name or in that file.
     *
     * @throws PlanRefused when there is none, or the plan is wrong
     */
    public static List<ImportPlan> listOf(String nameOrFile) {
        List<String> set = SETS.getOrDefault(nameOrFile, List.of(nameOrFile));
        return set.stream().map(Plans::find).toList();
    }

    /**
     * A bundled plan by its name, or a file.
     *
     * @throws PlanRefused when there is neither, or the plan is wrong
     */
    public static ImportPlan find(String nameOrFile) {
        if (BUNDLED.contains(nameOrFile)) {
            return bundled(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            throw new PlanRefused("没有导入方案 " + nameOrFile + "。内置方案：" + names() + "；也可给出 YAML 文件");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new PlanRefused("文件太大，不是导入方案：" + file);
            }
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
            return PlanReader.read(name, Files.readString(file));
        } catch (IOException unreadable) {
            throw new PlanRefused("导入方案无法读取（应为 UTF-8 文本）：" + file, unreadable);
        }
    }

    private static String names() {
        return Stream.concat(BUNDLED.stream(), SETS.keySet().stream()).collect(Collectors.joining("、"));
    }

    static ImportPlan bundled(String name) {
        try (InputStream in = Plans.class.getResourceAsStream("plans/" + name + ".yml")) {
            if (in == null) {
                throw new IllegalStateException("no bundled plan " + name);
            }
            return PlanReader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Plans() {}
}
