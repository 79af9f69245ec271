package cn.diming.core.casework;

import static cn.diming.core.casework.CaseFixture.TODAY;
import static cn.diming.core.casework.CaseFixture.approval;
import static cn.diming.core.casework.CaseFixture.draft;
import static cn.diming.core.casework.CaseFixture.item;
import static cn.diming.core.casework.CaseFixture.naming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.change.RecordKind;
import cn.diming.core.deadline.Deadline;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engines.class)
class CaseStepsTest {

    private final CaseFixture at;

    CaseStepsTest(Engines engine) {
        this.at = new CaseFixture(engine);
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aNewStreetGoesFromDraftToClosedAndStandsInTheRegister() {
        NamingCase now = at.ripe(draft(CaseType.NAME, naming("和顺路")));
        assertThat(now.title()).isEqualTo("和顺路命名");
        assertThat(now.profile()).isPresent();
        now = at.act(at.reviewer, now, approval(at.today()));
        long place = now.content().items().getFirst().decision().placeId().orElseThrow();
        StoredRecord street = at.core.store().find(RecordKind.PLACE, place).orElseThrow();
        assertThat(street.title()).isEqualTo("和顺路");
        assertThat(street.text("status")).contains("STANDARD");

        now = at.close(now);
        assertThat(now.state()).isEqualTo(CaseState.CLOSED);
        assertThat(at.cases().timeline(at.district, now.id()))
                .extracting(CaseEvent::to)
                .containsExactly(
                        CaseState.PRECHECK,
                        CaseState.VILLAGE_CONSENT,
                        CaseState.TOWN_REVIEW,
                        CaseState.DISTRICT_ACCEPT,
                        CaseState.EXPERT_OPINION,
                        CaseState.PUBLIC_COMMENT,
                        CaseState.GOV_APPROVED,
                        CaseState.FILED,
                        CaseState.ANNOUNCED,
                        CaseState.UPLOADED,
                        CaseState.SIGNS_SET,
                        CaseState.CLOSED);
        assertThat(at.core.deadlines().of(now.id()))
                .allMatch(limit -> limit.stoppedOn().isPresent());
        assertThat(at.cases().awaited(now)).isEmpty();
        assertThat(at.steps().possible(at.district, now)).isEmpty();
    }

    @Test
    void aRenamedStreetKeepsItsNumberAndItsFormerName() {
        long street = at.place("前进路", PlaceCategory.STREET);
        NamingCase now =
                at.ripe(draft(CaseType.RENAME, item(1, CaseType.RENAME, OptionalLong.of(street), Optional.of("和顺路"))));
        assertThat(now.title()).isEqualTo("前进路更名为和顺路");
        at.act(at.reviewer, now, approval(at.today()));
        assertThat(at.core.store().find(RecordKind.PLACE, street).orElseThrow().title())
                .isEqualTo("和顺路");
        assertThat(at.core.store().namesOf(List.of(street)).get(street))
                .anyMatch(name -> name.text().equals("前进路"));
    }

    @Test
    void aCancelledNameIsOutOfForce() {
        long street = at.place("前进路", PlaceCategory.STREET);
        NamingCase now =
                at.ripe(draft(CaseType.CANCEL, item(1, CaseType.CANCEL, OptionalLong.of(street), Optional.empty())));
        now = at.close(at.act(at.reviewer, now, approval(at.today())));
        assertThat(now.state()).isEqualTo(CaseState.CLOSED);
        assertThat(at.core.store().find(RecordKind.PLACE, street).orElseThrow().text("status"))
                .contains("RETIRED");
    }

    @Test
    void twoRecordsOfOneStreetBecomeOneAndTheOtherSpellingAnAlias() {
        long street = at.place("前进路", PlaceCategory.STREET);
        long twin = at.place("前进村路", PlaceCategory.STREET);
        CaseItem bare = item(1, CaseType.STANDARDISE, OptionalLong.of(street), Optional.empty());
        CaseItem merging = new CaseItem(
                1,
                CaseType.STANDARDISE,
                bare.placeId(),
                List.of(twin),
                List.of("前晋路"),
                Optional.empty(),
                Optional.empty(),
                bare.category(),
                Optional.empty(),
                bare.divisionCode(),
                bare.geometry(),
                bare.description(),
                CaseItem.Decision.PENDING);
        at.act(at.reviewer, at.ripe(draft(CaseType.STANDARDISE, merging)), approval(at.today()));
        assertThat(at.core.store().find(RecordKind.PLACE, twin).orElseThrow().text("status"))
                .contains("RETIRED");
        assertThat(at.core.store().namesOf(List.of(street)).get(street))
                .extracting(name -> name.text())
                .contains("前进村路", "前晋路");
    }

    @Test
    void aBatchIsApprovedLineByLine() {
        NamingCase now = at.ripe(draft(
                CaseType.BATCH,
                item(1, CaseType.NAME, OptionalLong.empty(), Optional.of("和顺路")),
                item(2, CaseType.NAME, OptionalLong.empty(), Optional.of("丰收路"))));
        assertThat(now.title()).isEqualTo("和顺路命名等 2 条");
        CaseStep plain = approval(at.today());
        CaseStep partly = new CaseStep(
                plain.action(),
                plain.date(),
                plain.organisation(),
                plain.organisationKind(),
                plain.documentNumber(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new CaseStep.ItemOutcome(2, CaseItem.Outcome.REFUSED, Optional.of("与规划不符"))));
        now = at.act(at.reviewer, now, partly);
        assertThat(now.content().items())
                .extracting(item -> item.decision().outcome())
                .containsExactly(CaseItem.Outcome.APPROVED, CaseItem.Outcome.REFUSED);
        assertThat(now.content().items().get(1).decision().reason()).contains("与规划不符");
        assertThat(now.content().items().get(1).decision().placeId()).isEmpty();
    }

    @Test
    void aDraftMayBePartialButNotSubmittedSo() {
        CaseItem bare = new CaseItem(
                1,
                CaseType.NAME,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CaseItem.Description.NONE,
                CaseItem.Decision.PENDING);
        NamingCase now = at.cases()
                .create(
                        at.town,
                        new CaseDraft(
                                CaseType.NAME,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(bare)));
        assertThat(now.divisionCode()).isEqualTo("440115103000");
        Cases.Readiness readiness = at.cases().readiness(at.town, now.id());
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.missingPapers()).containsExactly(PaperKind.ASSESSMENT);
        assertThat(readiness.faults())
                .contains("请填写申请单位", "第 1 条：请填写理由", "第 1 条：请填写拟用名称", "第 1 条：请填写位置", "第 1 条：请填写规模", "第 1 条：请填写性质");
        assertThatThrownBy(() -> at.act(at.town, now, CaseAction.SUBMIT)).isInstanceOf(Refused.class);
        assertThat(at.cases().get(at.town, now.id()).version()).isEqualTo(now.version());
    }

