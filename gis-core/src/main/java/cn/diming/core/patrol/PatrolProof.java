package cn.diming.core.patrol;

import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.LineVersion;
import cn.diming.core.geo.CrsOpinion;
import cn.diming.core.proof.Sha256;
import cn.diming.core.proof.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The proof that a line was walked: an export of the line's version, its markers and the rules, and a signed report of what the
 * tracks say. {@code scripts/verify-patrol.mjs} measures export and tracks anew without any of this code.
 *
 * @param export JSON, format {@code diming-patrol/1}
 * @param report JSON, format {@code diming-patrol-proof/1}; its last member {@code signature} covers the text before it, closed
 *     with a brace
 */
record PatrolProof(String export, String report) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SIGNATURE = "signature";

    /** What a patrol is about, and by which rules it is judged. */
    record Subject(BoundaryLine line, List<BoundaryMarker> markers, PatrolRules rules) {}

    /**
     * What was brought.
     *
     * @param opinion on the reference system of the fixes
     * @param confirmed whether a person confirmed it against that opinion
     */
    record Evidence(List<Track> tracks, CrsOpinion opinion, boolean confirmed) {}

    static PatrolProof of(Subject subject, Evidence evidence, PatrolFigures figures, Instant at, SigningKey key) {
        String export = JSON.writeValueAsString(export(subject));
        LineVersion version = subject.line.current();
        ObjectNode report = JSON.createObjectNode();
        report.put("format", "diming-patrol-proof/1");
        report.put("at", at.toString());
        report.putObject("line")
                .put("code", subject.line.code())
                .put("name", subject.line.name())
                .put("version", version.number())
                .put("agreement", version.agreement().title())
                .put("sha256", version.sha256());
        report.put("exportSha256", Sha256.hex(export));
        report.set(
                "tracks",
                JSON.valueToTree(
                        evidence.tracks.stream().map(PatrolProof::track).toList()));
        report.putObject("position")
                .put("asStored", evidence.opinion.isAsStored())
                .put("confirmed", evidence.confirmed)
                .put("words", evidence.opinion.words());
        report.set("figures", JSON.valueToTree(figures(figures)));
        report.set(
                "gaps",
                JSON.valueToTree(figures.gaps().stream().map(PatrolProof::gap).toList()));
        report.set(
                "markers",
                JSON.valueToTree(
                        figures.markers().stream().map(PatrolProof::visit).toList()));
        report.put("requiredShare", subject.rules.share());
        return new PatrolProof(export, signed(report, key));
    }

    /** The same with reasons why nobody walked there, by the number of the gap from 1; signed anew. */
    PatrolProof explained(Map<Integer, String> reasons, Instant at, SigningKey key) {
        ObjectNode changed = (ObjectNode) JSON.readTree(report);
        changed.remove(SIGNATURE);
        changed.put("at", at.toString());
        int number = 0;
        for (JsonNode gap : changed.withArray("gaps")) {
            String reason = reasons.getOrDefault(++number, "").strip();
            if (reason.isEmpty()) {
                ((ObjectNode) gap).remove("reason");
            } else {
                ((ObjectNode) gap).put("reason", reason);
            }
        }
        return new PatrolProof(export, signed(changed, key));
    }

    private static String signed(ObjectNode report, SigningKey key) {
        String text = JSON.writeValueAsString(report);
        report.putObject(SIGNATURE)
                .put("algorithm", "Ed25519")
                .put("publicKey", key.publicKey())
                .put("value", key.sign(text));
        return JSON.writeValueAsString(report);
    }

    private static Map<String, Object> track(Track track) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", track.file().name());
        row.put("sha256", track.file().sha256());
        row.put("bytes", track.file().content().length);
        row.put("segments", track.segments().size());
        row.put("fixes", track.fixes().size());
        return row;
    }

    private static Map<String, Object> figures(PatrolFigures figures) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("lineMetres", rounded(figures.lineMetres()));
        row.put("coveredMetres", rounded(figures.coveredMetres()));
        row.put("share", Math.round(figures.share() * 1e6) / 1e6);
        row.put("maxDeviationMetres", rounded(figures.most()));
        row.put("p95DeviationMetres", rounded(figures.usual()));
        row.put("walkedMetres", rounded(figures.walkedMetres()));
        row.put("fastMetres", rounded(figures.fastMetres()));
        row.put("jumps", figures.jumps());
        row.put("breaks", figures.breaks());
        row.put("fixes", figures.fixes());
        row.put("untimed", figures.untimed());
        row.put("disordered", figures.disordered());
        row.put("future", figures.future());
        figures.from().ifPresent(from -> row.put("from", from.toString()));
        figures.to().ifPresent(to -> row.put("to", to.toString()));
        return row;
    }

    private static Map<String, Object> gap(Stretch gap) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("fromMetres", rounded(gap.from()));
        row.put("toMetres", rounded(gap.to()));
        return row;
    }

    private static Map<String, Object> visit(MarkerVisit visit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", visit.key());
        row.put("number", visit.number());
        row.put("metres", rounded(visit.metres()));
        row.put("visited", visit.visited());
        return row;
    }

    /** To centimetres. */
    private static double rounded(double metres) {
        return Math.round(metres * 100) / 100.0;
    }

    private static Map<String, Object> export(Subject subject) {
        LineVersion version = subject.line.current();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("code", subject.line.code());
        line.put("version", version.number());
        line.put("agreement", version.agreement().title());
        line.put("left", version.agreement().left().digits());
        line.put("right", version.agreement().right().digits());
        line.put("sha256", version.sha256());
        line.put("parts", parts(version.geometry()));
        Map<String, Object> export = new LinkedHashMap<>();
        export.put("format", "diming-patrol/1");
        export.put("crs", "EPSG:4490");
        export.put("line", line);
        export.put(
                "markers",
                subject.markers.stream()
                        .filter(marker -> marker.position().isPresent())
                        .map(PatrolProof::marker)
                        .toList());
        export.put("rules", subject.rules);
        return export;
    }

    private static Map<String, Object> marker(BoundaryMarker marker) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", marker.key());
        row.put("number", marker.officialNumber());
        marker.position().ifPresent(place -> row.put("position", List.of(place.lon(), place.lat())));
        return row;
    }

    private static List<Object> parts(Geometry geometry) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            List<List<Double>> part = new ArrayList<>();
            for (Coordinate point : geometry.getGeometryN(i).getCoordinates()) {
                part.add(List.of(point.x, point.y));
            }
            parts.add(part);
        }
        return parts;
    }
}
