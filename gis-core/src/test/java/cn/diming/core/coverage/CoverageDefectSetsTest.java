package cn.diming.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Every injected defect is found, and hardly anything else. */
class CoverageDefectSetsTest {

    private static final CoverageTolerance TOLERANCE = new CoverageTolerance(0.02, 10, 2);

    @ParameterizedTest
    @CsvSource({"county, 1, true", "county, 2, true", "county, 3, false", "taiwan, 4, true", "taiwan, 5, false"})
    void everyInjectedDefectIsFoundAndHardlyAnythingElse(String name, long seed, boolean withParents) {
        boolean county = name.equals("county");
        Coverages.Set set = county ? Coverages.county() : Coverages.taiwan();
        List<CoverageUnit> parents = withParents ? set.parents() : List.of();
        DefectGenerator broken = new DefectGenerator(set, seed, withParents).inject(county ? 5 : 20);
        List<CoverageFinding> before = CoverageCheck.check(set.units(), parents, TOLERANCE);
        List<CoverageFinding> found = CoverageCheck.check(broken.result(), parents, TOLERANCE);

        assertThat(broken.key)
                .allSatisfy(injected -> assertThat(found)
                        .as(injected.kind() + " " + injected.keys())
                        .anyMatch(finding -> answers(finding, injected)));
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
