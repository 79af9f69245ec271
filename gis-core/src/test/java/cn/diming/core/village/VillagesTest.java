package cn.diming.core.village;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.change.Change;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.LocalCategory;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import cn.diming.core.record.Stale;
import cn.diming.core.record.StoredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

@ParameterizedClass
@EnumSource(Engines.class)
class VillagesTest {

    private static final String DAWEN = "440115103208";
    private static final Actor OFFICER = actor(Role.NAMING_OFFICER, "440115");
    private static final Actor ELSEWHERE = actor(Role.NAMING_OFFICER, "440113");
    private static final Geometry HERE = Drafts.point(113.45, 22.905);
    private static final Geometry WAY = Drafts.wkt("LINESTRING (113.449 22.904, 113.452 22.906)");

    private final Core core;
    private final Villages villages;

    VillagesTest(Engines engine) {
        core = Core.open(engine.fresh(), Engines.CLOCK);
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        core.divisions().rebuild();
        villages = new Villages(core.db(), core.divisions(), core.store(), core.records(), core.protectionList());
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void anEntryIsWrittenWithJournalAndAudit() {
        long journal = core.journal().latest();
        StoredRecord made = villages.entries().create(OFFICER, produce(true));
        assertThat(made.divisionCode()).contains(DAWEN);
        assertThat(made.text("season")).contains("8—11 月");
        assertThat(core.journal().since(journal, 10)).extracting(Change::kind).contains(RecordKind.LOCAL_ENTRY);
        assertThat(core.audit().entriesOf(RecordKind.LOCAL_ENTRY, made.id())).hasSize(1);
        StoredRecord after = villages.entries()
                .change(
                        OFFICER,
                        made.id(),
                        made.version(),
                        draft(LocalCategory.PRODUCE, "番石榴", Map.of(), true, Optional.empty()));
        assertThat(after.text("season")).isEmpty();
        assertThat(after.geometry()).isPresent();
        assertThatThrownBy(() -> villages.entries().change(OFFICER, made.id(), made.version(), produce(true)))
                .isInstanceOf(Stale.class);
        villages.entries().remove(OFFICER, made.id(), after.version());
        assertThatThrownBy(() -> villages.entries().get(OFFICER, made.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void aDraftIsForStaffOfTheAreaAlone() {
        StoredRecord draft = villages.entries().create(OFFICER, produce(false));
        StoredRecord known = villages.entries().create(OFFICER, produce(true));
        assertThat(ids(Actor.PUBLIC)).containsExactly(known.id());
        assertThat(ids(ELSEWHERE)).containsExactly(known.id());
        assertThat(ids(OFFICER)).containsExactly(known.id(), draft.id());
        assertThatThrownBy(() -> villages.entries().get(Actor.PUBLIC, draft.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> villages.entries().get(ELSEWHERE, draft.id())).isInstanceOf(NotFound.class);
        assertThat(villages.portrait(DAWEN).entries())
                .extracting(StoredRecord::id)
                .containsExactly(known.id());
        assertThatThrownBy(() -> villages.entries().create(ELSEWHERE, produce(true)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> villages.entries().create(Actor.PUBLIC, produce(true)))
                .isInstanceOf(Denied.class);
    }

    @Test
    void aRouteIsALineAndEverythingElseAPoint() {
        assertThatThrownBy(() -> draft(LocalCategory.ROUTE, "慢行线", Map.of(), true, Optional.of(HERE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("游览线路须画成线");
        assertThatThrownBy(() -> draft(LocalCategory.SPOT, "古樟", Map.of(), true, Optional.of(WAY)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("景点的位置须是一个点");
        assertThatThrownBy(() -> villages.entries()
                        .create(OFFICER, draft(LocalCategory.ROUTE, "慢行线", Map.of(), true, Optional.empty())))
                .isInstanceOf(Refused.class);
        StoredRecord route =
                villages.entries().create(OFFICER, draft(LocalCategory.ROUTE, "慢行线", Map.of(), true, Optional.of(WAY)));
        assertThat(route.divisionCode()).contains(DAWEN);
        assertThatThrownBy(() -> villages.entries()
                        .change(
                                OFFICER,
                                route.id(),
                                1,
                                draft(LocalCategory.SPOT, "古樟", Map.of(), true, Optional.empty())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("重新定位");
    }

    @Test
    void anEntryBelongsToANameAndTakesItsVillage() {
        StoredRecord name = place("红旗围", Map.of("meaning", "围垦时插过红旗"));
        StoredRecord story = villages.entries()
                .create(
                        OFFICER,
                        new LocalEntryDraft(
                                "红旗围的由来",
                                LocalCategory.STORY,
                                Optional.empty(),
                                OptionalLong.of(name.id()),
                                Map.of(),
                                true,
                                Optional.empty()));
        assertThat(story.divisionCode()).contains(DAWEN);
        assertThat(story.number("place_id")).contains(name.id());
        LocalEntryDraft nowhere = new LocalEntryDraft(
                "无处", LocalCategory.STORY, Optional.empty(), OptionalLong.empty(), Map.of(), true, Optional.empty());
        assertThatThrownBy(() -> villages.entries().create(OFFICER, nowhere))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("哪个村");
        LocalEntryDraft lost = new LocalEntryDraft(
                "无名",
                LocalCategory.STORY,
                Optional.of(DAWEN),
                OptionalLong.of(999_999),
                Map.of(),
                true,
                Optional.empty());
        assertThatThrownBy(() -> villages.entries().create(OFFICER, lost)).isInstanceOf(Refused.class);
    }

    @Test
    void aPortraitShowsNamesWithTheirTalesFirstAndTheNearestServiceTheVillageLacks() {
        place("北围", Map.of());
        StoredRecord tale = place("红旗围", Map.of("meaning", "围垦时插过红旗"));
        place("拟名围", Map.of("status", "PROPOSED"));
        facility("大稳长者饭堂", "长者饭堂", 113.4502, 22.905, DAWEN);
        facility("东涌颐康中心", "颐康中心", 113.46, 22.905, "440115103000");
        facility("黄阁颐康中心", "颐康中心", 113.49, 22.905, "440115104000");
        VillagePortrait portrait = villages.portrait(DAWEN);
        assertThat(portrait.names()).extracting(StoredRecord::title).containsExactly("红旗围", "北围");
        assertThat(portrait.names().getFirst().id()).isEqualTo(tale.id());
        assertThat(portrait.facilities()).extracting(StoredRecord::title).containsExactly("大稳长者饭堂");
        assertThat(portrait.near()).extracting(near -> near.facility().title()).containsExactly("东涌颐康中心");
        assertThat(portrait.near().getFirst().metres()).isBetween(200.0, 3_000.0);
        assertThat(portrait.counts().names()).isEqualTo(2);
    }

    @Test
    void thereIsNoPortraitOfATownOrOfNothing() {
        assertThatThrownBy(() -> villages.portrait("440115103000")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> villages.portrait("440115999999")).isInstanceOf(NotFound.class);
        villages.entries().create(OFFICER, produce(true));
        assertThat(villages.below("440115103000"))
                .filteredOn(told -> told.village().code().digits().equals(DAWEN))
                .extracting(Villages.Told::entries)
                .containsExactly(1L);
        assertThat(villages.tops()).extracting(top -> top.code().digits()).contains("440115000000");
    }

    private List<Long> ids(Actor actor) {
        return villages.entries().list(actor, LocalEntryFilter.of("440115"), 10).stream()
                .map(StoredRecord::id)
                .toList();
    }

    private static LocalEntryDraft produce(boolean published) {
        return draft(
                LocalCategory.PRODUCE,
                "大稳番石榴",
                Map.of("summary", "皮薄肉脆", "season", "8—11 月"),
                published,
                Optional.of(HERE));
    }

    private static LocalEntryDraft draft(
            LocalCategory category,
            String name,
            Map<String, String> texts,
            boolean published,
            Optional<Geometry> shape) {
        return new LocalEntryDraft(
                name,
                category,
                shape.isPresent() ? Optional.empty() : Optional.of(DAWEN),
                OptionalLong.empty(),
                texts,
                published,
                shape);
    }

    private StoredRecord place(String name, Map<String, Object> more) {
        Map<String, Object> values =
                new HashMap<>(Map.of("name", name, "category", "NATURAL_VILLAGE", "division_code", DAWEN));
        values.putAll(more);
        return core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.PLACE,
                        new RecordDraft("x", values, Optional.of(HERE), List.of(), List.of()));
    }

    private void facility(String name, String category, double lon, double lat, String division) {
        core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.FACILITY,
                        new RecordDraft(
                                "x",
                                Map.of("name", name, "category", category, "division_code", division),
                                Optional.of(Drafts.point(lon, lat)),
                                List.of(),
                                List.of()));
    }

    private static Actor actor(Role role, String jurisdiction) {
        return new Actor(OptionalLong.of(7), "x", role, jurisdiction);
    }
}
