package cn.diming.dataimport.plan;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Crs;
import cn.diming.core.record.Field;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordSchema;
import cn.diming.dataimport.source.GeometryColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a plan:
 *
 * <pre>{@code
 * title: 演示县地名点          # for people
 * target: PLACE               # DIVISION, PLACE, DOOR_PLATE, SIGN, BOUNDARY_LINE, BOUNDARY_MARKER, SHOP, FACILITY, GROUND
 * source: demo-points         # optional
 * layer: points               # optional
 * crs: EPSG:4326              # optional; GCJ-02 and BD-09 too
 * filter: cls = 'hamlet'      # optional
 * position: {lon: lng, lat: lat}   # or {wkt: column}
 * keep: interior-point        # optional: as-is, interior-point, none
 * key: ${id}
 * merge: ${town_id}/${name}   # optional
 * related: {street_name: "${street}"}   # optional: a field more, the name of the record of this source with that key
 * fields:
 *   name: ${name}
 *   category: {value: "${cls}", map: {hamlet: NATURAL_VILLAGE}, default: OTHER}
 * attributes: [elev]          # optional: kept as they are
 * names: [{kind: ALIAS, value: "${alt}", split: "[|,]"}]
 * registrations: [{class: "22200", code: "${place_code}"}]
 * }</pre>
 */
public final class PlanReader {

    private static final int LONGEST = 200_000;

    private static final List<String> KEYS = List.of(
            "title",
            "target",
            "source",
            "layer",
            "crs",
            "filter",
            "position",
            "columns",
            "keep",
            "key",
            "merge",
            "related",
            "fields",
            "attributes",
            "names",
            "registrations");

    /** @throws PlanRefused with a Chinese sentence that names the place in the plan */
    public static ImportPlan read(String name, String yaml) {
        try {
            return new PlanReader(name, PlanNode.root(load(yaml))).plan();
        } catch (MarkedYAMLException broken) {
            throw new PlanRefused("导入方案 " + name + " 不是合法的 YAML：" + place(broken) + "写法有误，请检查缩进、引号和重复的键", broken);
        } catch (YAMLException broken) {
            throw new PlanRefused("导入方案 " + name + " 嵌套过深", broken);
        } catch (PlanRefused refused) {
            throw new PlanRefused("导入方案 " + name + "：" + refused.getMessage(), refused);
        }
    }

