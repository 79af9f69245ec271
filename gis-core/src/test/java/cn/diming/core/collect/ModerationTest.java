package cn.diming.core.collect;

import static cn.diming.core.collect.CollectFixture.COLLEAGUE;
import static cn.diming.core.collect.CollectFixture.HERE;
import static cn.diming.core.collect.CollectFixture.NEIGHBOUR;
import static cn.diming.core.collect.CollectFixture.OFFICER;
import static cn.diming.core.collect.CollectFixture.draft;
import static cn.diming.core.collect.CollectFixture.jpeg;
import static cn.diming.core.collect.CollectFixture.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.change.RecordKind;
import cn.diming.core.collect.CollectionTask.Progress;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.geo.ShiftedCoordinates;
import cn.diming.core.media.MediaSize;
import cn.diming.core.record.BulkRefused;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Records.Versioned;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What officers make of reports. */
@ParameterizedClass
@EnumSource(Engines.class)
class ModerationTest {

    private static final ModerationStep.Accept AS_IT_IS =
            new ModerationStep.Accept(Optional.empty(), Optional.empty(), Optional.empty());

    private final Engines engine;
    private final Path folder;
    private CollectFixture village;

    ModerationTest(Engines engine, @TempDir Path folder) {
        this.engine = engine;
        this.folder = folder;
        this.village = new CollectFixture(engine, folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void anAcceptedNameIsRecordedWithItsPhotosAndIsNoStandardName() {
        Actor collector = village.collector(village.campaign());
        byte[] content = jpeg(500);
        ReportDraft.FileDraft file = photo(content);
        CollectedReport report = village.put(collector, draft("井边巷", file));
        village.send(collector, file.id(), content, 0, content.length);
        CollectedReport accepted = village.act(OFFICER, report, AS_IT_IS);
        assertThat(accepted.state()).isEqualTo(ReportState.ACCEPTED);
        StoredRecord place =
                village.core.records().get(OFFICER, accepted.resultPlaceId().orElseThrow());
        assertThat(place.title()).isEqualTo("井边巷");
        assertThat(place.text("status")).hasValue("RECORDED");
        assertThat(place.text("attributes"))
                .get()
                .asString()
                .contains("accuracyMetres")
                .doesNotContain("母亲");
        assertThat(village.collection.moderation().get(OFFICER, report.id()).media())
                .singleElement()
                .satisfies(item -> assertThat(village.collection
                                .moderation()
                                .file(OFFICER, report.id(), item.id(), MediaSize.SMALL)
                                .mediaType())
                        .isEqualTo("image/jpeg"));
        assertThat(village.core
                        .db()
                        .sql("SELECT COUNT(*) FROM media WHERE record_kind = 'PLACE' AND record_id = :id")
                        .param("id", place.id())
                        .getLong())
                .isEqualTo(1);
        assertThatThrownBy(() -> village.act(OFFICER, accepted, AS_IT_IS)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> village.act(OFFICER, report, AS_IT_IS)).isInstanceOf(Stale.class);
    }

    @Test
    void aReportIsAddedToARecordThatIsThere() {
        long place = village.place("芝正街", "STREET", "STANDARD", HERE);
        Actor collector = village.collector(village.campaign());
        CollectedReport report = village.put(collector, CollectFixture.about(ReportKind.VERIFICATION, place, "芝街"));
        assertThatThrownBy(() -> village.act(OFFICER, report, AS_IT_IS))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("并入");
        CollectedReport merged = village.act(OFFICER, report, new ModerationStep.Merge(place, true));
        assertThat(merged.state()).isEqualTo(ReportState.MERGED);
        assertThat(village.core.aliases().of(place))
                .extracting(name -> name.text())
                .containsExactly("芝街");
    }

    @Test
    void aQuestionGoesToTheCollectorAndTheAnswerBackToTheQueue() {
        Actor collector = village.collector(village.campaign());
        UUID id = UUID.randomUUID();
        CollectedReport report = village.put(collector, draft(id, 1, "井边巷", HERE));
        CollectedReport asked = village.act(OFFICER, report, new ModerationStep.Ask("哪一口井？"));
        assertThat(village.collection
                        .reports()
                        .mine(collector, OptionalLong.empty(), 10)
                        .getFirst()
                        .report()
                        .answer())
                .hasValue("哪一口井？");
        assertThat(asked.state()).isEqualTo(ReportState.ASKED);
        assertThat(village.put(collector, draft(id, 2, "井边巷", HERE)).state()).isEqualTo(ReportState.SUBMITTED);
        assertThatThrownBy(() -> new ModerationStep.Reject(" ")).isInstanceOf(Refused.class);
    }

    @Test
    void whereTheProfileWantsItASecondOfficerConfirms() throws IOException {
        village.close();
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(profiles.resolve("guangzhou.yml"), """
                title: 广州
                parent: guangdong
                divisions: ['4401']
                sections:
                  values:
                    - {key: collection-second-look, title: 采集审核须二人复核, number: 1, value: '是', source: 本局规定}
                """);
        village = new CollectFixture(engine, folder, Optional.of(profiles));
        Actor collector = village.collector(village.campaign());
        CollectedReport report = village.put(collector, draft("井边巷"));
        CollectedReport proposed = village.act(OFFICER, report, AS_IT_IS);
        assertThat(proposed.state()).isEqualTo(ReportState.SECOND_LOOK);
        assertThat(proposed.resultPlaceId()).isEmpty();
        assertThatThrownBy(() -> village.act(OFFICER, proposed, new ModerationStep.Confirm()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("另一人");
        CollectedReport back = village.act(COLLEAGUE, proposed, new ModerationStep.SendBack("类别不对"));
        assertThat(back.state()).isEqualTo(ReportState.SUBMITTED);
        CollectedReport again = village.act(OFFICER, back, AS_IT_IS);
        assertThat(village.act(COLLEAGUE, again, new ModerationStep.Confirm()).state())
                .isEqualTo(ReportState.ACCEPTED);
    }

    @Test
    void manyAreDecidedTogetherOrNoneIs() {
        Actor collector = village.collector(village.campaign());
        CollectedReport one = village.put(collector, draft("一巷"));
        CollectedReport two = village.put(collector, draft("二巷"));
        List<Versioned> both =
                List.of(new Versioned(one.id(), one.version()), new Versioned(two.id(), two.version() + 1));
        assertThatThrownBy(() -> village.collection.moderation().actAll(OFFICER, both, AS_IT_IS))
                .isInstanceOf(BulkRefused.class);
        assertThat(count(ReportState.SUBMITTED)).isEqualTo(2);
        village.collection
                .moderation()
                .actAll(
                        OFFICER,
                        List.of(new Versioned(one.id(), one.version()), new Versioned(two.id(), two.version())),
                        AS_IT_IS);
        assertThat(count(ReportState.ACCEPTED)).isEqualTo(2);
    }

    @Test
    void theNextOfficeSeesNothingOfIt() {
        Actor collector = village.collector(village.campaign());
        CollectedReport report = village.put(collector, draft("井边巷"));
        Moderation desk = village.collection.moderation();
        assertThatThrownBy(() -> desk.get(NEIGHBOUR, report.id())).isInstanceOf(NotFound.class);
        assertThat(desk.list(NEIGHBOUR, FilterSamples.everywhere(), 10).reports())
                .isEmpty();
        assertThatThrownBy(() -> desk.list(NEIGHBOUR, FilterSamples.in("440115", Optional.empty()), 10))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> desk.act(NEIGHBOUR, report.id(), 1, AS_IT_IS)).isInstanceOf(NotFound.class);
    }

    @Test
    void namesThatAreThereAreShownWithTheirDistance() {
        long same = village.place("井边巷", "STREET", "STANDARD", new LonLat(113.452, 22.91));
        long here = village.place("大榕树", "OTHER", "RECORDED", HERE);
        Actor collector = village.collector(village.campaign());
        CollectedReport report = village.put(collector, draft("井边巷"));
        List<SimilarName> similar =
                village.collection.moderation().get(OFFICER, report.id()).similar();
        assertThat(similar).extracting(SimilarName::placeId).contains(same, here);
        assertThat(similar.getFirst().placeId()).isEqualTo(here);
        assertThat(similar.get(1).distanceMetres().orElseThrow()).isBetween(190.0, 220.0);
    }

    @Test
    void aPositionOfAMapPlatformIsFoundOut() {
        village.place("井边巷", "STREET", "STANDARD", HERE);
        double[] shifted = {HERE.lon(), HERE.lat()};
        ShiftedCoordinates.wgs84ToGcj02(shifted);
        Actor collector = village.collector(village.campaign());
        CollectedReport report =
                village.put(collector, draft(UUID.randomUUID(), 1, "井边巷", new LonLat(shifted[0], shifted[1])));
        ShiftHint hint = village.collection
                .moderation()
                .get(OFFICER, report.id())
                .shift()
                .orElseThrow();
        assertThat(hint.system()).isEqualTo("GCJ-02");
        assertThat(Ellipsoid.distanceMetres(hint.corrected(), HERE)).isLessThan(1);
        CollectedReport right = village.put(collector, draft("井边巷"));
        assertThat(village.collection.moderation().get(OFFICER, right.id()).shift())
                .isEmpty();
    }

    @Test
    void tasksFollowFromTheRegisterAndTheReports() {
        long lane = village.place("无名巷", "STREET", "RECORDED", HERE);
        village.place("大榕树", "OTHER", "RECORDED", HERE);
        village.place("芝正街", "STREET", "STANDARD", HERE);
        Campaign campaign = village.campaign();
        Actor collector = village.collector(campaign);
        Campaigns campaigns = village.collection.campaigns();
        assertThat(campaigns.ownTasks(collector)).hasSize(2).allMatch(task -> task.progress() == Progress.LEFT);
        CollectedReport report = village.put(collector, CollectFixture.about(ReportKind.VERIFICATION, lane, "井边巷"));
        village.act(OFFICER, village.put(collector, draft("新巷")), AS_IT_IS);
        assertThat(campaigns.tasks(OFFICER, campaign.id()))
                .extracting(CollectionTask::progress)
                .containsExactly(Progress.REPORTED, Progress.LEFT);
        village.act(OFFICER, report, new ModerationStep.Merge(lane, true));
        assertThat(campaigns.coverage(OFFICER, campaign.id())).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("大稳村");
            assertThat(List.of(row.tasks(), row.done(), row.left(), row.reports()))
                    .containsExactly(2, 1, 1, 2);
        });
        assertThat(campaigns.collectors(OFFICER, OptionalLong.of(campaign.id())))
                .singleElement()
                .satisfies(tally -> assertThat(List.of(tally.reports(), tally.accepted(), tally.merged()))
                        .containsExactly(2, 1, 1));
    }

    @Test
    void eachRecordKnowsWhatBecameOfItAtEachPlatform() {
        long place = village.place("芝正街", "STREET", "STANDARD", HERE);
        PlatformSubmissions submissions = village.collection.submissions();
        submissions.note(OFFICER, place, MapPlatform.AMAP, PlatformSubmission.Status.SUBMITTED, Optional.empty());
        assertThatThrownBy(() -> submissions.note(
                        OFFICER, place, MapPlatform.AMAP, PlatformSubmission.Status.REJECTED, Optional.empty()))
                .isInstanceOf(Refused.class);
        submissions.note(OFFICER, place, MapPlatform.AMAP, PlatformSubmission.Status.REJECTED, Optional.of("照片不清"));
        assertThat(submissions.of(OFFICER, place)).singleElement().satisfies(now -> {
            assertThat(now.reason()).hasValue("照片不清");
            assertThat(now.answeredAt()).isPresent();
        });
        assertThat(submissions.tallies(OFFICER).getFirst())
                .isEqualTo(new PlatformSubmission.Tally(MapPlatform.AMAP, 1, 0, 1));
        assertThatThrownBy(() -> submissions.note(
                        NEIGHBOUR, place, MapPlatform.AMAP, PlatformSubmission.Status.ACCEPTED, Optional.empty()))
                .isInstanceOf(Denied.class);
        assertThat(village.core.audit().entriesOf(RecordKind.PLACE, place)).hasSizeGreaterThan(1);
    }

    private int count(ReportState state) {
        return village.collection
                .moderation()
                .list(OFFICER, FilterSamples.in("440115", Optional.empty()), 10)
                .counts()
                .getOrDefault(state, 0);
    }
}
