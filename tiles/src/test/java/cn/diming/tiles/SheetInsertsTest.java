package cn.diming.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import cn.diming.core.record.LocalCategory;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.village.LocalEntryDraft;
import cn.diming.core.village.Villages;
import cn.diming.tiles.sheet.Inserts;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.margin.TextBlock.Paragraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** What a sheet tells beside its map, out of both databases. */
@ParameterizedClass
@EnumSource(Engines.class)
class SheetInsertsTest {

    private static final String DAWEN = "440115103208";
    private static final String ELSEWHERE = "440115103201";

    private final Core core;
    private final Villages villages;

    @TempDir
    Path folder;

    SheetInsertsTest(Engines engine) {
        core = engine.open();
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", Drafts.dawen());
        core.divisions().rebuild();
        villages = new Villages(core.db(), core.divisions(), core.store(), core.records(), core.protectionList());
    }

    @AfterEach
    void close() {
        core.close();
    }

    private Inserts inserts() {
        Media media = new Media(core.mediaSetting(), folder, MediaLimits.USUAL);
        return new SheetInserts(core.protectionList(), media, core.store(), villages.entries())
                .of(new Territory(1, DAWEN, "大稳村", 5, Drafts.square(113.44, 22.9, 0.02), Map.of()));
    }

    private void tell(
            String name, LocalCategory category, Map<String, String> texts, String division, boolean published) {
        Optional<Geometry> where = Optional.of(Drafts.point(113.445, 22.905));
        villages.entries()
                .create(
                        Actor.OPERATOR,
                        new LocalEntryDraft(
                                name, category, Optional.of(division), OptionalLong.empty(), texts, published, where));
    }

    private void shop(String name, String description, String status) {
        core.records()
                .create(
                        Actor.OPERATOR,
                        RecordKind.SHOP,
                        new RecordDraft(
                                "s",
                                Map.of(
                                        "name", name,
                                        "category", "RESTAURANT",
                                        "status", status,
                                        "division_code", DAWEN,
                                        "description", description),
                                Optional.of(Drafts.point(113.446, 22.906)),
                                List.of(),
                                List.of()));
    }

    @Test
    void whatIsPublishedOfTheVillageStandsBesideItsMap() {
        tell("稳丰传说", LocalCategory.STORY, Map.of("description", "先人围垦，\n\n三年不溃，故名大稳。"), DAWEN, true);
        tell("大稳米酒", LocalCategory.PRODUCE, Map.of("summary", "冬至开坛", "description", "长文"), DAWEN, true);
        tell("碉楼", LocalCategory.SPOT, Map.of("summary", "民国三层"), DAWEN, true);
        shop("稳记鱼生馆", "现捞河鲜", "PUBLISHED");
        Inserts told = inserts();
        assertThat(told.stories()).containsExactly(new Paragraph("稳丰传说", "先人围垦，三年不溃，故名大稳。"));
        assertThat(told.produce())
                .containsExactly(
                        new Paragraph("大稳米酒", "特产：冬至开坛"),
                        new Paragraph("碉楼", "景点：民国三层"),
                        new Paragraph("稳记鱼生馆", "现捞河鲜"));
    }

    @Test
    void draftsOtherVillagesParcelsClosedShopsAndBareNamesDoNot() {
        tell("草稿", LocalCategory.STORY, Map.of("description", "未定"), DAWEN, false);
        tell("邻村故事", LocalCategory.STORY, Map.of("description", "邻村"), ELSEWHERE, true);
        tell("寄递点", LocalCategory.LOGISTICS, Map.of("summary", "每日两班"), DAWEN, true);
        tell("只有名字", LocalCategory.SPOT, Map.of(), DAWEN, true);
        shop("关门店", "已歇业", "RETIRED");
        Inserts told = inserts();
        assertThat(told.stories()).isEmpty();
        assertThat(told.produce()).isEmpty();
    }

    @Test
    void thereIsRoomForTheNewestAndLongTextsAreCut() {
        for (int i = 1; i <= 8; i++) {
            tell("故事" + i, LocalCategory.STORY, Map.of("description", "长".repeat(200)), DAWEN, true);
            tell("特产" + i, LocalCategory.PRODUCE, Map.of("summary", "好".repeat(90)), DAWEN, true);
            shop("店" + i, "热情好客", "PUBLISHED");
        }
        Inserts told = inserts();
        assertThat(told.stories()).extracting(Paragraph::head).containsExactly("故事8", "故事7", "故事6");
        assertThat(told.stories())
                .allMatch(story -> story.text().length() == 110 && story.text().endsWith("…"));
        assertThat(told.produce()).hasSize(10);
        assertThat(told.produce().getFirst().head()).isEqualTo("特产8");
        assertThat(told.produce().getLast().head()).isEqualTo("店4");
    }

    @Test
    void anEmojiOfAMerchantDoesNotStopASheet() {
        shop("稳记😀", "好吃😀", "PUBLISHED");
        assertThat(inserts().produce()).containsExactly(new Paragraph("稳记〓", "好吃〓"));
    }
}
