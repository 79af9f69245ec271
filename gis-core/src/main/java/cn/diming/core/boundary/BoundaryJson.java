package cn.diming.core.boundary;

import cn.diming.core.region.DivisionCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lists that lines and markers keep in JSON columns. */
final class BoundaryJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String sections(List<LineSection> sections) {
        ArrayNode all = JSON.createArrayNode();
        for (LineSection section : sections) {
            ObjectNode one = all.addObject()
                    .put("from", section.fromMetres())
                    .put("to", section.toMetres())
                    .put("basis", section.basis().name());
            section.feature().ifPresent(name -> one.put("feature", name));
            section.description().ifPresent(words -> one.put("description", words));
        }
        return all.toString();
    }

    static List<LineSection> sections(Optional<String> json) {
        return elements(json)
                .map(node -> new LineSection(
                        node.path("from").asDouble(),
                        node.path("to").asDouble(),
                        LineSection.Basis.valueOf(node.path("basis").asString()),
                        text(node, "feature"),
                        text(node, "description")))
                .toList();
    }

    static String enclaves(List<Enclave> enclaves) {
        ArrayNode all = JSON.createArrayNode();
        enclaves.forEach(enclave -> all.addObject()
                .put("owner", enclave.owner().digits())
                .put("host", enclave.host().digits())
                .put("name", enclave.name()));
        return all.toString();
    }

    static List<Enclave> enclaves(Optional<String> json) {
        return elements(json)
                .map(node -> new Enclave(
                        new DivisionCode(node.path("owner").asString()),
                        new DivisionCode(node.path("host").asString()),
                        node.path("name").asString()))
                .toList();
    }

    static String witnesses(List<Witness> witnesses) {
        ArrayNode all = JSON.createArrayNode();
        witnesses.forEach(witness -> all.addObject()
                .put("description", witness.description())
                .put("bearing", witness.bearingDegrees())
                .put("distance", witness.distanceMetres()));
        return all.toString();
    }

    /** What an import wrote otherwise is left out: the check of the marker then says that witnesses are missing. */
    static List<Witness> witnesses(Optional<String> json) {
        return elements(json)
                .flatMap(node -> {
                    try {
                        return Stream.of(new Witness(
                                node.path("description").asString(""),
                                node.path("bearing").asDouble(-1),
                                node.path("distance").asDouble(-1)));
                    } catch (IllegalArgumentException unfit) {
                        return Stream.empty();
                    }
                })
                .toList();
    }

    static String texts(List<String> texts) {
        return JSON.writeValueAsString(texts);
    }

    static List<String> texts(Optional<String> json) {
        return elements(json).map(node -> node.asString("")).toList();
    }

    private static Stream<JsonNode> elements(Optional<String> json) {
        return json.map(text -> JSON.readTree(text).valueStream()).orElseGet(Stream::empty);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(value -> value.asString());
    }

    private BoundaryJson() {}
}
