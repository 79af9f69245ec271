package cn.diming.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.change.ChangePump;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

@ParameterizedClass
@EnumSource(Engines.class)
class NameChecksTest {

    private static final String VILLAGE = "440115103201";

    private final Core core;
    private final NamingFixture fixture;

    NameChecksTest(Engines engine) {
        this.core = engine.open();
        this.fixture = new NamingFixture(core);
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aConflictTellsWhereTheOtherPlaceIs() {
        Finding finding = only(check("何顺路"), "NAM-14");
        Conflict conflict = finding.conflicts().getFirst();
        assertThat(conflict.name()).isEqualTo("和顺路");
        assertThat(conflict.relation()).isEqualTo(Relation.SAME_SOUND);
        assertThat(conflict.placeId()).hasValue(fixture.place("和顺路"));
        assertThat(conflict.divisionPath()).hasValue("广东省广州市南沙区东涌镇大稳村民委员会");
        assertThat(conflict.sharedScope()).isEqualTo(Scope.VILLAGE);
        assertThat(conflict.distanceMetres().orElseThrow()).isBetween(100.0, 200.0);
        assertThat(conflict.box()).isPresent();
        assertThat(finding.basis()).contains("《广东省地名管理条例》");
    }

    @Test
    void theNearestOfManyConflictsComesFirst() {
        NameVerdict verdict = core.nameChecks().check(question("前进路", fixture.code("新市街道"), fixture.seat("新市街道")));
        Finding finding = only(verdict, "NAM-13");
        assertThat(finding.conflictCount()).isEqualTo(4);
        assertThat(finding.conflicts())
                .extracting(conflict -> conflict.distanceMetres().orElseThrow())
                .isSorted();
        assertThat(finding.message()).startsWith("同一建成区已有街路巷“前进路”，相距").endsWith("共有 4 处。");
    }

    @Test
    void aTakenNameIsOfferedWithTheVillageBeforeIt() {
        assertThat(only(check("和顺路"), "NAM-13").suggestions()).containsExactly("大稳和顺路", "东涌和顺路");
    }

    @Test
    void theIndexFollowsTheJournal() {
        NameIndex index = core.nameChecks().index();
        try (ChangePump pump = new ChangePump(core.journal(), index).start()) {
            int before = index.size();
            long id = addStreet("新丰路").id();
            pump.catchUp();
            assertThat(index.size()).isEqualTo(before + 1);
            assertThat(check("新丰路").isForbidden()).isTrue();
            core.records().delete(Actor.OPERATOR, id, 1);
            pump.catchUp();
            assertThat(index.size()).isEqualTo(before);
            assertThat(check("新丰路").findings()).isEmpty();
        }
    }

    @Test
    void whatTheIndexHasNotHeardOfYetCountsAllTheSame() {
        check("新丰路");
        long id = addStreet("新丰路").id();
        assertThat(check("新丰路").isForbidden()).isTrue();
        assertThat(check("心丰路").isForbidden()).isTrue();
        core.records().delete(Actor.OPERATOR, id, 1);
        assertThat(check("新丰路").findings()).isEmpty();
    }

    @Test
    void aBatchOfAnImportIsSeenToo() {
        check("渔光路");
        List<RecordDraft> batch = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            batch.add(street("渔光" + (char) ('一' + i) + "路"));
        }
        batch.add(street("渔光路"));
        core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "batch", batch);
        assertThat(check("渔光路").isForbidden()).isTrue();
        int size = core.nameChecks().index().size();
        core.nameChecks()
                .index()
                .apply(core.journal().since(core.nameChecks().index().cursor(), 500));
        assertThat(core.nameChecks().index().size()).isEqualTo(size + 1201);
        assertThat(check("渔光路").isForbidden()).isTrue();
    }

    @Test
    void insideATransactionItsOwnNamesCount() {
        core.journal().write(Actor.OPERATOR, changes -> {
            assertThat(core.nameChecks()
                            .checkInTransaction(changes, question("新丰路"))
                            .findings())
                    .isEmpty();
            insertStreet(changes.newId(), changes.seq(), "新丰路");
            assertThat(core.nameChecks()
                            .checkInTransaction(changes, question("新丰路"))
                            .isForbidden())
                    .isTrue();
            assertThat(core.nameChecks()
                            .checkInTransaction(changes, question("心丰路"))
                            .isForbidden())
                    .isTrue();
            return true;
        });
    }

    /** The index is built inside the very transactions that race: none may take itself for seen. */
    @Test
    void ofManyWhoGiveOneNameAtOnceExactlyOneMay() throws Exception {
        for (String name : List.of("新丰路", "稻丰路", "渔光路")) {
            List<Future<Boolean>> attempts = new ArrayList<>();
            try (ExecutorService officers = Executors.newFixedThreadPool(8)) {
                for (int i = 0; i < 24; i++) {
                    attempts.add(officers.submit(() -> give(name)));
                }
            }
            int winners = 0;
            for (Future<Boolean> attempt : attempts) {
                winners += attempt.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        }
    }

    private boolean give(String name) {
        return core.journal().write(Actor.OPERATOR, changes -> {
            if (core.nameChecks().checkInTransaction(changes, question(name)).isForbidden()) {
                return false;
            }
            long id = changes.newId();
            insertStreet(id, changes.seq(), name);
            changes.saved(RecordKind.PLACE, id, Optional.empty());
            return true;
        });
    }

    @Test
    void withoutAPlaceTheJurisdictionStandsForIt() {
        Actor officer = new Actor(OptionalLong.of(7), "dms", Role.NAMING_OFFICER, "440115103");
        NameQuestion nowhere = new NameQuestion(
                "和顺路",
                PlaceCategory.STREET,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NameQuestion.Circumstances.NEW,
                EntityFacts.UNKNOWN);
        NameVerdict verdict = core.nameChecks().check(officer, nowhere);
        assertThat(verdict.divisionCode()).hasValue("440115103000");
        assertThat(verdict.isForbidden()).isTrue();
        assertThat(verdict.profile()).isEqualTo("guangzhou");
    }

    @Test
    void theDivisionFollowsFromTheDrawing() {
        core.intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DIVISION,
                        "areas",
                        List.of(Drafts.division(
                                "440115103299", "新沙村", 5, "440115103000", Optional.of(Drafts.square(114, 22, 0.1)))));
        core.divisions().rebuild();
        NameVerdict verdict = core.nameChecks().check(at("稻香路", Drafts.point(114.05, 22.05)));
        assertThat(verdict.divisionCode()).hasValue("440115103299");
        assertThat(verdict.urban()).isFalse();
    }

    @Test
    void aDrawnBuiltUpAreaMakesItsNamesOneScope() {
        Map<String, Object> ground = Map.of("class", "built-up-area", "name", "东涌建成区");
        core.intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.GROUND,
                        "ground",
                        List.of(new RecordDraft(
                                "b", ground, Optional.of(Drafts.square(113.455, 22.905, 0.02)), List.of(), List.of())));
        NameVerdict verdict =
                core.nameChecks().check(question("龙眼巷", fixture.code("新沙村"), new double[] {113.4651, 22.9151}));
        assertThat(verdict.urban()).isTrue();
        assertThat(only(verdict, "NAM-13").conflicts().getFirst().sharedScope()).isEqualTo(Scope.BUILT_UP_AREA);
    }

    @Test
    void thePublicMayNotAsk() {
        assertThatThrownBy(() -> core.nameChecks().check(Actor.PUBLIC, question("稻香路")))
                .isInstanceOf(Denied.class);
    }

    @Test
    void anUnknownProfileAndAnUnsoundDrawingAreRefused() {
        NameQuestion unknown = new NameQuestion(
                "稻香路",
                PlaceCategory.STREET,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("nowhere"),
                NameQuestion.Circumstances.NEW,
                EntityFacts.UNKNOWN);
        assertThatThrownBy(() -> core.nameChecks().check(unknown)).isInstanceOf(NotFound.class);
        Geometry bowTie = Drafts.wkt("POLYGON ((113 22, 114 23, 114 22, 113 23, 113 22))");
        assertThatThrownBy(() -> core.nameChecks().check(at("稻香路", bowTie))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> NameQuestion.of("  ", PlaceCategory.STREET, VILLAGE))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theVerdictSpellsTheName() {
        assertThat(check("稻香路").spelling().sign()).isEqualTo("DAOXIANG LU");
    }

    private NameVerdict check(String name) {
        return core.nameChecks().check(question(name));
    }

    private NameQuestion question(String name) {
        return question(name, VILLAGE, fixture.seat("大稳村"));
    }

    private static NameQuestion question(String name, String code, double[] at) {
        return new NameQuestion(
                name,
                PlaceCategory.STREET,
                Optional.empty(),
                Optional.of(Drafts.point(at[0], at[1])),
                Optional.of(code),
                Optional.empty(),
                NameQuestion.Circumstances.NEW,
                EntityFacts.UNKNOWN);
    }

    private static NameQuestion at(String name, Geometry geometry) {
        return new NameQuestion(
                name,
                PlaceCategory.STREET,
                Optional.empty(),
                Optional.of(geometry),
                Optional.empty(),
                Optional.empty(),
                NameQuestion.Circumstances.NEW,
                EntityFacts.UNKNOWN);
    }

    private static Finding only(NameVerdict verdict, String rule) {
        return verdict.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .reduce((a, b) -> {
                    throw new AssertionError("several findings of " + rule);
                })
                .orElseThrow();
    }

    private StoredRecord addStreet(String name) {
        return core.records().create(Actor.OPERATOR, RecordKind.PLACE, street(name));
    }

    private static RecordDraft street(String name) {
        Map<String, Object> values =
                new HashMap<>(Map.of("name", name, "category", PlaceCategory.STREET.name(), "division_code", VILLAGE));
        return new RecordDraft(name, values, Optional.of(Drafts.point(113.45, 22.9)), List.of(), List.of());
    }

    private void insertStreet(long id, long seq, String name) {
        core.db()
                .sql("""
                        INSERT INTO place (id, change_seq, category, name, status, division_code, created_at, updated_at)
                        VALUES (:id, :seq, 'STREET', :name, 'STANDARD', :code, :at, :at)""")
                .param("id", id)
                .param("seq", seq)
                .param("name", name)
                .param("code", VILLAGE)
                .param("at", core.clock().instant())
                .update();
    }
}
