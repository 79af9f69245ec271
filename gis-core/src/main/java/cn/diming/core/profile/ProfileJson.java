package cn.diming.core.profile;

import cn.diming.core.proof.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A profile as it is kept: JSON with a fixed order, so that equal profiles are equal texts. */
final class ProfileJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String write(RuleProfile profile) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("title", profile.title());
        profile.description().ifPresent(text -> content.put("description", text));
        content.put("lineage", profile.lineage());
        content.put("own", profile.own());
        content.put("divisions", profile.divisions());
        Map<String, Object> sections = new LinkedHashMap<>();
        profile.sections()
                .forEach((section, rows) -> sections.put(
                        section, rows.stream().map(ProfileJson::row).toList()));
        content.put("sections", sections);
        return JSON.writeValueAsString(content);
    }

    private static Map<String, Object> row(ProfileRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", row.key());
        fields.put("origin", row.origin());
        fields.put("source", row.source());
        fields.put("values", new TreeMap<>(row.values()));
        return fields;
    }

    static RuleProfile read(String name, int version, String content) {
        JsonNode root = JSON.readTree(content);
        Map<String, List<ProfileRow>> sections = new LinkedHashMap<>();
        for (ProfileShape shape : ProfileShape.values()) { // a database may have put the keys into another order
            List<ProfileRow> rows = new ArrayList<>();
            root.path("sections").path(shape.section()).forEach(row -> rows.add(row(row)));
            if (!rows.isEmpty()) {
                sections.put(shape.section(), rows);
            }
        }
        return new RuleProfile(
                name,
                root.path("title").asString(),
                Optional.ofNullable(root.get("description")).map(JsonNode::asString),
                version,
                texts(root.path("lineage")),
                root.path("own").asBoolean(),
                texts(root.path("divisions")),
                sections);
    }

    private static ProfileRow row(JsonNode row) {
        Map<String, Object> values = new LinkedHashMap<>();
        row.path("values").properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
        return new ProfileRow(
                row.path("key").asString(),
                values,
                row.path("source").asString(),
                row.path("origin").asString());
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            return texts(node);
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber()) {
            return node.asInt();
        }
        return node.isNumber() ? (Object) node.asDouble() : node.asString();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    static String hash(String content) {
        return Sha256.hex(content);
    }

    private ProfileJson() {}
}
