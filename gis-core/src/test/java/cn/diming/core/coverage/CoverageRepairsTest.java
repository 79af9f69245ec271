package cn.diming.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.region.DivisionLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoverageRepairsTest {

    private static final String A = "440113101000";
    private static final String B = "440113102000";

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aStripThatTwoTownsClaimIsCutBackAfterConfirmation(Engines engine) {
        try (Core core = engine.open()) {
            mended(core, "113.4599", RepairMethod.CUT, CoverageRule.SLIVER_OVERLAP);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aSlitBetweenTwoTownsAndTheirCountyIsFilled(Engines engine) {
        try (Core core = engine.open()) {
            mended(core, "113.46001", RepairMethod.FILL, CoverageRule.SLIVER_GAP);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aProposalThatIsOutOfDateIsNotConfirmed(Engines engine) {
        try (Core core = engine.open()) {
            CoverageRepairs.Wish wish = wish(core, "113.4599", RepairMethod.CUT);
            Map<Long, Integer> old = wish.divisionIds().stream().collect(Collectors.toMap(id -> id, id -> 7));
            assertThatThrownBy(() -> core.coverageRepairs().confirm(Actor.OPERATOR, wish, old))
                    .isInstanceOf(Stale.class);
            assertThatThrownBy(() -> core.coverageRepairs().confirm(Actor.OPERATOR, wish, Map.of()))
                    .isInstanceOf(Refused.class);
        }
    }

    private static void mended(Core core, String meridian, RepairMethod method, CoverageRule rule) {
        CoverageRepairs.Wish wish = wish(core, meridian, method);
        assertThat(findings(core)).extracting(CoverageFinding::rule).containsExactly(rule);
        List<CoverageRepairs.Proposal> proposals = core.coverageRepairs().propose(Actor.OPERATOR, wish);
        assertThat(proposals).allMatch(proposal -> proposal.objections().isEmpty());
        core.coverageRepairs()
                .confirm(
                        Actor.OPERATOR,
                        wish,
                        proposals.stream()
                                .collect(Collectors.toMap(
                                        CoverageRepairs.Proposal::divisionId, CoverageRepairs.Proposal::version)));
        assertThat(findings(core)).isEmpty();
    }

    private static CoverageRepairs.Wish wish(Core core, String meridian, RepairMethod method) {
        core.intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DIVISION,
                        "test",
                        List.of(
                                Drafts.division(
                                        "440113000000",
                                        "番禺区",
                                        3,
                                        "",
                                        Optional.of(
                                                Drafts.wkt(
                                                        "POLYGON ((113.44 22.9, 113.48 22.9, 113.48 22.92, 113.44 22.92, 113.44 22.9))"))),
                                Drafts.division(
                                        A,
                                        "甲镇",
                                        4,
                                        "440113000000",
                                        Optional.of(
                                                Drafts.wkt(
                                                        "POLYGON ((113.44 22.9, 113.46 22.9, 113.46 22.92, 113.44 22.92, 113.44 22.9))"))),
                                Drafts.division(
                                        B,
                                        "乙镇",
                                        4,
                                        "440113000000",
                                        Optional.of(Drafts.wkt(
                                                "POLYGON ((%1$s 22.9, 113.48 22.9, 113.48 22.92, %1$s 22.92, %1$s 22.9))"
                                                        .formatted(meridian))))));
        CoverageFinding found = findings(core).getFirst();
        return new CoverageRepairs.Wish(
                method,
                found.owners().stream()
                        .map(owner -> Long.parseLong(owner.key()))
                        .toList(),
                found.shape().orElseThrow());
    }

    private static List<CoverageFinding> findings(Core core) {
        return core.coverageChecks().check(Actor.OPERATOR, Optional.of("440113"), DivisionLevel.TOWN);
    }
}