    @Test
    void aNameBelongsToTheCaseThatWasSubmittedFirst() {
        NamingCase first = at.cases().create(at.town, draft(CaseType.NAME, naming("和顺路")));
        NamingCase second = at.cases().create(at.town, draft(CaseType.NAME, naming("和顺路")));
        NamingCase submitted = at.act(at.town, first, CaseAction.SUBMIT);
        assertThatThrownBy(() -> at.act(at.town, second, CaseAction.SUBMIT))
                .isInstanceOfSatisfying(
                        NameRefused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(finding -> finding.rule())
                                .contains("NAM-23"));
        at.act(at.town, submitted, CaseStep.of(CaseAction.WITHDRAW, "改用他名"));
        assertThat(at.act(at.town, second, CaseAction.SUBMIT).state()).isEqualTo(CaseState.PRECHECK);
    }

    @Test
    void eachStageHasItsOfficeAndItsTurn() {
        NamingCase draft = at.cases().create(at.town, draft(CaseType.NAME, naming("和顺路")));
        assertThatThrownBy(() -> at.cases().get(at.elsewhere, draft.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> at.act(Actor.PUBLIC, draft, CaseAction.SUBMIT)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> at.act(at.reviewer, draft, CaseAction.SUBMIT)).isInstanceOf(Denied.class);
        NamingCase now = at.act(at.town, draft, CaseAction.SUBMIT);
        assertThat(at.steps().possible(at.town, now))
                .containsExactly(CaseAction.CONSENT, CaseAction.RETURN, CaseAction.REJECT, CaseAction.WITHDRAW);
        assertThat(at.steps().possible(at.reviewer, now)).isEmpty();
        assertThatThrownBy(() -> at.act(at.district, now, CaseAction.ACCEPT)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> at.act(at.town, now, CaseAction.ACCEPT)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> at.act(at.district, now, approval(TODAY))).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> at.steps().act(at.town, now.id(), now.version() - 1, CaseStep.of(CaseAction.CONSENT)))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> at.act(at.town, now, CaseAction.CONSENT))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("村民会议决议");
        at.core.casework().papers().add(at.town, now.id(), PaperKind.CONSENT, CaseFixture.scan());
        assertThatThrownBy(() -> at.act(at.town, now, CaseAction.CONSENT))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("公示期至少 7 日");
    }

    @Test
    void aReturnedCaseIsMendedAndSubmittedAgainWhileItsLimitStandsStill() {
        NamingCase ripe = at.ripe(draft(CaseType.NAME, naming("和顺路")));
        LocalDate before = handling(ripe).dueOn();
        assertThatThrownBy(() -> at.act(at.reviewer, ripe, CaseStep.of(CaseAction.RETURN)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("理由");
        NamingCase returned = at.act(at.reviewer, ripe, CaseStep.of(CaseAction.RETURN, "请补位置图"));
        assertThat(handling(returned).pausedOn()).isPresent();
        at.clock.forward(Duration.ofDays(14));
        NamingCase mended =
                at.cases().update(at.town, returned.id(), returned.version(), draft(CaseType.NAME, naming("和顺大街")));
        NamingCase again = at.act(at.town, mended, CaseAction.SUBMIT);
        assertThat(again.state()).isEqualTo(CaseState.PRECHECK);
        assertThat(handling(again).pausedOn()).isEmpty();
        assertThat(handling(again).dueOn()).isAfter(before);
        assertThatThrownBy(() -> at.cases().delete(at.town, again.id(), again.version()))
                .isInstanceOf(Refused.class);
    }

    private Deadline handling(NamingCase about) {
        return at.core.deadlines().of(about.id()).stream()
                .filter(limit -> limit.timer().equals("T-HANDLE"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void approvalStartsTheLimitsOfFilingAnnouncementAndSigns() {
        NamingCase now =
                at.act(at.reviewer, at.ripe(draft(CaseType.NAME, naming("和顺路"))), approval(LocalDate.of(2026, 3, 9)));
        assertThat(at.core.deadlines().of(now.id()).stream()
                        .filter(limit -> limit.stoppedOn().isEmpty()))
                .extracting(Deadline::timer, Deadline::dueOn)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("T-FILE", LocalDate.of(2026, 3, 24)),
                        org.assertj.core.groups.Tuple.tuple("T-NOTICE", LocalDate.of(2026, 3, 24)),
                        org.assertj.core.groups.Tuple.tuple("T-SIGN", LocalDate.of(2026, 5, 8)));
        at.clock.forward(Duration.ofDays(20));
        assertThat(at.core.deadlines().count(at.district, "", Deadline.State.OVERDUE))
                .isEqualTo(2);
        assertThat(at.cases()
                        .list(
                                at.district,
                                new CaseQuery(
                                        java.util.Set.of(),
                                        Optional.empty(),
                                        "",
                                        "和顺",
                                        true,
                                        true,
                                        OptionalLong.empty(),
                                        10))
                        .items())
                .extracting(CasePage.Summary::id)
                .containsExactly(now.id());
        assertThat(at.core.deadlines().list(at.elsewhere, "", Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void commentsWaitForAnOfficerAndNeverShowTheContact() {
        NamingCase now = at.ripe(draft(CaseType.NAME, naming("和顺路")));
        CaseComments comments = at.core.casework().comments();
        assertThatThrownBy(() -> comments.add(
                        Actor.PUBLIC,
                        now.id(),
                        new CaseComment.Draft(CaseComment.Opinion.AGREE, "同意", Optional.empty(), Optional.empty())))
                .isInstanceOf(NotFound.class);
        at.clock.forward(Duration.ofDays(-8));
        comments.add(
                Actor.PUBLIC,
                now.id(),
                new CaseComment.Draft(
                        CaseComment.Opinion.AGREE, " 同意 ", Optional.of("陈先生"), Optional.of("13900000000")));
        assertThat(comments.open(Actor.PUBLIC, now.id()).comments()).isEmpty();
        CaseComment waiting = comments.list(at.district, now.id()).getFirst();
        assertThat(waiting.contact()).contains("13900000000");
        comments.moderate(at.district, now.id(), waiting.id(), CaseComment.State.SHOWN, Optional.of("感谢"));
        CaseComments.Open open = comments.open(Actor.PUBLIC, now.id());
        assertThat(open.comments()).hasSize(1);
        assertThat(open.comments().getFirst().contact()).isEmpty();
        assertThat(open.comments().getFirst().text()).isEqualTo("同意");
        assertThat(open.content().content().contact()).isEmpty();
        assertThat(at.core.audit().entriesOf(RecordKind.NAMING_CASE, now.id()).toString())
                .doesNotContain("13900000000", "13800000000");
    }
}
