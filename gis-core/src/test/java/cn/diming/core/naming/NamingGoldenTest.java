package cn.diming.core.naming;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.PlaceCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** The table of cases that a lawyer can read: exactly the findings it names, no more and no fewer. */
@ParameterizedClass
@EnumSource(Engines.class)
class NamingGoldenTest {

    private final Core core;
    private final NamingFixture fixture;

    NamingGoldenTest(Engines engine) {
        this.core = engine.open();
        this.fixture = new NamingFixture(core);
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void everyNameIsFoundAtFaultJustAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        List<String[]> table = NamingFixture.rows("golden.csv");
        for (String[] row : table) {
            String expected = sorted(row[6]);
            List<Finding> findings = judged(row).findings();
            String found = findings.isEmpty()
                    ? "无"
                    : sorted(findings.stream()
                            .map(f -> f.rule() + " " + f.severity().title())
                            .collect(Collectors.joining("；")));
            if (!found.equals(expected)) {
                wrong.add(String.join(",", row) + "\n   -> " + found + "\n      "
                        + findings.stream().map(Finding::message).collect(Collectors.joining(" ")));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(table.size()).isGreaterThanOrEqualTo(200);
        assertThat(table.stream().filter(row -> row[6].equals("无")).count()).isGreaterThanOrEqualTo(80);
    }

    private NameVerdict judged(String[] row) {
        Map<String, String> facts = facts(row[5]);
        if (!facts.containsKey("预留")) {
            return core.nameChecks().check(question(row, facts));
        }
        String where = fixture.code(facts.get("预留"));
        long id = reserve(row[1], NamingFixture.category(row[2]), where);
        try {
            return core.nameChecks().check(question(row, facts));
        } finally {
            core.db()
                    .sql("DELETE FROM name_reservation WHERE case_id = :id")
                    .param("id", id)
                    .update();
        }
    }

    private long reserve(String name, PlaceCategory category, String code) {
        return core.journal().write(Actor.OPERATOR, changes -> {
            long id = changes.newId();
            core.db()
                    .sql("""
                            INSERT INTO naming_case (id, change_seq, type, state, title, division_code, created_at, updated_at)
                            VALUES (:id, :seq, 'NAME', 'PRECHECK', :name, :code, :at, :at)""")
                    .param("id", id)
                    .param("seq", changes.seq())
                    .param("name", name)
                    .param("code", code)
                    .param("at", changes.at())
                    .update();
            core.db()
                    .sql("""
                            INSERT INTO name_reservation (case_id, number, name, category, division_code, reserved_at)
                            VALUES (:id, 1, :name, :category, :code, :at)""")
                    .param("id", id)
                    .param("name", name)
                    .param("category", category)
                    .param("code", code)
                    .param("at", changes.at())
                    .update();
            return id;
        });
    }

    private NameQuestion question(String[] row, Map<String, String> facts) {
        Optional<String> code = row[3].isEmpty() ? Optional.empty() : Optional.of(fixture.code(row[3]));
        Optional<Geometry> at = row[3].isEmpty()
                ? Optional.empty()
                : Optional.of(Drafts.point(fixture.seat(row[3])[0], fixture.seat(row[3])[1]));
        boolean existing = facts.containsKey("既有") || facts.containsKey("老地名") || facts.containsKey("起用");
        OptionalLong placeId =
                facts.containsKey("更名") ? OptionalLong.of(fixture.place(facts.get("更名"))) : OptionalLong.empty();
        return new NameQuestion(
                row[1],
                NamingFixture.category(row[2]),
                Optional.empty(),
                at,
                code,
                row[4].isEmpty() ? Optional.empty() : Optional.of(row[4]),
                new NameQuestion.Circumstances(
                        existing,
                        Optional.ofNullable(facts.get("起用")).map(LocalDate::parse),
                        placeId,
                        facts.containsKey("有保护措施") ? OptionalLong.of(1) : OptionalLong.empty(),
                        facts.containsKey("读音已确认"),
                        facts.containsKey("有保护措施"),
                        facts.containsKey("有偿冠名")),
                new EntityFacts(
                        number(facts, "宽"),
                        number(facts, "长"),
                        number(facts, "占地"),
                        number(facts, "建筑面积"),
                        number(facts, "场地"),
                        facts.containsKey("层数")
                                ? OptionalInt.of(Integer.parseInt(facts.get("层数")))
                                : OptionalInt.empty(),
                        number(facts, "绿地"),
                        number(facts, "容积率"),
                        OptionalDouble.empty()));
    }

    private static OptionalDouble number(Map<String, String> facts, String key) {
        String value = facts.get(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
    }

    private static Map<String, String> facts(String cell) {
        Map<String, String> facts = new HashMap<>();
        Arrays.stream(cell.split("；", -1)).filter(fact -> !fact.isEmpty()).forEach(fact -> {
            String[] sides = fact.split("=", 2);
            facts.put(sides[0], sides.length > 1 ? sides[1] : "");
        });
        return facts;
    }

    private static String sorted(String findings) {
        return Arrays.stream(findings.split("；", -1))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining("；"));
    }
}
