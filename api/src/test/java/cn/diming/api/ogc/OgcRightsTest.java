package cn.diming.api.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.fixtures.Client;
import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Role;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.fixtures.Engines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** Who may do what under {@code /ogc}, where: every collection, as every role, inside and outside of its jurisdiction. */
@ParameterizedClass
@EnumSource(Engines.class)
class OgcRightsTest {

    private static final List<String> ASKERS = List.of(
            "VISITOR", "COLLECTOR", "MERCHANT", "NAMING_OFFICER", "REVIEWER", "BOUNDARY_INSPECTOR", "ADMINISTRATOR");
    private static final Map<String, String> JURISDICTIONS = Map.of("inside", "440115", "outside", "440113");

    private final Service service;
    private final Map<String, Client> clients = new HashMap<>();

    OgcRightsTest(Engines engine) {
        this.service = Service.on(engine);
    }

    @Test
    void everyCellAnswersAsTheTableSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> covered = rows().stream().map(row -> row[0]).collect(Collectors.toSet());
        int cells = 0;
        for (String[] row : rows()) {
            for (int i = 0; i < ASKERS.size(); i++) {
                int expected = Integer.parseInt(row[i + 3]);
                int actual = ask(
                        client(ASKERS.get(i), row[2]), FeatureType.find(row[0]).orElseThrow(), row[1]);
                cells++;
                if (actual != expected) {
                    wrong.add("%s %s as %s %s: %d instead of %d"
                            .formatted(row[1], row[0], ASKERS.get(i), row[2], actual, expected));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(covered).hasSize(FeatureType.values().length);
        assertThat(cells).isGreaterThanOrEqualTo(FeatureType.values().length * 6 * 2 * ASKERS.size());
    }

    private int ask(Client client, FeatureType type, String operation) {
        String items = "/ogc/collections/" + type.id() + "/items";
        String item = items + "/" + OgcData.make(service, type);
        return switch (operation) {
            case "list" -> client.get(items + "?limit=1").status();
            case "read" -> client.get(item).status();
            case "create" -> client.post(items, body(type, item, true)).status();
            case "replace" ->
                client.send("PUT", item, Optional.of(body(type, item, false)), "If-Match", "\"1\"")
                        .status();
            case "update" ->
                client.patch(item, "{\"properties\": {}}", "If-Match", "\"1\"").status();
            case "delete" -> client.delete(item, "If-Match", "\"1\"").status();
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** The feature itself, or one like it. */
    private String body(FeatureType type, String item, boolean another) {
        ObjectNode feature =
                (ObjectNode) client("ADMINISTRATOR", "all").get(item).json();
        if (another) {
            ObjectNode properties = feature.withObject("/properties");
            properties.remove(List.of("status", "divisionCode"));
            if (type == FeatureType.DIVISIONS) {
                properties.put("code", "440115" + String.format("%06d", System.nanoTime() % 1_000_000));
            }
            if (type == FeatureType.BOUNDARY_MARKERS) {
                properties.put("markerKey", "k" + System.nanoTime());
            }
        }
        return feature.toString();
    }

    private Client client(String asker, String where) {
        return clients.computeIfAbsent(
                asker + where,
                key -> asker.equals("VISITOR")
                        ? service.visitor()
                        : service.program(Role.valueOf(asker), JURISDICTIONS.getOrDefault(where, "")));
    }

    private static List<String[]> rows() throws IOException {
        try (InputStream table = Objects.requireNonNull(OgcRightsTest.class.getResourceAsStream("/rights-ogc.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
