package cn.diming.core.collect;

import cn.diming.core.geo.LonLat;
import cn.diming.core.record.PlaceCategory;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a first officer proposed, as it is kept for the second. */
final class Proposals {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String write(ModerationStep step) {
        ObjectNode node = JSON.createObjectNode();
        switch (step) {
            case ModerationStep.Accept accept -> {
                accept.name().ifPresent(name -> node.put("name", name));
                accept.category().ifPresent(category -> node.put("category", category.name()));
                accept.position().ifPresent(at -> node.put("lon", at.lon()).put("lat", at.lat()));
            }
            case ModerationStep.Merge merge ->
                node.put("place", merge.placeId()).put("alias", merge.alias());
            default -> throw new IllegalArgumentException("only what changes the register is proposed");
        }
        return node.toString();
    }

    static ModerationStep read(String json) {
        JsonNode node = JSON.readTree(json);
        return node.has("place")
                ? new ModerationStep.Merge(
                        node.get("place").asLong(), node.get("alias").asBoolean())
                : new ModerationStep.Accept(
                        Optional.ofNullable(node.get("name")).map(JsonNode::asString),
                        Optional.ofNullable(node.get("category"))
                                .map(JsonNode::asString)
                                .flatMap(PlaceCategory::find),
                        Optional.ofNullable(node.get("lon"))
                                .map(lon -> new LonLat(
                                        lon.asDouble(), node.get("lat").asDouble())));
    }

    private Proposals() {}
}
