package cn.diming.core.board;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.audit.AuditLog;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The board of a bureau's year, and what it wants to reach. */
public final class Board {

    private static final int MONTHS = 12;
    private static final int CODE_DIGITS = 12;
    private static final long MOST = 100_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BoardStore store;
    private final UnnamedRoadStore unnamed;
    private final ShopStockStore shops;
    private final OutlineStore outlines;
    private final ChangeJournal journal;
    private final AuditLog audit;
    private final DivisionTree divisions;

    public Board(Db db, ChangeJournal journal, AuditLog audit, DivisionTree divisions) {
        this.store = new BoardStore(db);
        this.unnamed = new UnnamedRoadStore(db);
        this.shops = new ShopStockStore(db);
        this.outlines = new OutlineStore(db);
        this.journal = journal;
        this.audit = audit;
        this.divisions = divisions;
    }

    /**
     * The year of one division, as it was known on the period's day.
     *
     * @throws NotFound when the register has no such division
     */
    public BoardYear year(Actor actor, DivisionCode code, Period period) {
        AccessPolicy.require(actor, Action.READ_STAFF, code.prefix());
        Division division = known(code);
        Reading reading = new Reading(code, period);
        return new BoardYear(
                period,
                reading.line(division),
                reading.months,
                divisions.children(Optional.of(code.digits())).stream()
                        .filter(below -> below.isValidIn(period.year()))
                        .map(reading::line)
                        .toList(),
                Stream.of(Stock.Subject.values())
                        .flatMap(subject -> stocks(subject, period, code.prefix()).stream())
                        .toList(),
                store.platforms(period, code.prefix()),
                store.overdue(period, code.prefix()));
    }

    private List<Stock> stocks(Stock.Subject subject, Period period, String prefix) {
        return subject == Stock.Subject.SHOP ? shops.stocks(period, prefix) : store.stocks(subject, period, prefix);
    }

    /** The areas directly below a division as a small map shows them. */
    public List<AreaOutline> outlines(Actor actor, DivisionCode code) {
        AccessPolicy.require(actor, Action.READ_STAFF, code.prefix());
        known(code);
        return outlines.of(divisions.children(Optional.of(code.digits())));
    }

    /**
     * Sets what a division is to reach in a year; a figure that is not named has no target any more.
     *
     * @throws Refused when an amount is negative or beyond all measure
     */
    public void setTargets(Actor actor, DivisionCode code, int year, Map<Figure, Long> amounts) {
        AccessPolicy.require(actor, Action.SET_TARGET, code.prefix());
        Division division = known(code);
        if (amounts.values().stream().anyMatch(amount -> amount < 0 || amount > MOST)) {
            throw new Refused(List.of("目标应为 0 至 " + MOST + " 之间的整数"));
        }
        journal.write(actor, changes -> {
            Optional<String> before = Optional.of(JSON.writeValueAsString(targets(code, year)));
            Optional<String> after = Optional.of(JSON.writeValueAsString(amounts));
            audit.append(changes, "targets-" + year, RecordKind.DIVISION, division.id(), before, after);
            store.setTargets(changes, code.digits(), year, amounts);
            return null;
        });
    }

    private Map<Figure, Long> targets(DivisionCode code, int year) {
        Map<Figure, Long> amounts = new EnumMap<>(Figure.class);
        store.targets(year, code.prefix()).stream()
                .filter(target -> target.division().equals(code.digits()))
                .forEach(target -> amounts.put(target.figure(), target.amount()));
        return amounts;
    }

    /** A town's or village's map was published; whoever may sign for its division says so. */
    public void publish(Actor actor, MapEdition edition) {
        AccessPolicy.require(actor, Action.EDIT_PLACE, edition.divisionCode());
        journal.write(actor, changes -> {
            long division = known(new DivisionCode(edition.divisionCode())).id();
            audit.append(
                    changes,
                    "publish-map",
                    RecordKind.DIVISION,
                    division,
                    Optional.empty(),
                    Optional.of(JSON.writeValueAsString(Map.of("kind", edition.kind(), "sha256", edition.sha256()))));
            store.insertEdition(changes, edition);
            return null;
        });
    }

    private Division known(DivisionCode code) {
        return divisions.find(code.digits()).orElseThrow(() -> new NotFound("没有区划代码为 " + code + " 的行政区划"));
    }

    /** What was counted for a division and the level below it. */
    private final class Reading {

        private final DivisionCode code;
        private final int digits;
        private final Map<Figure, List<Long>> months = new EnumMap<>(Figure.class);
        private final Map<String, Map<Figure, Long>> figures = new HashMap<>();
        private final Map<String, Map<Figure, Long>> targets = new HashMap<>();
        private final Map<String, Share> named = new HashMap<>();
        private final Map<String, Share> signed = new HashMap<>();

        Reading(DivisionCode code, Period period) {
            this.code = code;
            this.digits = digitsBelow(code);
            for (Figure figure : Figure.values()) {
                Long[] byMonth = Stream.generate(() -> 0L).limit(MONTHS).toArray(Long[]::new);
                for (Count count : store.count(figure, period, code.prefix(), digits)) {
                    byMonth[count.month() - 1] += count.amount();
                    add(count.division(), figure, count.amount());
                }
                months.put(figure, List.of(byMonth));
            }
            for (BoardStore.Streets streets : store.streets(period, store.lastChange(period), code.prefix(), digits)) {
                put(named, streets.division(), new Share(streets.named(), streets.all()));
                put(signed, streets.division(), new Share(streets.signed(), streets.named()));
            }
            unnamed.byVillage(divisions.generation()).forEach((village, amount) -> {
                if (village.startsWith(code.prefix())) {
                    put(named, village.substring(0, digits), new Share(0, amount));
                }
            });
            for (BoardStore.Target target : store.targets(period.year(), code.prefix())) {
                targets.computeIfAbsent(target.division(), area -> new EnumMap<>(Figure.class))
                        .put(target.figure(), target.amount());
            }
        }

        private void add(String area, Figure figure, long amount) {
            for (String key : keys(area)) {
                figures.computeIfAbsent(key, any -> new EnumMap<>(Figure.class)).merge(figure, amount, Long::sum);
            }
        }

        private void put(Map<String, Share> shares, String area, Share share) {
            keys(area).forEach(key -> shares.merge(key, share, Share::plus));
        }

        /** The whole division's code, and that of the area below it when the record says so much. */
        private List<String> keys(String area) {
            String below = area + "0".repeat(CODE_DIGITS - area.length());
            return below.equals(code.digits()) ? List.of(below) : List.of(code.digits(), below);
        }

        BoardArea line(Division division) {
            String area = division.code().digits();
            return new BoardArea(
                    area,
                    division.name(),
                    figures.getOrDefault(area, Map.of()),
                    targets.getOrDefault(area, Map.of()),
                    named.getOrDefault(area, Share.NOTHING),
                    signed.getOrDefault(area, Share.NOTHING));
        }
    }

    /** As many digits as the areas directly below have; a city without counties goes on with its towns. */
    private int digitsBelow(DivisionCode code) {
        List<Division> below = new ArrayList<>(divisions.children(Optional.of(code.digits())));
        return below.isEmpty()
                ? DivisionLevel.VILLAGE.digits()
                : below.getFirst().code().level().digits();
    }
}
