package cn.diming.core.collect;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.DbConfig;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.QuestionTable;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The moderation desk over 100,000 made-up reports from 200 collectors in a hundred villages: {@code scripts/bench collection}.
 * The first argument is a folder for the GeoPackage; with {@code postgis} instead, the server of {@code DIMING_PG}.
 */
final class CollectionBench {

    private static final int REPORTS = 100_000;
    private static final int COLLECTORS = 200;
    private static final int VILLAGES = 100;
    private static final int PAGE = 50;
    private static final String SPECIFIC = "大稳东涌石碁沙湾南村新造化龙钟村洛浦桥头官坦赤岗细沥鱼窝头马克庆盛太石西樵";
    private static final String[] GENERIC = {"巷", "路", "街", "围", "涌", "里", "坊"};
    private static final Actor OFFICER = new Actor(OptionalLong.of(7), "desk", Role.NAMING_OFFICER, "440115");
    private static final List<String> COLUMNS = List.of(
            "id",
            "client_id",
            "revision",
            "account_id",
            "kind",
            "state",
            "spoken",
            "written",
            "category",
            "lon",
            "lat",
            "accuracy_metres",
            "position_source",
            "division_code",
            "collected_at",
            "received_at",
            "files",
            "files_received");

    public static void main(String[] arguments) throws IOException {
        DbConfig database =
                arguments[0].equals("postgis") ? Engines.POSTGIS.fresh() : DbConfig.embedded(Path.of(arguments[0]));
        try (Core core = Core.open(database, Clock.systemUTC())) {
            FieldCollection collection = new FieldCollection(
                    core.collectionSetting(),
                    new Media(core.mediaSetting(), Files.createTempDirectory("bench-media"), MediaLimits.USUAL));
            fill(core);
            QuestionTable.print(core.db().kind(), questions(core, collection));
        }
    }

    private static Map<String, Runnable> questions(Core core, FieldCollection collection) {
        Moderation desk = collection.moderation();
        long middle = core.db()
                .sql("SELECT id FROM collection_report ORDER BY id LIMIT 1 OFFSET 50000")
                .getLong();
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("all, first page", () -> desk.list(OFFICER, filter("440115", null, null, 0), PAGE));
        questions.put(
                "waiting, first page",
                () -> desk.list(OFFICER, filter("440115", ReportState.SUBMITTED, null, 0), PAGE));
        questions.put(
                "rejected in one village",
                () -> desk.list(OFFICER, filter("440115103042", ReportState.REJECTED, null, 0), PAGE));
        questions.put("part of a name", () -> desk.list(OFFICER, filter("440115", null, "稳东", 0), PAGE));
        questions.put("a name nobody reported", () -> desk.list(OFFICER, filter("440115", null, "没有", 0), PAGE));
        questions.put("page in the middle", () -> desk.list(OFFICER, filter("440115", null, null, middle), PAGE));
        questions.put("one report with likeness", () -> desk.get(OFFICER, middle));
        questions.put(
                "statistics per collector", () -> collection.campaigns().collectors(OFFICER, OptionalLong.empty()));
        return questions;
    }

    private static ReportFilter filter(
            String division, @Nullable ReportState state, @Nullable String text, long before) {
        return new ReportFilter(
                division,
                Optional.ofNullable(state),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.ofNullable(text),
                before == 0 ? OptionalLong.empty() : OptionalLong.of(before));
    }

    private static void fill(Core core) {
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "divisions", Drafts.dawen());
        core.divisions().rebuild();
        Random random = new Random(1);
        core.journal().write(Actor.OPERATOR, changes -> {
            List<Long> accounts = new ArrayList<>();
            for (int i = 0; i < COLLECTORS; i++) {
                accounts.add(core.accounts()
                        .enrol(changes, Role.COLLECTOR, "采集员" + i, "440115")
                        .id());
            }
            changes.reserveIds(REPORTS);
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int i = 0; i < REPORTS; i++) {
                rows.add(row(changes.newId(), accounts.get(random.nextInt(COLLECTORS)), changes.at(), random));
            }
            core.db().insertAll("collection_report", COLUMNS, rows);
            return true;
        });
        if (core.db().kind().equals("postgis")) {
            core.db()
                    .inTransaction(
                            () -> core.db().sql("ANALYZE collection_report").update());
        }
    }

    private static @Nullable Object[] row(long id, long account, Instant at, Random random) {
        String name = two(random) + two(random) + GENERIC[random.nextInt(GENERIC.length)];
        int fate = random.nextInt(100);
        ReportState state = fate < 20
                ? ReportState.SUBMITTED
                : fate < 25
                        ? ReportState.ASKED
                        : fate < 85 ? ReportState.ACCEPTED : fate < 95 ? ReportState.MERGED : ReportState.REJECTED;
        return new @Nullable Object[] {
            id,
            new UUID(random.nextLong(), random.nextLong()).toString(),
            1,
            account,
            ReportKind.NEW_NAME.name(),
            state.name(),
            name,
            name,
            "STREET",
            113.3 + random.nextDouble() / 3,
            22.6 + random.nextDouble() / 3,
            6.0,
            PositionSource.GNSS.name(),
            "440115103%03d".formatted(random.nextInt(VILLAGES)),
            at,
            at,
            2,
            2
        };
    }

    private static String two(Random random) {
        int at = random.nextInt(SPECIFIC.length() - 1);
        return SPECIFIC.substring(at, at + 1 + random.nextInt(2));
    }

    private CollectionBench() {}
}