    private static Object load(String yaml) {
        if (yaml.length() > LONGEST) {
            throw new PlanRefused("过大（超过 " + LONGEST + " 字）");
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(10);
        DumperOptions unused = new DumperOptions();
        Yaml reader = new Yaml(new SafeConstructor(limits), new Representer(unused), unused, limits, new PlainTexts());
        Object content = reader.load(yaml);
        if (content == null) {
            throw new PlanRefused("是空的");
        }
        return content;
    }

    private static String place(MarkedYAMLException broken) {
        return broken.getProblemMark() == null
                ? ""
                : "第 " + (broken.getProblemMark().getLine() + 1) + " 行附近";
    }

    private final String name;
    private final PlanNode root;

    private PlanReader(String name, PlanNode root) {
        this.name = name;
        this.root = root;
    }

    private ImportPlan plan() {
        root.allow(KEYS.toArray(String[]::new));
        RecordKind target = root.get("target", PlanReader::target);
        RecordSchema schema = RecordSchema.of(target);
        return new ImportPlan(
                name,
                root.findText("title").orElse(name),
                target,
                root.findText("source").orElse(name),
                root.findText("layer"),
                root.find("crs", Crs::parse),
                root.findText("filter"),
                root.findNode("position").map(PlanReader::position),
                root.texts("columns"),
                mapping(schema));
    }

    private ImportPlan.Mapping mapping(RecordSchema schema) {
        if (schema.kind() != RecordKind.PLACE) {
            Stream.of("names", "registrations")
                    .filter(root.keys()::contains)
                    .findFirst()
                    .ifPresent(key -> {
                        throw new PlanRefused(key + " 只能用于 target: PLACE（地名）");
                    });
        }
        return new ImportPlan.Mapping(
                root.get("key", Template::parse),
                root.find("merge", Template::parse),
                root.findNode("related").map(PlanReader::related).orElse(Map.of()),
                root.find("keep", GeometryRule::parse).orElse(GeometryRule.AS_IS),
                fields(schema, root.findNode("fields").orElseThrow(() -> root.missing("fields"))),
                root.texts("attributes"),
                root.nodes("names").stream().map(PlanReader::nameRule).toList(),
                root.nodes("registrations").stream()
                        .map(PlanReader::registration)
                        .toList());
    }

    private static List<FieldRule> fields(RecordSchema schema, PlanNode node) {
        List<FieldRule> rules = new ArrayList<>();
        for (String column : node.keys()) {
            Field field = schema.findField(column)
                    .orElseThrow(
                            () -> new PlanRefused(schema.kind().title() + "没有字段 " + column + "，可用 " + columns(schema)));
            if (column.equals("attributes")) {
                throw new PlanRefused("fields.attributes 请改用 attributes: [字段名]");
            }
            rules.add(fieldRule(field, node));
        }
        schema.fields().stream()
                .filter(field -> field.required() && !node.keys().contains(field.column()))
                .findFirst()
                .ifPresent(field -> {
                    throw new PlanRefused("缺少 " + node.name(field.column()) + "（" + field.title() + "）");
                });
        return rules;
    }

    private static Map<String, Template> related(PlanNode node) {
        Map<String, Template> related = new LinkedHashMap<>();
        node.keys().forEach(field -> related.put(field, node.get(field, Template::parse)));
        return related;
    }

    private static String columns(RecordSchema schema) {
        return schema.fields().stream().map(Field::column).collect(Collectors.joining("、"));
    }

    private static FieldRule fieldRule(Field field, PlanNode node) {
        if (!node.hasNode(field.column())) {
            return new FieldRule(field, node.get(field.column(), Template::parse), Map.of(), Optional.empty());
        }
        PlanNode detail = node.findNode(field.column()).orElseThrow();
        detail.allow("value", "map", "default");
        return new FieldRule(
                field,
                detail.get("value", Template::parse),
                detail.findNode("map").map(PlanNode::textMap).orElse(Map.of()),
                detail.findText("default"));
    }

    private static NameRule nameRule(PlanNode node) {
        node.allow("kind", "value", "split");
        return new NameRule(
                node.get("kind", PlanReader::nameKind),
                node.get("value", Template::parse),
                node.find("split", PlanReader::pattern));
    }

    private static ImportPlan.RegistrationRule registration(PlanNode node) {
        node.allow("class", "code");
        return new ImportPlan.RegistrationRule(node.get("class", Template::parse), node.find("code", Template::parse));
    }

    private static GeometryColumns position(PlanNode node) {
        node.allow("lon", "lat", "wkt");
        if (node.keys().contains("wkt") && node.keys().size() > 1) {
            throw new PlanRefused("position 要么给 wkt，要么给 lon 和 lat");
        }
        return node.findText("wkt")
                .<GeometryColumns>map(GeometryColumns.Wkt::new)
                .orElseGet(
                        () -> new GeometryColumns.Pair(node.get("lon", text -> text), node.get("lat", text -> text)));
    }

    static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new PlanRefused("正则表达式有误：" + text, wrong);
        }
    }

    private static RecordKind target(String text) {
        List<RecordKind> kinds =
                RecordSchema.all().stream().map(RecordSchema::kind).toList();
        return kinds.stream()
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new PlanRefused("没有这种目标 " + text + "，可用 "
                        + kinds.stream().map(RecordKind::name).collect(Collectors.joining("、"))));
    }

    private static RecordDraft.NameKind nameKind(String text) {
        List<RecordDraft.NameKind> kinds = Arrays.asList(RecordDraft.NameKind.values());
        return kinds.stream()
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new PlanRefused("没有这种名称 " + text + "，可用 "
                        + kinds.stream().map(RecordDraft.NameKind::name).collect(Collectors.joining("、"))));
    }

    /** A plan is text throughout: 01 stays 01, no is the word no, 2024-01-01 is what stands there. */
    private static final class PlainTexts extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none
        }
    }
}
