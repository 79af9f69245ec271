package cn.diming.core.history;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.DbConfig;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.QuestionTable;
import cn.diming.core.geo.Bbox;
import cn.diming.core.record.AsOf;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/**
 * The register over 200,000 made-up names in a hundred towns, 2,000 of them renamed: {@code scripts/bench register}. The
 * first argument is a folder for the GeoPackage; with {@code postgis} instead, the server of {@code DIMING_PG}.
 */
final class RegisterBench {

    private static final int PLACES = 200_000;
    private static final int RENAMED = 2_000;
    private static final int BATCH = 2_000;
    private static final int PAGE = 100;
    private static final String SPECIFIC = "大稳东涌石碁沙湾南村新造化龙钟村洛浦桥头官坦赤岗细沥鱼窝头马克庆盛太石西樵";
    private static final String[] GENERIC = {"村", "路", "街", "巷", "围", "涌", "山", "花园", "大厦"};

    public static void main(String[] arguments) {
        DbConfig database =
                arguments[0].equals("postgis") ? Engines.POSTGIS.fresh() : DbConfig.embedded(Path.of(arguments[0]));
        try (Core core = Core.open(database, Clock.systemUTC())) {
            fill(core);
            QuestionTable.print(core.db().kind(), questions(core));
        }
    }

    private static Map<String, Runnable> questions(Core core) {
        RegisterFilter all = RegisterFilter.all();
        AsOf past = AsOf.on(LocalDate.parse("2010-01-01"));
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("all by name, first page", () -> list(core, all, RegisterOrder.By.NAME));
        questions.put("all by name, count left out", () -> second(core, all));
        questions.put("one town by name", () -> list(core, division("440115057"), RegisterOrder.By.NAME));
        questions.put("one district by name", () -> list(core, division("440115"), RegisterOrder.By.NAME));
        questions.put("streets by division", () -> list(core, streets(), RegisterOrder.By.DIVISION));
        questions.put("part of a name", () -> list(core, text("稳东"), RegisterOrder.By.NAME));
        questions.put("pinyin", () -> list(core, text("wendong"), RegisterOrder.By.NAME));
        questions.put("with former names", () -> list(core, former(), RegisterOrder.By.NAME));
        questions.put("last changed", () -> list(core, all, RegisterOrder.By.UPDATED));
        questions.put("as of 2010, by name", () -> list(core, all.asOf(past), RegisterOrder.By.NAME));
        questions.put("as of 2010, part of a name", () -> list(core, text("稳东").asOf(past), RegisterOrder.By.NAME));
        questions.put(
                "map of 2 km as of 2010",
                () -> core.register().inBox(Actor.OPERATOR, new Bbox(113.30, 22.80, 113.32, 22.82), past, 2000));
        return questions;
    }

    private static void list(Core core, RegisterFilter filter, RegisterOrder.By by) {
        core.register().list(Actor.OPERATOR, filter, new RegisterOrder(by, by == RegisterOrder.By.UPDATED), PAGE);
    }

    private static void second(Core core, RegisterFilter filter) {
        core.register()
                .list(
                        Actor.OPERATOR,
                        filter,
                        RegisterOrder.BY_NAME,
                        Optional.of(new RegisterCursor("dawendongcun", 1)),
                        PAGE);
    }

    private static RegisterFilter division(String prefix) {
        return filter(Optional.empty(), Optional.of(prefix), Set.of(), Optional.empty());
    }

    private static RegisterFilter text(String text) {
        return filter(Optional.of(text), Optional.empty(), Set.of(), Optional.empty());
    }

    private static RegisterFilter streets() {
        return filter(Optional.empty(), Optional.empty(), Set.of(PlaceCategory.STREET), Optional.empty());
    }

    private static RegisterFilter former() {
        return filter(Optional.empty(), Optional.empty(), Set.of(), Optional.of(true));
    }

    private static RegisterFilter filter(
            Optional<String> text, Optional<String> division, Set<PlaceCategory> categories, Optional<Boolean> former) {
        return new RegisterFilter(
                text,
                division,
                categories,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                former,
                Optional.empty(),
                Optional.empty());
    }

    private static void fill(Core core) {
        Random random = new Random(1);
        List<RecordDraft> drafts = new ArrayList<>(BATCH);
        for (int i = 0; i < PLACES; i++) {
            drafts.add(draft(random, i));
            if (drafts.size() == BATCH) {
                core.intake().take(Actor.OPERATOR, RecordKind.PLACE, "bench", drafts);
                drafts.clear();
            }
        }
        List<Long> ids = core.store().page(RecordKind.PLACE, 0, RENAMED).stream()
                .map(place -> place.id())
                .toList();
        Decision decision = new Decision(LocalDate.parse("2015-01-01"), "批复", OptionalLong.empty());
        core.journal().write(Actor.OPERATOR, changes -> {
            ids.forEach(id -> core.standardNames().rename(changes, id, "新名" + id + "围", Optional.empty(), decision));
            return true;
        });
    }

    private static RecordDraft draft(Random random, int number) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            name.append(SPECIFIC.charAt(random.nextInt(SPECIFIC.length())));
        }
        String generic = GENERIC[random.nextInt(GENERIC.length)];
        Map<String, Object> values = new HashMap<>();
        values.put("name", name + generic);
        values.put("category", generic.equals("路") || generic.equals("街") ? "STREET" : "NATURAL_VILLAGE");
        values.put("class_code", "22200");
        values.put("status", "STANDARD");
        values.put(
                "division_code",
                "%06d%03d%03d".formatted(440101 + random.nextInt(20), random.nextInt(100), random.nextInt(30)));
        values.put("meaning", "某姓聚居之地，故名。");
        double lon = 113 + random.nextDouble();
        double lat = 22.5 + random.nextDouble();
        return new RecordDraft("n" + number, values, Optional.of(Drafts.point(lon, lat)), List.of(), List.of());
    }

    private RegisterBench() {}
}
