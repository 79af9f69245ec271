package cn.diming.core.inspection;

import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.geo.LonLat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Content as text, always with the same members in the same order: this is what is kept and what signatures cover. */
final class FindingText {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String write(Finding finding) {
        return switch (finding) {
            case Finding.MarkerCheck check -> write(check);
            case Finding.SegmentCheck check -> write(check);
        };
    }

    private static String write(Finding.MarkerCheck check) {
        ObjectNode node = JSON.createObjectNode()
                .put("marker", check.markerId())
                .put("status", check.status().name());
        check.fix()
                .ifPresent(fix -> node.put("lon", fix.at().lon())
                        .put("lat", fix.at().lat())
                        .put("accuracy", fix.accuracyMetres()));
        check.offsetMetres().ifPresent(metres -> node.put("offset", metres));
        check.cause().ifPresent(words -> node.put("cause", words));
        node.put("action", check.action().name());
        check.otherSide().ifPresent(words -> node.put("otherSide", words));
        check.note().ifPresent(words -> node.put("note", words));
        return node.toString();
    }

    private static String write(Finding.SegmentCheck check) {
        ObjectNode node = JSON.createObjectNode()
                .put("from", check.fromMetres())
                .put("to", check.toMetres())
                .put("identifiable", check.identifiable());
        check.changes().ifPresent(words -> node.put("changes", words));
        check.oneSided().ifPresent(words -> node.put("oneSided", words));
        ArrayNode projects = node.putArray("projects");
        check.projects()
                .forEach(project ->
                        projects.addObject().put("name", project.name()).put("bothConsented", project.bothConsented()));
        node.put("interviews", check.interviews());
        check.heard().ifPresent(words -> node.put("heard", words));
        check.disputes().ifPresent(words -> node.put("disputes", words));
        check.note().ifPresent(words -> node.put("note", words));
        return node.toString();
    }

    static Finding read(String text) {
        JsonNode node = JSON.readTree(text);
        return node.has("marker") ? marker(node) : segment(node);
    }

    private static Finding marker(JsonNode node) {
        return new Finding.MarkerCheck(
                node.path("marker").asLong(),
                MarkerStatus.valueOf(node.path("status").asString()),
                node.has("lon")
                        ? Optional.of(new Finding.Fix(
                                new LonLat(
                                        node.path("lon").asDouble(),
                                        node.path("lat").asDouble()),
                                node.path("accuracy").asDouble()))
                        : Optional.empty(),
                node.has("offset") ? OptionalDouble.of(node.path("offset").asDouble()) : OptionalDouble.empty(),
                words(node, "cause"),
                MarkerAction.valueOf(node.path("action").asString()),
                words(node, "otherSide"),
                words(node, "note"));
    }

    private static Finding segment(JsonNode node) {
        return new Finding.SegmentCheck(
                node.path("from").asDouble(),
                node.path("to").asDouble(),
                node.path("identifiable").asBoolean(),
                words(node, "changes"),
                words(node, "oneSided"),
                node.path("projects")
                        .valueStream()
                        .map(project -> new Finding.CrossingProject(
                                project.path("name").asString(),
                                project.path("bothConsented").asBoolean()))
                        .toList(),
                node.path("interviews").asInt(),
                words(node, "heard"),
                words(node, "disputes"),
                words(node, "note"));
    }

    static String sections(List<AssignedSection> sections) {
        ArrayNode all = JSON.createArrayNode();
        sections.forEach(section -> all.addObject()
                .put("from", section.fromMetres())
                .put("to", section.toMetres())
                .put("side", section.side().name()));
        return all.toString();
    }

    static List<AssignedSection> sections(String text) {
        return JSON.readTree(text)
                .valueStream()
                .map(node -> new AssignedSection(
                        node.path("from").asDouble(),
                        node.path("to").asDouble(),
                        Side.valueOf(node.path("side").asString())))
                .toList();
    }

    static String participants(List<Participant> participants) {
        ArrayNode all = JSON.createArrayNode();
        participants.forEach(one ->
                all.addObject().put("name", one.name()).put("duty", one.duty()).put("office", one.office()));
        return all.toString();
    }

    static List<Participant> participants(String text) {
        return JSON.readTree(text)
                .valueStream()
                .map(node -> new Participant(
                        node.path("name").asString(),
                        node.path("duty").asString(),
                        node.path("office").asString()))
                .toList();
    }

    private static Optional<String> words(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asString);
    }

    private FindingText() {}
}
