package cn.diming.dataimport;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.StoredRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;

/** What the villages of the demo county offer: facilities of civil affairs, 地名+ and where their names come from; all invented. */
final class DemoVillages {

    private static final String SOURCE = "demo-villages";
    private static final int VILLAGE = 5;
    private static final int TOWN = 4;
    private static final int EVERY = 4;
    private static final int COLUMNS = 8;
    private static final double GOLDEN_ANGLE = 137.5;

    private final Core core;
    private final Map<String, StoredRecord> hamlets = new HashMap<>();
    private final Map<String, StoredRecord> seats = new HashMap<>();
    private final Map<String, StoredRecord> streets = new HashMap<>();
    private final Map<String, List<String[]>> phrases = phrases();
    private final List<RecordDraft> facilities = new ArrayList<>();
    private final List<RecordDraft> entries = new ArrayList<>();

    private DemoVillages(Core core) {
        this.core = core;
        core.store()
                .forEach(
                        RecordKind.PLACE,
                        place -> place.divisionCode().ifPresent(code -> {
                            switch (place.text("category").orElse("")) {
                                case "NATURAL_VILLAGE" -> hamlets.merge(code, place, DemoVillages::earlier);
                                case "STREET" ->
                                    place.geometry()
                                            .filter(shape -> shape instanceof Lineal)
                                            .ifPresent(shape -> streets.merge(code, place, DemoVillages::longer));
                                default -> {
                                    // peaks and temples have no part in this
                                }
                            }
                        }));
        core.store().forEach(RecordKind.FACILITY, one -> {
            if (one.text("category").filter("村（居）委会"::equals).isPresent()) {
                one.divisionCode().ifPresent(code -> seats.merge(code, one, DemoVillages::earlier));
            }
        });
    }

    private static StoredRecord earlier(StoredRecord a, StoredRecord b) {
        return a.id() <= b.id() ? a : b;
    }

    private static StoredRecord longer(StoredRecord a, StoredRecord b) {
        double first = a.geometry().map(Geometry::getLength).orElse(0.0);
        double second = b.geometry().map(Geometry::getLength).orElse(0.0);
        return first > second || (first == second && a.id() <= b.id()) ? a : b;
    }

    /**
     * Makes what is not there yet.
     *
     * @return how many facilities and entries there are
     */
    static long load(Core core) {
        DemoVillages demo = new DemoVillages(core);
        List<StoredRecord> divisions = new ArrayList<>();
        core.store().forEach(RecordKind.DIVISION, divisions::add);
        divisions.sort(Comparator.comparing(one -> one.text("code").orElse("")));
        int town = 0;
        int village = 0;
        for (StoredRecord division : divisions) {
            long level = division.number("level").orElse(0L);
            if (level == TOWN) {
                demo.town(division, town++);
            } else if (level == VILLAGE) {
                demo.village(division, village++);
            }
        }
        core.intake().take(Actor.OPERATOR, RecordKind.FACILITY, SOURCE, demo.facilities);
        core.intake().take(Actor.OPERATOR, RecordKind.LOCAL_ENTRY, SOURCE, demo.entries);
        return demo.facilities.size() + demo.entries.size();
    }

    private void town(StoredRecord town, int number) {
        Optional<StoredRecord> village = seats.entrySet().stream()
                .filter(seat -> seat.getKey().startsWith(code(town).substring(0, 9)))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
        village.flatMap(StoredRecord::position).ifPresent(at -> {
            String where = village.get().divisionCode().orElseThrow();
            facility(where, "颐康中心", town.title() + "颐康中心", away(at, number, 210));
            facility(where, "敬老院", town.title() + "敬老院", away(at, number + 1, 340));
            facility(where, "社工站", town.title() + "社会工作服务站", away(at, number + 2, 160));
            facility(where, "未成年人保护站", town.title() + "未成年人保护工作站", away(at, number + 3, 190));
            if (number % EVERY == 0) {
                facility(where, "公益性公墓", town.title() + "公益性公墓", away(at, number + 4, 900));
                facility(where, "慈善超市", town.title() + "慈善超市", away(at, number + 5, 130));
                facility(where, "颁证点", town.title() + "婚姻登记颁证点", away(at, number + 6, 430));
            }
            if (number == 0) {
                facility(where, "婚姻登记处", "云溪县民政局婚姻登记处", away(at, 7, 260));
                facility(where, "救助驿站", "云溪县救助驿站", away(at, 8, 300));
                facility(where, "福利院", "云溪县社会福利院", away(at, 9, 520));
                facility(where, "殡仪馆", "云溪县殡仪馆", away(at, 10, 1500));
            }
        });
    }

    private void village(StoredRecord village, int number) {
        String code = code(village);
        Optional<LonLat> seat = Optional.ofNullable(seats.get(code)).flatMap(StoredRecord::position);
        if (seat.isEmpty()) {
            return;
        }
        LonLat at = seat.get();
        facility(code, "颐康站", village.title() + "颐康服务站", away(at, number, 70));
        if (number % 3 == 0) {
            facility(code, "长者饭堂", village.title() + "长者饭堂", away(at, number + 1, 95));
        }
        if (number % EVERY == 1) {
            facility(code, "儿童之家", village.title() + "儿童之家", away(at, number + 2, 120));
        }
        StoredRecord hamlet = hamlets.get(code);
        if (hamlet != null && number % EVERY <= 1) {
            entries(village, hamlet, at, number);
        }
    }

