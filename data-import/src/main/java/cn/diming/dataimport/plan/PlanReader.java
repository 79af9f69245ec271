package cn.diming.dataimport.plan;

import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Crs;
import cn.diming.core.record.Field;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordSchema;
import cn.diming.dataimport.source.GeometryColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

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
 * fields:
 *   name: ${name}
 *   category: {value: "${cls}", map: {hamlet: NATURAL_VILLAGE}, default: OTHER}
 * attributes: [elev]          # optional: kept as they are
 * names: [{kind: ALIAS, value: "${alt}", split: "[|,]"}]
 * registrations: [{class: "22200", code: "${place_code}"}]
 * }</pre>
 */
public final class PlanReader {

    /** @throws PlanRefused with a Chinese sentence that names the place in the plan */
    public static ImportPlan read(String name, String yaml) {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(10);
        limits.setCodePointLimit(200_000);
        try {
            Object content = new Yaml(new SafeConstructor(limits)).load(yaml);
            return new PlanReader(name, PlanNode.root(content)).plan();
        } catch (YAMLException broken) {
            throw new PlanRefused("导入方案 " + name + " 不是合法的 YAML：" + firstLine(broken), broken);
        } catch (PlanRefused refused) {
            throw new PlanRefused("导入方案 " + name + "：" + refused.getMessage(), refused);
        }
    }

    private final String name;
    private final PlanNode root;

    private PlanReader(String name, PlanNode root) {
        this.name = name;
        this.root = root;
    }

    private ImportPlan plan() {
        root.allow(
                "title",
                "target",
                "source",
                "layer",
                "crs",
                "filter",
                "position",
                "keep",
                "key",
                "merge",
                "fields",
                "attributes",
                "names",
                "registrations",
                "columns");
        RecordKind target = target(root.getText("target"));
        RecordSchema schema = RecordSchema.of(target);
        return new ImportPlan(
                name,
                root.findText("title").orElse(name),
                target,
                root.findText("source").orElse(name),
                root.findText("layer"),
                root.findText("crs").map(PlanReader::crs),
                root.findText("filter"),
                root.findNode("position").map(PlanReader::position),
                root.texts("columns"),
                mapping(schema));
    }

    private ImportPlan.Mapping mapping(RecordSchema schema) {
        return new ImportPlan.Mapping(
                Template.parse(root.getText("key")),
                root.findText("merge").map(Template::parse),
                root.findText("keep").map(GeometryRule::parse).orElse(GeometryRule.AS_IS),
                fields(schema, root.findNode("fields").orElseThrow(() -> new PlanRefused("缺少 fields"))),
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
                    .orElseThrow(() -> new PlanRefused(schema.kind().title() + "没有字段 " + column));
            rules.add(fieldRule(field, node, column));
        }
        return rules;
    }

    private static FieldRule fieldRule(Field field, PlanNode node, String column) {
        Optional<PlanNode> detail = node.findNode(column);
        if (detail.isEmpty()) {
            return new FieldRule(field, Template.parse(node.getText(column)), Map.of(), Optional.empty());
        }
        detail.get().allow("value", "map", "default");
        return new FieldRule(
                field,
                Template.parse(detail.get().getText("value")),
                detail.get().findNode("map").map(PlanNode::textMap).orElse(Map.of()),
                detail.get().findText("default"));
    }

    private static NameRule nameRule(PlanNode node) {
        node.allow("kind", "value", "split");
        return new NameRule(
                nameKind(node.getText("kind")),
                Template.parse(node.getText("value")),
                node.findText("split").map(Pattern::compile));
    }

    private static ImportPlan.RegistrationRule registration(PlanNode node) {
        node.allow("class", "code");
        return new ImportPlan.RegistrationRule(
                Template.parse(node.getText("class")), node.findText("code").map(Template::parse));
    }

    private static GeometryColumns position(PlanNode node) {
        node.allow("lon", "lat", "wkt");
        return node.findText("wkt")
                .<GeometryColumns>map(GeometryColumns.Wkt::new)
                .orElseGet(() -> new GeometryColumns.Pair(node.getText("lon"), node.getText("lat")));
    }

    private static RecordKind target(String text) {
        return RecordSchema.all().stream()
                .map(RecordSchema::kind)
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new PlanRefused("没有这种目标：" + text));
    }

    private static RecordDraft.NameKind nameKind(String text) {
        try {
            return RecordDraft.NameKind.valueOf(text);
        } catch (IllegalArgumentException wrong) {
            throw new PlanRefused("没有这种名称：" + text, wrong);
        }
    }

    private static Crs crs(String text) {
        try {
            return Crs.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new PlanRefused(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static String firstLine(YAMLException broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }
}
