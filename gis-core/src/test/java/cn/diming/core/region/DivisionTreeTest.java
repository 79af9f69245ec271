package cn.diming.core.region;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangePump;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DivisionTreeTest {

    private static final List<String> COUNTIES = List.of("440113000000", "440115000000");

    /** Renamed, moved to another parent, ended, begun anew under the same code: step by step it is what all rows make. */
    @ParameterizedTest
    @EnumSource(Engines.class)
    void followingTheJournalGivesTheSameTreeAsReadingEverything(Engines engine) {
        try (Core core = engine.open()) {
            take(core, "c", draft("440100000000", "广州市", 2, "", 0, 0));
            COUNTIES.forEach(code -> take(core, code, draft(code, "区" + code.charAt(5), 3, "440100000000", 0, 0)));
            DivisionTree following = new DivisionTree(core.db(), core.journal());
            following.rebuild();
            ChangePump pump = new ChangePump(core.journal(), following);
            Random random = new Random(5);
            List<Integer> years =
                    new ArrayList<>(IntStream.range(1, 1000).boxed().toList());
            Collections.shuffle(years, random);
            for (int i = 0; i < 60; i++) {
                step(core, random, years);
                pump.catchUp();
                DivisionTree read = new DivisionTree(core.db(), core.journal());
                read.rebuild();
                assertThat(following.below("")).isEqualTo(read.below(""));
                for (Division division : read.below("")) {
                    Optional<String> code = Optional.of(division.code().digits());
                    assertThat(following.children(code)).isEqualTo(read.children(code));
                    assertThat(following.find(division.id())).isEqualTo(read.find(division.id()));
                }
                assertThat(following.children(Optional.empty())).isEqualTo(read.children(Optional.empty()));
            }
        }
    }

    /** One or several towns of few codes, each row with a key of its own, so that a code has several rows. */
    private static void step(Core core, Random random, List<Integer> years) {
        List<RecordDraft> drafts = new ArrayList<>();
        for (int rows = 1 + random.nextInt(3); rows > 0; rows--) {
            String parent = COUNTIES.get(random.nextInt(2));
            String code = "44011310" + random.nextInt(4) + "000";
            int from = years.removeLast(); // a code begins but once a year
            int to = random.nextBoolean() ? 0 : from + random.nextInt(9);
            drafts.add(named("t" + random.nextInt(9), draft(code, "镇" + random.nextInt(1000), 4, parent, from, to)));
        }
        if (random.nextInt(9) == 0) {
            String county = COUNTIES.getFirst();
            drafts.add(named(county, draft(county, "改名" + random.nextInt(1000), 3, "440100000000", 0, 0)));
        }
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", drafts);
    }

    private static void take(Core core, String key, Map<String, Object> values) {
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "test", List.of(named(key, values)));
    }

    private static RecordDraft named(String key, Map<String, Object> values) {
        return new RecordDraft(key, values, Optional.empty(), List.of(), List.of());
    }

    private static Map<String, Object> draft(String code, String name, long level, String parent, long from, long to) {
        Map<String, Object> values = new HashMap<>(Map.of("code", code, "name", name, "level", level));
        if (!parent.isEmpty()) {
            values.put("parent_code", parent);
        }
        if (from > 0) {
            values.put("valid_from_year", from);
        }
        if (to > 0) {
            values.put("valid_to_year", to);
        }
        return values;
    }
}
