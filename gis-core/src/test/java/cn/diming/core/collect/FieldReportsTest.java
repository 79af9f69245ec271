package cn.diming.core.collect;

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
import cn.diming.core.fixtures.Engines;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What telephones send, over lines that break. */
@ParameterizedClass
@EnumSource(Engines.class)
class FieldReportsTest {

    private final CollectFixture village;

    FieldReportsTest(Engines engine, @TempDir Path folder) {
        village = new CollectFixture(engine, folder);
    }

    @AfterEach
    void close() {
        village.close();
    }

    @Test
    void anInvitationGivesEachTelephoneATokenThatEndsWithTheCampaign() {
        Campaign campaign = village.campaign();
        String code = village.code(campaign, 2);
        UUID telephone = UUID.randomUUID();
        Pass first = join(code, telephone);
        assertThat(village.core.apiKeys().accountOf(first.token())).isPresent();
        Pass again = join(
                " " + code.toLowerCase(java.util.Locale.ROOT).substring(0, 5) + "-" + code.substring(5), telephone);
        assertThat(village.core.apiKeys().accountOf(first.token())).isEmpty();
        join(code, UUID.randomUUID());
        assertThatThrownBy(() -> join(code, UUID.randomUUID())).isInstanceOf(NotFound.class);
        assertThat(village.collection.campaigns().collectors(OFFICER, OptionalLong.empty()))
                .isEmpty();
        village.clock.forward(Duration.ofDays(60));
        assertThat(village.core.apiKeys().accountOf(again.token())).isEmpty();
        assertThatThrownBy(() -> join(code, telephone)).isInstanceOf(NotFound.class);
    }

    @Test
    void aRevokedInvitationEndsEveryTokenThatCameOfIt() {
        Campaign campaign = village.campaign();
        Pass pass = join(village.code(campaign, 1), UUID.randomUUID());
        Invitation invitation =
                village.collection.passes().list(OFFICER, campaign.id()).getFirst();
        assertThatThrownBy(() -> village.collection.passes().revoke(NEIGHBOUR, invitation.id()))
                .isInstanceOf(Denied.class);
        village.collection.passes().revoke(OFFICER, invitation.id());
        assertThat(village.core.apiKeys().accountOf(pass.token())).isEmpty();
    }

    @Test
    void theSameReportSentTwiceIsOne() {
        Actor collector = village.collector(village.campaign());
        ReportDraft draft = draft("井边巷");
        CollectedReport first = village.put(collector, draft);
        assertThat(village.put(collector, draft)).isEqualTo(first);
        assertThat(village.collection.reports().mine(collector, OptionalLong.empty(), 10))
                .hasSize(1);
        assertThat(first.divisionCode()).isEqualTo(CollectFixture.DAWEN);
    }

