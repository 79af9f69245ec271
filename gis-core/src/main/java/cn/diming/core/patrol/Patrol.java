package cn.diming.core.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A patrol that was proven.
 *
 * @param version for the optimistic lock: it counts up when gaps are explained
 * @param lineNumber the version of the line that was walked
 * @param export JSON, format {@code diming-patrol/1}
 * @param report JSON, format {@code diming-patrol-proof/1}
 * @param shapes GeoJSON, EPSG:4490: the walk, the stretches that nobody walked ({@code kind} {@code WALK}, {@code GAP} and
 *     {@code JUMP})
 */
public record Patrol(
        long id,
        int version,
        long lineId,
        int lineNumber,
        Instant madeAt,
        Optional<String> madeBy,
        String export,
        String report,
        String shapes) {

    /** A stretch that nobody walked, by metres from the line's start. */
    public record Gap(double fromMetres, double toMetres, Optional<String> reason) {}

    /** The line as the report names it. */
    public String lineName() {
        return json().path("line").path("name").asString();
    }

    /** One of the report's figures. */
    public OptionalDouble figure(String name) {
        JsonNode value = json().path("figures").path(name);
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    /** The share of the line that was walked, 0 to 1. */
    public double share() {
        return figure("share").orElseThrow();
    }

    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (JsonNode gap : json().path("gaps")) {
            gaps.add(new Gap(
                    gap.path("fromMetres").asDouble(),
                    gap.path("toMetres").asDouble(),
                    Optional.ofNullable(gap.get("reason")).map(JsonNode::asString)));
        }
        return gaps;
    }

    /** Official numbers of the markers that nobody came to. */
    public List<String> missedMarkers() {
        List<String> missed = new ArrayList<>();
        for (JsonNode marker : json().path("markers")) {
            if (!marker.path("visited").asBoolean()) {
                missed.add(marker.path("number").asString());
            }
        }
        return missed;
    }

    /** What still stands against the patrol, in Chinese; empty when the whole line was walked or explained. */
    public List<String> remarks() {
        return PatrolRemarks.of(this, json());
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(report);
    }
}
