package cn.diming.core.shop;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.contact.CodeLimits;
import cn.diming.core.contact.ContactCodes;
import cn.diming.core.contact.PhoneNumber;
import cn.diming.core.db.DbConfig;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.QuestionTable;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The desk of shops over 100,000 made-up filings of 20,000 merchants, while a thousand registrations come in: {@code scripts/bench
 * shops}. The first argument is a folder for the GeoPackage; with {@code postgis} instead, the server of {@code DIMING_PG}.
 */
final class ShopBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FILINGS = 100_000;
    private static final int MERCHANTS = 20_000;
    private static final int VILLAGES = 100;
    private static final int REGISTRATIONS = 1000;
    private static final int PAGE = 50;
    private static final String SPECIFIC = "大稳东涌石碁沙湾南村新造化龙钟村洛浦桥头官坦赤岗细沥鱼窝头马克庆盛太石西樵";
    private static final Actor OFFICER = new Actor(OptionalLong.of(7), "desk", Role.NAMING_OFFICER, "440115");
    private static final List<String> COLUMNS = List.of(
            "id",
            "account_id",
            "state",
            "name",
            "phone",
            "lon",
            "lat",
            "division_code",
            "content",
            "created_at",
            "submitted_at");

    public static void main(String[] arguments) throws IOException {
        DbConfig database =
                arguments[0].equals("postgis") ? Engines.POSTGIS.fresh() : DbConfig.embedded(Path.of(arguments[0]));
        try (Core core = Core.open(database, Clock.systemUTC())) {
            Media media = new Media(core.mediaSetting(), Files.createTempDirectory("bench-media"), MediaLimits.USUAL);
            Map<PhoneNumber, String> sent = new LinkedHashMap<>();
            ContactCodes codes = new ContactCodes(
                    core.db(),
                    core.clock(),
                    CodeLimits.USUAL,
                    Optional.of((phone, code, valid) -> sent.put(phone, code)));
            Shops shops = new Shops(core.shopSetting(), media, codes);
            fill(core);
            QuestionTable.print(core.db().kind(), questions(core, shops.desk()));
            register(shops, sent);
        }
    }

    /** Each with a code of its own, as if no limit held them off. */
    private static void register(Shops shops, Map<PhoneNumber, String> sent) {
        long began = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < REGISTRATIONS; i++) {
            PhoneNumber phone = new PhoneNumber("139%08d".formatted(i));
            shops.merchants().sendCode(phone);
            String code = Objects.requireNonNull(sent.get(phone));
            if (shops.merchants().signIn(phone, code).isEmpty()) {
                throw new IllegalStateException("a code that was sent is refused");
            }
        }
        double cpu = (THREADS.getCurrentThreadCpuTime() - began) / 1e6 / REGISTRATIONS;
        System.out.printf("%-34s %8.1f%n", "one registration, code and all", cpu);
    }

    private static Map<String, Runnable> questions(Core core, ShopDesk desk) {
        long middle = core.db()
                .sql("SELECT id FROM shop_filing ORDER BY id LIMIT 1 OFFSET 50000")
                .getLong();
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("all, first page", () -> desk.list(OFFICER, filter("440115", null, null, 0), PAGE));
        questions.put(
                "waiting, first page",
                () -> desk.list(OFFICER, filter("440115", FilingState.SUBMITTED, null, 0), PAGE));
        questions.put(
                "waiting in one village",
                () -> desk.list(OFFICER, filter("440115103042", FilingState.SUBMITTED, null, 0), PAGE));
        questions.put("part of a name", () -> desk.list(OFFICER, filter("440115", null, "稳东", 0), PAGE));
        questions.put("page in the middle", () -> desk.list(OFFICER, filter("440115", null, null, middle), PAGE));
        questions.put("one filing with likeness", () -> desk.get(OFFICER, middle));
        return questions;
    }

    private static FilingFilter filter(
            String division, @Nullable FilingState state, @Nullable String text, long before) {
        return new FilingFilter(
                division,
                Optional.ofNullable(state),
                Optional.ofNullable(text),
                before == 0 ? OptionalLong.empty() : OptionalLong.of(before));
    }

    private static void fill(Core core) {
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "divisions", Drafts.dawen());
        core.divisions().rebuild();
        Random random = new Random(1);
        core.journal().write(Actor.OPERATOR, changes -> {
            List<Long> accounts = new ArrayList<>();
            for (int i = 0; i < MERCHANTS; i++) {
                accounts.add(
                        core.accounts().enrol(changes, Role.MERCHANT, "商户", "").id());
            }
            changes.reserveIds(FILINGS);
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int i = 0; i < FILINGS; i++) {
                rows.add(row(changes.newId(), accounts.get(random.nextInt(MERCHANTS)), changes.at(), random));
            }
            core.db().insertAll("shop_filing", COLUMNS, rows);
            return true;
        });
        if (core.db().kind().equals("postgis")) {
            core.db().inTransaction(() -> core.db().sql("ANALYZE shop_filing").update());
        }
    }

    private static @Nullable Object[] row(long id, long account, Instant at, Random random) {
        LonLat place = new LonLat(113.3 + random.nextDouble() / 3, 22.6 + random.nextDouble() / 3);
        ShopContent content = ShopFixture.content(name(random), place, OptionalLong.empty());
        int fate = random.nextInt(100);
        FilingState state = fate < 20 ? FilingState.SUBMITTED : fate < 30 ? FilingState.ASKED : FilingState.REJECTED;
        return new @Nullable Object[] {
            id,
            account,
            state.name(),
            content.name(),
            "139%08d".formatted(random.nextInt(100_000_000)),
            place.lon(),
            place.lat(),
            "440115103%03d".formatted(random.nextInt(VILLAGES)),
            ShopJson.write(content),
            at,
            at
        };
    }

    private static String name(Random random) {
        int at = random.nextInt(SPECIFIC.length() - 1);
        return SPECIFIC.substring(at, at + 2) + (char) (0x4e00 + random.nextInt(2000)) + "记饭店";
    }

    private ShopBench() {}
}
