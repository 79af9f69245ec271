package cn.diming.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Every injected defect is found, and hardly anything else. */
class CoverageDefectSetsTest {

    private static final CoverageTolerance TOLERANCE = new CoverageTolerance(0.02, 10, 2);
    /** What is wrong with the sets as they came, by set and whether parents are known. */
    private static final Map<String, List<CoverageFinding>> BEFORE = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "county, 1, true, usual",
        "county, 2, true, usual",
        "county, 3, false, usual",
        "taiwan, 4, true, usual",
        "taiwan, 5, false, usual",
        "county, 6, true, other",
        "county, 7, false, other",
        "taiwan, 8, true, other",
        "taiwan, 9, false, other"
    })
    void everyInjectedDefectIsFoundAndHardlyAnythingElse(String name, long seed, boolean withParents, String style) {
        boolean county = name.equals("county");
        Coverages.Set set = county ? Coverages.county() : Coverages.taiwan();
        List<CoverageUnit> parents = withParents ? set.parents() : List.of();
        DefectGenerator broken = (style.equals("usual")
                        ? new DefectGenerator(set, seed, withParents)
                        : new OtherDefectGenerator(set, seed, withParents))
                .inject(county ? 5 : 20);
        List<CoverageFinding> before =
                BEFORE.computeIfAbsent(name + withParents, any -> CoverageCheck.check(set.units(), parents, TOLERANCE));
        List<CoverageFinding> found = CoverageCheck.check(broken.result(), parents, TOLERANCE);

        List<String> missed = broken.key.stream()
                .filter(injected -> found.stream().noneMatch(finding -> answers(finding, injected)))
                .map(injected -> injected.kind() + " " + injected.keys() + " at "
                        + injected.place().getInteriorPoint() + " told as " + told(found, injected))
                .toList();
        assertThat(missed).isEmpty();
        assertThat(broken.key.stream().map(DefectGenerator.Injected::kind).distinct())
                .hasSizeGreaterThanOrEqualTo(county ? 9 : style.equals("usual") ? 9 : 15);
        List<CoverageFinding> alarms = new ArrayList<>(found);
        alarms.removeIf(finding -> broken.key.stream().anyMatch(injected -> concerns(finding, injected)));
        alarms.removeIf(finding -> before.stream().anyMatch(known -> isSame(known, finding)));
        assertThat(alarms)
                .extracting(finding -> finding.rule() + " " + finding.message())
                .hasSizeLessThanOrEqualTo(set.units().size() / 100);
    }

    /** Counted apart from the overlay: how many areas cover the place of a finding. */
    @ParameterizedTest
    @ValueSource(strings = {"county", "taiwan"})
    void whatIsFoundInTheSetsAsTheyCameIsReallyThere(String name) {
        Coverages.Set set = name.equals("county") ? Coverages.county() : Coverages.taiwan();
        List<CoverageFinding> found = CoverageCheck.check(set.units(), List.of(), TOLERANCE);

        assertThat(found).isNotEmpty().allSatisfy(finding -> {
            switch (finding.rule()) {
                case OVERLAP, SLIVER_OVERLAP ->
                    assertThat(covering(set, finding)).as(finding.message()).isGreaterThan(1);
                case GAP, SLIVER_GAP, MISSING_UNIT ->
                    assertThat(covering(set, finding)).as(finding.message()).isZero();
                case SELF_INTERSECTION ->
                    assertThat(finding.owners()
                                    .getFirst()
                                    .outline()
                                    .orElseThrow()
                                    .isValid())
                            .isFalse();
                default -> assertThat(finding.owners()).isNotEmpty();
            }
        });
    }

    private static long covering(Coverages.Set set, CoverageFinding finding) {
        Geometry place = finding.place().orElseThrow().toPoint();
        return set.units().stream()
                .map(unit -> unit.outline().orElseThrow())
                .filter(outline -> outline.getEnvelopeInternal().intersects(place.getEnvelopeInternal()))
                .filter(outline -> SimplePointInAreaLocator.locate(place.getCoordinate(), outline) != Location.EXTERIOR)
                .count();
    }

    private static boolean isSame(CoverageFinding known, CoverageFinding finding) {
        return known.message().equals(finding.message())
                || known.rule() == finding.rule()
                        && known.shape().isPresent()
                        && finding.shape().isPresent()
                        && known.shape()
                                .get()
                                .getEnvelopeInternal()
                                .intersects(finding.shape().get().getEnvelopeInternal());
    }

    private static List<CoverageRule> told(List<CoverageFinding> found, DefectGenerator.Injected injected) {
        return found.stream()
                .filter(finding -> concerns(finding, injected))
                .map(CoverageFinding::rule)
                .distinct()
                .toList();
    }

    private static boolean answers(CoverageFinding finding, DefectGenerator.Injected injected) {
        return injected.accepted().contains(finding.rule()) && concerns(finding, injected);
    }

    private static boolean concerns(CoverageFinding finding, DefectGenerator.Injected injected) {
        boolean named = injected.keys().isEmpty()
                || finding.owners().stream().anyMatch(owner -> injected.keys().contains(owner.key()));
        return named
                && (finding.shape().isEmpty()
                        || finding.shape().get().intersects(injected.place().buffer(1e-6)));
    }
}
