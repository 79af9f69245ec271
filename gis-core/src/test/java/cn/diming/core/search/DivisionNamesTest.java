package cn.diming.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangePump;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.region.DivisionTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DivisionNamesTest {

    private static final List<String> NAMES = List.of("大石镇", "大石街道", "大石乡", "大实镇", "石楼镇", "乳源瑶族自治县");
    private static final List<String> KEYS = List.of("大石", "大石镇", "石楼", "dashi", "shilou", "乳源", "乳源县", "番禺区");
    private static final List<String> INITIALS = List.of("ds", "dsz", "sl", "ryxz", "py", "pyq");

    /** Few names for many towns, so that several share a name; some steps are skipped, then all is built anew. */
    @ParameterizedTest
    @EnumSource(Engines.class)
    void namesThatFollowTheTreeAreThoseBuiltFromIt(Engines engine) {
        try (Core core = engine.open()) {
            take(core, List.of(draft("440113000000", "番禺区", 3), draft("440115000000", "南沙区", 3)));
            DivisionTree tree = new DivisionTree(core.db(), core.journal());
            ChangePump pump = new ChangePump(core.journal(), tree);
            pump.catchUp();
            DivisionNames following = new DivisionNames(tree);
            Random random = new Random(7);
            for (int i = 0; i < 60; i++) {
                take(core, someTowns(random));
                pump.catchUp();
                if (random.nextInt(4) > 0) {
                    assertSame(following, new DivisionNames(tree));
                }
            }
        }
    }

    private static void assertSame(DivisionNames following, DivisionNames built) {
        for (String key : KEYS) {
            assertThat(following.called(key)).as(key).isEqualTo(built.called(key));
            for (String prefix : List.of("440113", "440115", "440115101")) {
                assertThat(following.villagesCalled(key, prefix)).isEqualTo(built.villagesCalled(key, prefix));
            }
        }
        for (String letters : INITIALS) {
            assertThat(following.withInitials(letters)).as(letters).isEqualTo(built.withInitials(letters));
        }
    }

    private static List<RecordDraft> someTowns(Random random) {
        List<RecordDraft> drafts = new ArrayList<>();
        for (int rows = 1 + random.nextInt(3); rows > 0; rows--) {
            String town = (random.nextBoolean() ? "44011310" : "44011510") + random.nextInt(4);
            boolean village = random.nextInt(3) == 0;
            String code = town + (village ? "201" : "000");
            drafts.removeIf(draft -> draft.sourceKey().equals(code));
            drafts.add(draft(code, NAMES.get(random.nextInt(NAMES.size())), village ? 5 : 4));
        }
        return drafts;
    }

    private static RecordDraft draft(String code, String name, long level) {
        Map<String, Object> values = new HashMap<>(Map.of("code", code, "name", name, "level", level));
        return new RecordDraft(code, values, Optional.empty(), List.of(), List.of());
    }

    private static void take(Core core, List<RecordDraft> drafts) {
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", drafts);
    }
}
