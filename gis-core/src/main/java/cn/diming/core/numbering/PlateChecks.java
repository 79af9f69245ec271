package cn.diming.core.numbering;

import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;

/**
 * Runs all checks over a set of plates and the streets they may lie on. Without a profile, each street is judged by the order
 * that most of its own numbers show.
 */
public final class PlateChecks {

    private final Optional<NumberingProfile> profile;
    private final LonLat centre;
    private final CheckLimits limits;

    /**
     * @param profile by which the streets were numbered; empty = as each street shows itself
     * @param centre for profiles that begin at a centre
     */
    public PlateChecks(Optional<NumberingProfile> profile, LonLat centre, CheckLimits limits) {
        this.profile = profile;
        this.centre = centre;
        this.limits = limits;
    }

    /**
     * What is wrong, by rule and then by plate; empty when nothing is.
     *
     * @param villages outlines by division code, EPSG:4490; those that are missing are not checked
     */
    public List<PlateFinding> check(List<Plate> plates, List<PlatedStreet> streets, Map<String, Geometry> villages) {
        List<PlateFinding> findings = new ArrayList<>();
        StreetMatch match = new StreetMatch(streets, limits);
        Map<Long, List<Plate>> byStreet = new TreeMap<>();
        Map<String, List<Plate>> byVillage = new TreeMap<>();
        Map<Long, PlatedStreet> byId = new HashMap<>();
        streets.forEach(street -> byId.put(street.id(), street));
        for (Plate plate : plates) {
            if (plate.streetName().isBlank()) {
                byVillage
                        .computeIfAbsent(plate.villageCode(), key -> new ArrayList<>())
                        .add(plate);
                continue;
            }
            match.find(plate, findings)
                    .ifPresent(street -> byStreet.computeIfAbsent(street, key -> new ArrayList<>())
                            .add(plate));
        }
        DeadEnds deadEnds =
                new DeadEnds(streets.stream().collect(Collectors.toMap(PlatedStreet::id, PlatedStreet::line)));
        byStreet.forEach((id, there) -> {
            PlatedStreet street = byId.get(id);
            if (street != null) {
                checkStreet(street, deadEnds.mouth(id), there, findings);
            }
        });
        byVillage.values().forEach(there -> NumberOrder.duplicates(there, findings));
        PlateForm.check(plates, villages, limits, findings);
        findings.sort(Comparator.comparing(PlateFinding::rule)
                .thenComparing(finding -> finding.plates().getFirst()));
        return findings;
    }

    private void checkStreet(
            PlatedStreet street, Optional<LonLat> mouth, List<Plate> plates, List<PlateFinding> findings) {
        NumberOrder.duplicates(plates, findings);
        NumberedStreet numbered =
                new NumberedStreet(street.id(), street.name(), street.line(), mouth, centre, List.of(), Set.of());
        List<Plate> standing =
                plates.stream().filter(plate -> !plate.traits().reserved()).toList();
        double tolerance = limits.axisToleranceMetres();
        StreetLayout layout = profile.map(rule -> StreetLayout.of(rule, numbered))
                .orElseGet(() -> StreetLayout.inferred(numbered, standing, limits));
        NumberOrder order = new NumberOrder(layout, profile, limits, findings);
        order.check(StreetLayout.stands(layout.axis(), standing, tolerance), plates);
    }
}
