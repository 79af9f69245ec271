package cn.diming.core.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundaryLinesTest {

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aNewAgreementMovesTheLineAndKeepsWhatHeldBefore(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            var moved = Drafts.wkt("LINESTRING (113.45 22.93, 113.451 22.915, 113.45 22.9)");

            BoundaryLine after = core.boundaryLines()
                    .adopt(BoundarySamples.DISTRICT, line.id(), 1, BoundarySamples.agreement("补充协议"), moved);

            assertThat(after.current().number()).isEqualTo(2);
            assertThat(after.current().geometry().equalsExact(moved)).isTrue();
            assertThat(core.boundaryLines().versions(BoundarySamples.DISTRICT, line.id()))
                    .extracting(version -> version.agreement().title())
                    .containsExactly("甲乙线协议", "补充协议");
            LineVersion first = core.boundaryLines().findVersion(line.id(), 1).orElseThrow();
            assertThat(first.geometry().equalsExact(BoundarySamples.LINE)).isTrue();
            assertThat(first.sha256())
                    .isEqualTo(LineDigest.of(line.code(), 1, first.agreement(), first.geometry()))
                    .isNotEqualTo(after.current().sha256());
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void eachVersionKeepsItsStretchesFromTheStartOnAndUnfitOnesAreRefused(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            LineSection river =
                    new LineSection(0, 1_660, LineSection.Basis.RIVER, Optional.of("沙河"), Optional.of("沿中心线"));
            LineSection road =
                    new LineSection(1_660, 3_322, LineSection.Basis.ROAD, Optional.of("沙路"), Optional.empty());
            adopt(core, line, 1, List.of(road, river));
            adopt(core, line, 2, List.of(river));
            assertThat(core.boundaryLines().versions(BoundarySamples.DISTRICT, line.id()))
                    .extracting(version -> version.agreement().sections())
                    .containsExactly(List.of(), List.of(river, road), List.of(river));
            LineSection beyond =
                    new LineSection(3_000, 3_400, LineSection.Basis.ROAD, Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> adopt(core, line, 3, List.of(beyond)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("超出界线长度");
        }
    }

    private static void adopt(Core core, BoundaryLine line, int version, List<LineSection> sections) {
        Agreement agreement = BoundarySamples.agreement("协议", sections, Optional.empty(), Optional.empty());
        core.boundaryLines().adopt(BoundarySamples.DISTRICT, line.id(), version, agreement, BoundarySamples.LINE);
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void oneSideAloneCannotAgree(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            Agreement agreement = BoundarySamples.agreement("单方协议");
            assertThatThrownBy(() -> core.boundaryLines()
                            .adopt(BoundarySamples.ONE_SIDE, line.id(), 1, agreement, BoundarySamples.LINE))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> core.boundaryLines()
                            .adopt(BoundarySamples.ELSEWHERE, line.id(), 1, agreement, BoundarySamples.LINE))
                    .isInstanceOf(NotFound.class);
            assertThat(core.boundaryLines()
                            .get(BoundarySamples.ONE_SIDE, line.id())
                            .current()
                            .number())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theSecondOfTwoAgreementsAtOnceIsTold(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            core.boundaryLines()
                    .adopt(
                            BoundarySamples.DISTRICT,
                            line.id(),
                            1,
                            BoundarySamples.agreement("一"),
                            BoundarySamples.LINE);
            assertThatThrownBy(() -> core.boundaryLines()
                            .adopt(
                                    BoundarySamples.DISTRICT,
                                    line.id(),
                                    1,
                                    BoundarySamples.agreement("二"),
                                    BoundarySamples.LINE))
                    .isInstanceOf(Stale.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aLineIsDueForInspectionFiveYearsAfterTheLast(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            assertThat(core.boundaryLines().inspectionDue(line)).contains(LocalDate.of(2025, 5, 1));
            core.journal().write(Actor.OPERATOR, changes -> {
                core.boundaryLines().inspected(changes, line, LocalDate.of(2025, 4, 2));
                return true;
            });
            BoundaryLine after = core.boundaryLines().find(line.id()).orElseThrow();
            assertThat(core.boundaryLines().inspectionDue(after)).contains(LocalDate.of(2030, 4, 2));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aMarkerIsFoundByItsAliasAndItsNumberIsTheOnlyOneOfItsLine(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            BoundaryMarker wanted = BoundarySamples.marker(1, MarkerKind.SINGLE, new LonLat(113.45, 22.92));
            BoundaryMarker made = core.boundaryMarkers().register(BoundarySamples.ONE_SIDE, line.id(), wanted);

            assertThat(made.key()).isEqualTo("440113101-440113102-001-Q");
            assertThat(made.witnesses()).isEqualTo(wanted.witnesses());
            assertThat(made.detail()).isEqualTo(wanted.detail());
            assertThat(core.boundaryMarkers().findByKey(BoundarySamples.DISTRICT, "440113101440113102-01"))
                    .contains(made);
            BoundaryMarker other = new BoundaryMarker(
                    0,
                    0,
                    "",
                    made.officialNumber(),
                    made.lineId(),
                    made.pointId(),
                    2,
                    MarkerKind.SINGLE,
                    MarkerStatus.INTACT,
                    made.position(),
                    made.detail(),
                    made.witnesses());
            assertThatThrownBy(() -> core.boundaryMarkers().register(BoundarySamples.ONE_SIDE, line.id(), other))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("已有界桩号");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aMarkerMovesOnlyOnAWrittenBasis(Engines engine) {
        try (Core core = engine.open()) {
            BoundaryLine line = BoundarySamples.line(core);
            BoundaryMarker made = core.boundaryMarkers()
                    .register(
                            BoundarySamples.ONE_SIDE,
                            line.id(),
                            BoundarySamples.marker(1, MarkerKind.SINGLE, new LonLat(113.45, 22.92)));
            BoundaryMarker moved = BoundarySamples.marker(1, MarkerKind.SINGLE, new LonLat(113.45, 22.921));
            assertThatThrownBy(() -> core.boundaryMarkers()
                            .change(BoundarySamples.ONE_SIDE, made.id(), 1, moved, Optional.empty()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("第六条");
            BoundaryMarker after = core.boundaryMarkers()
                    .change(BoundarySamples.ONE_SIDE, made.id(), 1, moved, Optional.of("双方测定记录 2026-1"));
            assertThat(after.position()).isEqualTo(moved.position());
        }
    }
}
