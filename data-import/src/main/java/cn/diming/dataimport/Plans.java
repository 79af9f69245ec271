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
            "geocoding-places",
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

    private static final long LARGEST = 1 << 20;

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
            throw new PlanRefused("没有导入方案 " + nameOrFile + "。内置方案：" + String.join("、", BUNDLED) + "；也可给出 YAML 文件");
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