    @Test
    void aLaterRevisionReplacesTheEarlierUntilItIsDecided() {
        Actor collector = village.collector(village.campaign());
        UUID id = UUID.randomUUID();
        village.put(collector, draft(id, 1, "井边巷", HERE));
        CollectedReport second = village.put(collector, draft(id, 2, "井头巷", HERE));
        assertThat(second.written()).hasValue("井头巷");
        assertThat(village.put(collector, draft(id, 1, "井边巷", HERE))).isEqualTo(second);
        village.act(OFFICER, second, new ModerationStep.Reject("村里没有这条巷"));
        assertThatThrownBy(() -> village.put(collector, draft(id, 3, "井尾巷", HERE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("未采用");
    }

    @Test
    void nobodySeesOrTouchesTheReportsOfOthers() {
        Campaign campaign = village.campaign();
        Actor one = village.collector(campaign);
        Actor other = village.collector(campaign);
        byte[] content = jpeg(400);
        ReportDraft.FileDraft file = photo(content);
        ReportDraft draft = draft("井边巷", file);
        village.put(one, draft);
        assertThat(village.collection.reports().mine(other, OptionalLong.empty(), 10))
                .isEmpty();
        assertThatThrownBy(() -> village.put(other, draft)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> village.send(other, file.id(), content, 0, 10)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> village.collection.moderation().list(one, FilterSamples.everywhere(), 10))
                .isInstanceOf(Denied.class);
    }

    @Test
    void aFileGoesOnWhereTheLineBroke() {
        Actor collector = village.collector(village.campaign());
        byte[] content = jpeg(900);
        ReportDraft.FileDraft file = photo(content);
        CollectedReport report = village.put(collector, draft("井边巷", file));
        assertThat(village.send(collector, file.id(), content, 0, 1000).offset())
                .isEqualTo(1000);
        assertThat(village.send(collector, file.id(), content, 500, 1500).offset())
                .isEqualTo(1000);
        assertThat(village.collection.reports().progress(collector, file.id()).offset())
                .isEqualTo(1000);
        FieldReports.Progress whole = village.send(collector, file.id(), content, 1000, content.length);
        assertThat(whole.file().mediaId()).isPresent();
        assertThat(village.send(collector, file.id(), content, 0, 1000).offset())
                .isEqualTo(content.length);
        Moderation.Card card = village.collection.moderation().get(OFFICER, report.id());
        assertThat(card.report().filesReceived()).isEqualTo(1);
        assertThat(card.media())
                .singleElement()
                .satisfies(item -> assertThat(item.width()).hasValue(900));
    }

    @Test
    void whatIsNoPhotoIsRefusedAndItsReportStays() {
        Actor collector = village.collector(village.campaign());
        byte[] content = "<svg onload='x'>".getBytes(StandardCharsets.UTF_8);
        ReportDraft.FileDraft file = photo(content);
        CollectedReport report = village.put(collector, draft("井边巷", file));
        assertThat(village.send(collector, file.id(), content, 0, content.length)
                        .file()
                        .refusal())
                .get()
                .asString()
                .contains("SVG");
        assertThat(village.collection.moderation().get(OFFICER, report.id()).media())
                .isEmpty();
    }

    @Test
    void whatLiesOutsideStillBelongsToTheCampaign() {
        Actor collector = village.collector(village.campaign());
        CollectedReport report = village.put(collector, draft(UUID.randomUUID(), 1, "远巷", new LonLat(120, 30)));
        assertThat(report.divisionCode()).isEqualTo(CollectFixture.DAWEN);
    }

    @Test
    void anErrorIsReportedWithoutANameAndWithoutFiles() {
        long place = village.place("芝正街", "STREET", "STANDARD", HERE);
        ReportDraft error = CollectFixture.about(ReportKind.ERROR, place, "芝正街");
        village.collection.reports().putAnonymous(error);
        village.collection.reports().putAnonymous(error);
        var page = village.collection.moderation().list(OFFICER, FilterSamples.everywhere(), 10);
        assertThat(page.reports()).singleElement().satisfies(report -> {
            assertThat(report.accountId()).isEmpty();
            assertThat(report.kind()).isEqualTo(ReportKind.ERROR);
        });
        assertThatThrownBy(() -> village.collection.reports().putAnonymous(draft("井边巷")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void tooManyInADayAreRefused() {
        Actor collector = village.collector(village.campaign());
        for (int i = 0; i < 500; i++) {
            village.put(collector, draft("第" + i + "巷"));
        }
        assertThatThrownBy(() -> village.put(collector, draft("又一巷")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("一天至多");
        village.clock.forward(Duration.ofDays(2));
        village.put(collector, draft("又一巷"));
    }

    @Test
    void whoToldItAndWhoReportedStandInNoLog() {
        Actor collector = village.collector(village.campaign());
        CollectedReport report = village.put(collector, draft("井边巷"));
        village.act(OFFICER, report, new ModerationStep.Accept(Optional.empty(), Optional.empty(), Optional.empty()));
        long traces = village.core
                .db()
                .sql("SELECT COUNT(*) FROM audit WHERE CAST(after_json AS TEXT) LIKE :name"
                        + " OR CAST(after_json AS TEXT) LIKE :phone OR CAST(after_json AS TEXT) LIKE :teller")
                .param("name", "%陈伯%")
                .param("phone", "%13800000000%")
                .param("teller", "%母亲%")
                .getLong();
        assertThat(traces).isZero();
    }

    private Pass join(String code, UUID telephone) {
        return village.collection.passes().join(new JoinRequest(code, telephone, "陈伯", Optional.empty()));
    }
}
