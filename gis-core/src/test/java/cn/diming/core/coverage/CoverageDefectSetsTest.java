package cn.diming.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

/** Every injected defect is found, and hardly anything else. */
class CoverageDefectSetsTest {

    private static final CoverageTolerance TOLERANCE = new CoverageTolerance(0.02, 10, 2);

    @Test
    void theSyntheticCountyIsSound() {
        Coverages.Set set = Coverages.county();
        assertThat(words(CoverageCheck.check(set.units(), set.parents(), TOLERANCE)))
                .isEmpty();
    }

    @Test
    void aRealCoverageRaisesHardlyAnyAlarm() {
        Coverages.Set set = Coverages.taiwan();
        List<CoverageFinding> found = CoverageCheck.check(set.units(), set.parents(), TOLERANCE);
        print(found);
        assertThat(words(found)).hasSizeLessThanOrEqualTo(set.units().size() / 100);
    }

    @ParameterizedTest
    @CsvSource({"county, 1, true", "county, 2, true", "county, 3, false", "taiwan, 4, true", "taiwan, 5, false"})
    void everyInjectedDefectIsFound(String name, long seed, boolean withParents) {
        Coverages.Set set = name.equals("county") ? Coverages.county() : Coverages.taiwan();
        List<CoverageUnit> parents = withParents ? set.parents() : List.of();
        DefectGenerator broken = new DefectGenerator(set, seed, withParents).inject(name.equals("county") ? 5 : 40);
        List<CoverageFinding> before = CoverageCheck.check(set.units(), parents, TOLERANCE);
        List<CoverageFinding> found = CoverageCheck.check(broken.result(), parents, TOLERANCE);
        Map<String, int[]> score = new TreeMap<>();
        List<CoverageFinding> alarms = new ArrayList<>(found);
        List<String> missed = new ArrayList<>();
        for (DefectGenerator.Injected injected : broken.key) {
            int[] counts = score.computeIfAbsent(injected.kind(), kind -> new int[2]);
            counts[0]++;
            if (found.stream().anyMatch(finding -> answers(finding, injected))) {
                counts[1]++;
            } else {
                missed.add(injected.kind() + " " + injected.keys() + " " + injected.place().getEnvelopeInternal());
            }
            alarms.removeIf(finding -> concerns(finding, injected));
        }
        score.forEach((kind, counts) ->
                System.out.println(name + " " + seed + " " + kind + ": " + counts[1] + " of " + counts[0]));
        System.out.println("false alarms " + alarms.size() + " (before: " + before.size() + ")");
        print(alarms);
        assertThat(missed).isEmpty();
        assertThat(words(alarms)).hasSizeLessThanOrEqualTo(set.units().size() / 100);
    }

    static boolean answers(CoverageFinding finding, DefectGenerator.Injected injected) {
        return injected.accepted().contains(finding.rule()) && concerns(finding, injected);
    }

    static boolean concerns(CoverageFinding finding, DefectGenerator.Injected injected) {
        boolean named = injected.keys().isEmpty()
                || finding.owners().stream().anyMatch(owner -> injected.keys().contains(owner.key()));
        Geometry reach = injected.place().buffer(1e-6);
        return named
                && (finding.shape().isEmpty() || finding.shape().get().intersects(reach));
    }

    private static List<String> words(List<CoverageFinding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " " + finding.message())
                .toList();
    }

    private static void print(List<CoverageFinding> findings) {
        findings.stream()
                .limit(25)
                .forEach(finding -> System.out.println("  " + finding.rule() + " " + finding.message()));
    }
}
