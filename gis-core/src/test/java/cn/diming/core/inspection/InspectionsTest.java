package cn.diming.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aLineIsDueFiveYearsAfterItsAgreementAndAgainAfterEachFiling(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            Inspections.DueLine due = due(site);
            assertThat(due.due()).contains(LocalDate.of(2025, 5, 1));
            assertThat(due.overdue()).isTrue();
            assertThat(due.rules().years()).isEqualTo(5);
            assertThat(due.rules().yearsSource()).contains("第十二条");

            RoundFile round = site.compiled();
            assertThat(due(site).open().map(InspectionRound::id))
                    .contains(round.round().id());
            site.sign(InspectionFixture.LEFT, round);
            site.sign(InspectionFixture.RIGHT, round);
            site.act(InspectionFixture.LEFT, round, new RoundStep.File(LocalDate.of(2026, 2, 20), "番禺区人民政府"));

            assertThat(due(site).due()).contains(LocalDate.of(2031, 2, 20));
            assertThat(due(site).overdue()).isFalse();
            assertThat(due(site).open()).isEmpty();
        }
    }

    private static Inspections.DueLine due(InspectionFixture site) {
        return site.inspections
                .due(InspectionFixture.ABOVE, Optional.empty(), TODAY)
                .getFirst();
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aSpecialInspectionSaysWhyAndLeavesTheClockAlone(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            assertThatThrownBy(() -> site.inspections.open(
                            InspectionFixture.RIGHT,
                            site.line.id(),
                            RoundKind.SPECIAL,
                            Optional.of(" "),
                            InspectionFixture.plan()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("第十二条");
            RoundFile round = site.inspections.open(
                    InspectionFixture.RIGHT,
                    site.line.id(),
                    RoundKind.SPECIAL,
                    Optional.of("洪水冲毁河堤"),
                    InspectionFixture.plan());
            assertThat(round.round().reason()).contains("洪水冲毁河堤");
            assertThatThrownBy(site::open).isInstanceOf(Refused.class).hasMessageContaining("正在进行");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatBothSidesWriteAtOnceStandsSideBySide(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.inField();
            UUID left = UUID.randomUUID();
            UUID right = UUID.randomUUID();
            site.put(
                    InspectionFixture.LEFT,
                    round,
                    InspectionFixture.draft(left, 1, damaged(site, MarkerAction.REPORT, "")));
            site.put(InspectionFixture.RIGHT, round, InspectionFixture.draft(right, 1, intact(site)));
            RoundFile now =
                    site.inspections.get(InspectionFixture.ABOVE, round.round().id());
            assertThat(now.records()).extracting(FieldRecord::side).containsExactly(Side.LEFT, Side.RIGHT);
            assertThat(now.records())
                    .allMatch(record -> record.marker().orElseThrow().markerId() == site.first.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aRecordThatComesTwiceIsOneAndAnOlderRevisionChangesNothing(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.inField();
            UUID id = UUID.randomUUID();
            site.put(InspectionFixture.LEFT, round, InspectionFixture.draft(id, 1, intact(site)));
            site.put(
                    InspectionFixture.LEFT,
                    round,
                    InspectionFixture.draft(id, 2, damaged(site, MarkerAction.REPORT, "")));
            String sha256 = sha256(site, round);
            FieldRecord again = site.put(InspectionFixture.LEFT, round, InspectionFixture.draft(id, 1, intact(site)));

            assertThat(again.revision()).isEqualTo(2);
            assertThat(again.marker().orElseThrow().status()).isEqualTo(MarkerStatus.DAMAGED);
            assertThat(sha256(site, round)).isEqualTo(sha256);
            assertThat(site.inspections
                            .get(InspectionFixture.LEFT, round.round().id())
                            .records())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void theOffsetIsReckonedHereAndNotTaken(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            FieldRecord record =
                    site.put(InspectionFixture.LEFT, site.inField(), InspectionFixture.draft(intact(site)));
            // 0.00001° of longitude on the parallel 22.92
            assertThat(record.marker().orElseThrow().offsetMetres().orElseThrow())
                    .isBetween(1.024, 1.028);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aPhotoComesInPiecesOverBrokenLines(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.inField();
            byte[] jpeg = InspectionFixture.jpeg(640);
            FieldRecordDraft.PhotoDraft photo = InspectionFixture.photo(jpeg, PhotoPhase.BEFORE);
            site.put(InspectionFixture.LEFT, round, InspectionFixture.draft(intact(site), photo));
            assertThat(site.send(InspectionFixture.LEFT, photo.id(), jpeg, 0, 500)
                            .offset())
                    .isEqualTo(500);
            assertThat(site.send(InspectionFixture.LEFT, photo.id(), jpeg, 0, 500)
                            .offset())
                    .isEqualTo(500);
            assertThatThrownBy(() -> site.send(InspectionFixture.RIGHT, photo.id(), jpeg, 500, jpeg.length))
                    .isInstanceOf(NotFound.class);
            assertThat(site.inspections.lacks(site.inspections.get(
                            InspectionFixture.LEFT, round.round().id())))
                    .anyMatch(lack -> lack.contains("1 张照片没有传完"));
            assertThat(site.send(InspectionFixture.LEFT, photo.id(), jpeg, 500, jpeg.length)
                            .photo()
                            .mediaId())
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aRepairNeedsTheOtherSideThereAndItsOwnWordForIt(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.inField();
            assertThatThrownBy(() -> damaged(site, MarkerAction.RESET, " "))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("第六条")
                    .hasMessageContaining("第十六条");
            UUID id = UUID.randomUUID();
            site.put(
                    InspectionFixture.LEFT,
                    round,
                    InspectionFixture.draft(id, 1, damaged(site, MarkerAction.RESET, "王五")));
            assertThat(lacks(site, round)).anyMatch(lack -> lack.contains("重埋还没有经右方确认"));
            assertThatThrownBy(() -> site.field.confirm(InspectionFixture.LEFT, id, 1))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("不能自行确认");
            assertThatThrownBy(() -> site.field.confirm(InspectionFixture.ABOVE, id, 1))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> site.field.confirm(InspectionFixture.RIGHT, id, 2))
                    .isInstanceOf(Refused.class);
            assertThat(site.field.confirm(InspectionFixture.RIGHT, id, 1).isConfirmed())
                    .isTrue();
            assertThat(lacks(site, round)).noneMatch(lack -> lack.contains("确认"));

            site.put(
                    InspectionFixture.LEFT,
                    round,
                    InspectionFixture.draft(id, 2, damaged(site, MarkerAction.REPAIR, "王五")));
            assertThat(lacks(site, round)).anyMatch(lack -> lack.contains("修复还没有经右方确认"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aRoundIsCompiledWhenTheWholeLineAndEachMarkerWasSeen(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.inField();
            assertThatThrownBy(() -> site.act(InspectionFixture.LEFT, round, new RoundStep.Compile()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("还没有检查")
                    .hasMessageContaining("还没有走到");
            site.intact(InspectionFixture.LEFT, round, site.first);
            site.intact(InspectionFixture.RIGHT, round, site.second);
            site.put(InspectionFixture.LEFT, round, InspectionFixture.draft(InspectionFixture.segment(0, 1000)));
            assertThat(lacks(site, round)).hasSize(1).first().asString().contains("界线里程 1000 至");
            site.put(
                    InspectionFixture.RIGHT,
                    round,
                    InspectionFixture.draft(InspectionFixture.segment(990, site.length())));
            assertThat(site.act(InspectionFixture.LEFT, round, new RoundStep.Compile())
                            .round()
                            .state())
                    .isEqualTo(RoundState.COMPILED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aMarkerOfAnAssignedStretchIsThatSidesToCheck(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.inField();
            site.inspections.plan(
                    InspectionFixture.LEFT,
                    round.round().id(),
                    round.round().version(),
                    InspectionFixture.plan(new AssignedSection(0, 2000, Side.RIGHT)));
            site.intact(InspectionFixture.LEFT, round, site.first);
            assertThat(lacks(site, round))
                    .anyMatch(lack -> lack.contains(site.first.officialNumber() + " 还没有检查（由右方负责）"));
            site.intact(InspectionFixture.RIGHT, round, site.first);
            assertThat(lacks(site, round)).noneMatch(lack -> lack.contains(site.first.officialNumber() + " 还没有"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void neitherSideEndsARoundAlone(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.compiled();
            RoundStep.File filing = new RoundStep.File(LocalDate.of(2026, 2, 20), "番禺区人民政府");
            site.sign(InspectionFixture.LEFT, round);
            assertThatThrownBy(() -> site.sign(InspectionFixture.LEFT, round))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("一方不能代替另一方")
                    .hasMessageContaining("第十二条");
            assertThatThrownBy(() -> site.act(InspectionFixture.LEFT, round, filing))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("双方签字");
            for (Actor other : new Actor[] {InspectionFixture.ABOVE, InspectionFixture.ADMINISTRATOR}) {
                assertThatThrownBy(() -> site.sign(other, round)).isInstanceOf(Denied.class);
            }
            assertThatThrownBy(() -> site.sign(InspectionFixture.LEFT_VILLAGE, round))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("下级不能代签");
            assertThat(site.sign(InspectionFixture.RIGHT, round).round().state())
                    .isEqualTo(RoundState.SIGNED_BOTH);
            RoundFile filed = site.act(InspectionFixture.RIGHT, round, filing);
            assertThat(filed.round().state()).isEqualTo(RoundState.FILED);
            assertThat(filed.round().receiver()).contains("番禺区人民政府");
            assertThatThrownBy(() -> site.put(InspectionFixture.LEFT, round, InspectionFixture.draft(intact(site))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("已归档");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void whatChangesAfterASignatureVoidsIt(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.compiled();
            site.sign(InspectionFixture.LEFT, round);
            String signed = sha256(site, round);
            site.put(InspectionFixture.RIGHT, round, InspectionFixture.draft(damaged(site, MarkerAction.REPORT, "")));

            RoundFile now =
                    site.inspections.get(InspectionFixture.LEFT, round.round().id());
            assertThat(now.round().state()).isEqualTo(RoundState.FIELD);
            assertThat(now.sha256()).isNotEqualTo(signed);
            assertThat(now.signature(Side.LEFT)).isEmpty();
            assertThat(now.signatures().getFirst().voidReason().orElseThrow()).contains("右方补充了外业记录");
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aSignatureCoversExactlyWhatTheSignerSaw(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.compiled();
            assertThatThrownBy(() -> site.act(InspectionFixture.LEFT, round, new RoundStep.Sign("0".repeat(64))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("已有变化");
            site.sign(InspectionFixture.LEFT, round);
            site.sign(InspectionFixture.RIGHT, round);
            site.core
                    .db()
                    .inTransaction(() -> site.core
                            .db()
                            .sql("UPDATE inspection_side SET opinion = '改了' WHERE side = 'LEFT'")
                            .update());
            assertThatThrownBy(() -> site.act(
                            InspectionFixture.LEFT, round, new RoundStep.File(LocalDate.of(2026, 2, 20), "某政府")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("摘要不符");
            RoundFile back = site.act(InspectionFixture.RIGHT, round, new RoundStep.Reopen("核对意见"));
            assertThat(back.round().state()).isEqualTo(RoundState.FIELD);
            assertThat(back.signatures()).noneMatch(RoundSignature::holds);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aFiledRoundLeavesMarkersAsBothSidesFoundThem(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.inField();
            byte[] jpeg = InspectionFixture.jpeg(640);
            FieldRecordDraft.PhotoDraft photo = InspectionFixture.photo(jpeg, PhotoPhase.BEFORE);
            site.put(
                    InspectionFixture.LEFT,
                    round,
                    InspectionFixture.draft(damaged(site, MarkerAction.REPORT, ""), photo));
            site.send(InspectionFixture.LEFT, photo, jpeg);
            site.intact(InspectionFixture.RIGHT, round, site.second);
            site.put(
                    InspectionFixture.RIGHT,
                    round,
                    InspectionFixture.draft(InspectionFixture.segment(0, site.length())));
            site.act(InspectionFixture.LEFT, round, new RoundStep.Compile());
            site.sign(InspectionFixture.RIGHT, round);
            site.sign(InspectionFixture.LEFT, round);
            site.act(InspectionFixture.LEFT, round, new RoundStep.File(LocalDate.of(2026, 2, 20), "某政府"));
            assertThat(site.core.boundaryMarkers().find(site.first.id()).map(BoundaryMarker::status))
                    .contains(MarkerStatus.DAMAGED);
            assertThat(site.core.boundaryMarkers().find(site.second.id())).contains(site.second);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void nobodyWritesForTheOtherSide(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.inField();
            long id = round.round().id();
            UUID record = UUID.randomUUID();
            site.put(InspectionFixture.LEFT, round, InspectionFixture.draft(record, 1, intact(site)));
            String before = sha256(site, round);

            assertThatThrownBy(() ->
                            site.put(InspectionFixture.RIGHT, round, InspectionFixture.draft(record, 2, intact(site))))
                    .isInstanceOf(NotFound.class);
            for (Actor stranger :
                    new Actor[] {InspectionFixture.ABOVE, InspectionFixture.ADMINISTRATOR, InspectionFixture.LEFT_NAMING
                    }) {
                assertThatThrownBy(() -> site.put(stranger, round, InspectionFixture.draft(intact(site))))
                        .isInstanceOf(Denied.class);
                assertThatThrownBy(() -> site.inspections.write(stranger, id, SideWork.NONE))
                        .isInstanceOf(Denied.class);
                assertThatThrownBy(() -> site.inspections.answer(
                                stranger, id, "desk-map", ItemAnswer.Verdict.FINE, Optional.empty()))
                        .isInstanceOf(Denied.class);
            }
            assertThatThrownBy(() -> site.inspections.get(InspectionFixture.ELSEWHERE, id))
                    .isInstanceOf(NotFound.class);
            assertThat(sha256(site, round)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aStepFromAnOldViewOfTheRoundIsStale(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.inField();
            assertThatThrownBy(() ->
                            site.steps.act(InspectionFixture.LEFT, round.round().id(), 1, new RoundStep.Cancel("重排")))
                    .isInstanceOf(Stale.class);
        }
    }

    private static Finding.MarkerCheck intact(InspectionFixture site) {
        return InspectionFixture.found(site.first, MarkerStatus.INTACT, MarkerAction.NONE, "");
    }

    private static Finding.MarkerCheck damaged(InspectionFixture site, MarkerAction action, String otherSide) {
        return InspectionFixture.found(site.first, MarkerStatus.DAMAGED, action, otherSide);
    }

    private static List<String> lacks(InspectionFixture site, RoundFile round) {
        return site.inspections.lacks(
                site.inspections.get(InspectionFixture.LEFT, round.round().id()));
    }

    private static String sha256(InspectionFixture site, RoundFile round) {
        return site.inspections.get(InspectionFixture.LEFT, round.round().id()).sha256();
    }
}
