package cn.diming.core.numbering;

import cn.diming.core.geo.LonLat;
import cn.diming.core.proof.Sha256;
import cn.diming.core.proof.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.json.JsonMapper;

/**
 * The proof that door plates do not conflict: an export of what was examined, and a signed report that says how often DP-01
 * to DP-05 were found in it. {@code scripts/verify-plates.mjs} repeats the examination without any of this code.
 *
 * @param export JSON, format {@code diming-plates/1}
 * @param report JSON, format {@code diming-plate-proof/1}; its {@code signature} covers the other members in their order
 */
public record PlateProof(String export, String report) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is to be proven: plates and streets, and the profile they were numbered by. */
    public record Subject(
            String title, NumberingProfile profile, LonLat centre, List<Plate> plates, List<PlatedStreet> streets) {}

    /** Examines the plates and signs what was found. */
    public static PlateProof of(Subject subject, Instant at, SigningKey key) {
        String export = JSON.writeValueAsString(export(subject));
        List<PlateFinding> findings = new PlateChecks(
                        Optional.of(subject.profile), subject.centre, subject.profile.checks())
                .check(subject.plates, subject.streets, Map.of());
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("format", "diming-plate-proof/1");
        report.put("title", subject.title);
        report.put("at", at.toString());
        report.put("profile", subject.profile.name());
        report.put("plates", subject.plates.size());
        report.put("streets", subject.streets.size());
        report.put("exportSha256", Sha256.hex(export));
        report.put("findings", counts(findings));
        String signed = JSON.writeValueAsString(report);
        report.put(
                "signature", Map.of("algorithm", "Ed25519", "publicKey", key.publicKey(), "value", key.sign(signed)));
        return new PlateProof(export, JSON.writeValueAsString(report));
    }

    private static Map<String, Long> counts(List<PlateFinding> findings) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Arrays.stream(PlateRule.values())
                .filter(PlateRule::isProven)
                .forEach(rule -> counts.put(
                        rule.code(),
                        findings.stream()
                                .filter(finding -> finding.rule() == rule)
                                .count()));
        return counts;
    }

    private static Map<String, Object> export(Subject subject) {
        NumberingProfile profile = subject.profile;
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("name", profile.name());
        rule.put("eastWest", profile.eastWest());
        rule.put("northSouth", profile.northSouth());
        rule.put("odd", profile.odd());
        rule.put("deadEndFromMouth", profile.deadEndFromMouth());
        rule.put("axisToleranceMetres", profile.axisToleranceMetres());
        Map<String, Object> export = new LinkedHashMap<>();
        export.put("format", "diming-plates/1");
        export.put("crs", "EPSG:4490");
        export.put("profile", rule);
        export.put("centre", List.of(subject.centre.lon(), subject.centre.lat()));
        export.put("streets", subject.streets.stream().map(PlateProof::street).toList());
        export.put("plates", subject.plates.stream().map(PlateProof::plate).toList());
        return export;
    }

    private static Map<String, Object> street(PlatedStreet street) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", street.id());
        row.put("name", street.name());
        row.put("division", street.divisionCode());
        row.put("formerNames", street.formerNames().stream().sorted().toList());
        row.put("line", lines(street.line()));
        return row;
    }

    private static List<Object> lines(Geometry geometry) {
        List<Object> lines = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            List<List<Double>> line = new ArrayList<>();
            for (Coordinate point : geometry.getGeometryN(i).getCoordinates()) {
                line.add(List.of(point.x, point.y));
            }
            lines.add(line);
        }
        return lines;
    }

    private static Map<String, Object> plate(Plate plate) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", plate.id());
        plate.street().ifPresent(street -> row.put("street", street));
        row.put("streetName", plate.streetName());
        row.put("division", plate.villageCode());
        row.put("written", plate.written());
        plate.number().ifPresent(number -> row.put("number", List.of(number.main(), number.sub())));
        row.put("reserved", plate.traits().reserved());
        plate.traits().unit().ifPresent(unit -> row.put("unit", unit));
        plate.position().ifPresent(place -> row.put("position", List.of(place.lon(), place.lat())));
        return row;
    }
}