    private void entries(StoredRecord village, StoredRecord hamlet, LonLat at, int number) {
        LonLat there = hamlet.position().orElse(at);
        entry(village, hamlet, "PRODUCE", number, Optional.of(away(there, number, 150)));
        entry(village, hamlet, "STORY", number, Optional.of(away(there, number + 1, 60)));
        entry(village, hamlet, "LOGISTICS", number, Optional.of(away(at, number + 2, 45)));
        if (number % EVERY == 1) {
            entry(village, hamlet, "PRODUCE", number + 3, Optional.of(away(there, number + 3, 260)));
            entry(village, hamlet, "SPOT", number, Optional.of(away(there, number + 4, 120)));
            entry(village, hamlet, "STAY", number, Optional.of(away(there, number + 5, 90)));
            Optional.ofNullable(streets.get(code(village))).ifPresent(street -> route(village, street, number));
        }
        tale(hamlet, number);
    }

    /** Why a hamlet is called so: once, and an officer's correction stays. */
    private void tale(StoredRecord hamlet, int number) {
        if (hamlet.text("meaning").isPresent()) {
            return;
        }
        String name = hamlet.title();
        String[] meanings = {
            "因最早的住户在山口平地建屋，以所处地形得名“" + name + "”。",
            "以村前水口的地势得名，“" + name + "”意为水边的聚落。",
            "以始居者的姓氏和所居地形合称“" + name + "”。",
            "因旧时此处设有歇脚的亭铺，过往行人相沿称作“" + name + "”。"
        };
        String[] origins = {
            "清代中叶建村，先民自邻县迁来，以烧炭、种茶为业。", "明末已有人居住，旧谱中写作同音字，1981 年地名普查时统一用今名。", "约二百年前由下游移居而来，历代沿用此名，未曾更改。"
        };
        core.records()
                .change(
                        Actor.OPERATOR,
                        hamlet.id(),
                        hamlet.version(),
                        Map.of(
                                "meaning",
                                Optional.of(meanings[number % meanings.length]),
                                "origin",
                                Optional.of(origins[number % origins.length])),
                        Optional.empty());
    }

    private void route(StoredRecord village, StoredRecord street, int number) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", village.title() + "慢行线");
        values.put("category", "ROUTE");
        values.put("status", "PUBLISHED");
        values.put("division_code", code(village));
        values.put("place_id", street.id());
        values.put("summary", "沿" + street.title() + "走一圈，老樟树、石桥和晒场都在路上");
        values.put("season", number % 2 == 0 ? "春秋最好" : "四季皆宜");
        entries.add(new RecordDraft("route/" + code(village), values, street.geometry(), List.of(), List.of()));
    }

    private void entry(StoredRecord village, StoredRecord hamlet, String category, int number, Optional<LonLat> at) {
        List<String[]> all = phrases.getOrDefault(category, List.of());
        String[] cells = all.get(Math.floorMod(number, all.size()));
        Map<String, Object> values = new HashMap<>();
        values.put("category", category);
        values.put("status", "PUBLISHED");
        values.put("division_code", code(village));
        values.put("place_id", hamlet.id());
        String[] columns = {"name", "summary", "description", "season", "price", "delivery", "opening_hours"};
        for (int i = 0; i < columns.length; i++) {
            String words = cells[i + 1].replace("${v}", stem(village.title())).replace("${n}", stem(hamlet.title()));
            if (!words.isBlank()) {
                values.put(columns[i], words.replace("\\n", "\n"));
            }
        }
        entries.add(new RecordDraft(
                category + "/" + code(village) + "/" + number, values, at.map(LonLat::toPoint), List.of(), List.of()));
    }

    /** Without 村, for names that are put together. */
    private static String stem(String name) {
        return name.length() > 2 && name.endsWith("村") ? name.substring(0, name.length() - 1) : name;
    }

    private void facility(String village, String category, String name, LonLat at) {
        facilities.add(new RecordDraft(
                category + "/" + name + "/" + village,
                Map.of(
                        "name",
                        name,
                        "category",
                        category,
                        "division_code",
                        village,
                        "opening_hours",
                        category.equals("长者饭堂") ? "11:00—13:00，17:00—18:30" : "周一至周五 8:30—17:30"),
                Optional.of(at.toPoint()),
                List.of(),
                List.of()));
    }

    /** Somewhere near by, never twice in the same direction. */
    private static LonLat away(LonLat from, int number, double metres) {
        return Ellipsoid.move(from, number * GOLDEN_ANGLE % 360, metres);
    }

    private static String code(StoredRecord division) {
        return division.text("code").orElseThrow();
    }

    private static Map<String, List<String[]>> phrases() {
        Map<String, List<String[]>> phrases = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoVillages.class.getResourceAsStream("demo/local-entries.tsv")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.copyOf(line.split("\t", -1), COLUMNS))
                    .forEach(cells -> {
                        for (int i = 0; i < cells.length; i++) {
                            cells[i] = Objects.requireNonNullElse(cells[i], "");
                        }
                        phrases.computeIfAbsent(cells[0], none -> new ArrayList<>())
                                .add(cells);
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return phrases;
    }
}
