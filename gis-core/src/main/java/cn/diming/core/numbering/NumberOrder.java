package cn.diming.core.numbering;

import cn.diming.core.numbering.StreetLayout.Stand;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The order of numbers on one street: DP-01 to DP-03, DP-08, DP-09 and DP-12. */
final class NumberOrder {

    private final StreetLayout layout;
    private final Optional<NumberingProfile> profile;
    private final CheckLimits limits;
    private final List<PlateFinding> findings;

    NumberOrder(
            StreetLayout layout, Optional<NumberingProfile> profile, CheckLimits limits, List<PlateFinding> findings) {
        this.layout = layout;
        this.profile = profile;
        this.limits = limits;
        this.findings = findings;
    }

    /** DP-01: among the plates of one street, or of one village without streets. Rooms and units share a door's number. */
    static void duplicates(List<Plate> plates, List<PlateFinding> findings) {
        Map<String, List<Plate>> same = plates.stream()
                .filter(plate -> plate.number().isPresent() && !plate.traits().reserved())
                .collect(Collectors.groupingBy(NumberOrder::place, TreeMap::new, Collectors.toList()));
        for (List<Plate> group : same.values()) {
            if (group.size() > 1) {
                findings.add(new PlateFinding(
                        PlateRule.DP_01,
                        group.stream().map(Plate::id).sorted().toList(),
                        group.getFirst().title() + "：有 " + group.size() + " 块"));
            }
        }
    }

    private static String place(Plate plate) {
        PlateNumber number = plate.number().orElseThrow();
        return number.main() + "/" + number.sub() + "/" + plate.traits().unit().orElse("");
    }

    /** @param all of the street, with those that are only reserved */
    void check(List<Stand> stands, List<Plate> all) {
        stands.forEach(this::checkParity);
        for (Side side : Side.values()) {
            List<Stand> along = stands.stream()
                    .filter(stand -> stand.foot().side().filter(side::equals).isPresent())
                    .sorted(Comparator.comparingDouble(
                                    (Stand stand) -> stand.foot().chainage())
                            .thenComparing(Stand::number))
                    .toList();
            checkOrder(along);
        }
        checkSkips(all);
        profile.filter(NumberingProfile::isMetric).ifPresent(rule -> stands.forEach(stand -> checkMetric(rule, stand)));
    }

    private void checkParity(Stand stand) {
        if (layout.oddSide().isPresent() && stand.foot().side().isPresent()) {
            boolean oddSide = layout.oddSide().equals(stand.foot().side());
            if (oddSide != stand.number().isOdd()) {
                add(PlateRule.DP_02, stand.plate(), "位于" + (oddSide ? "单号" : "双号") + "一侧");
            }
        }
    }

    /** The fewest plates without which the numbers would rise. */
    private void checkOrder(List<Stand> along) {
        BitSet rising = RisingRun.of(along, stand -> true, this::mayPrecede);
        for (int i = rising.nextClearBit(0); i < along.size(); i = rising.nextClearBit(i + 1)) {
            add(PlateRule.DP_03, along.get(i).plate(), "与沿街前后号码次序不符");
        }
    }

    private boolean mayPrecede(Stand one, Stand next) {
        return one.number().compareTo(next.number()) <= 0
                || next.foot().chainage() - one.foot().chainage() < limits.sameChainageMetres();
    }

    private void checkSkips(List<Plate> all) {
        boolean metric = profile.filter(NumberingProfile::isMetric).isPresent();
        Set<Integer> there = all.stream()
                .flatMap(plate -> plate.number().stream())
                .map(PlateNumber::main)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Integer, Plate> plateOf = new TreeMap<>();
        all.forEach(plate -> plate.number().ifPresent(number -> plateOf.putIfAbsent(number.main(), plate)));
        for (int number : there) {
            int next = number + 2;
            Plate plate = plateOf.get(number);
            if (metric || plate == null || there.contains(next)) {
                continue;
            }
            boolean goesOn = there.stream().anyMatch(other -> other > next && other % 2 == number % 2);
            if (goesOn && limits.shunned().contains(next) && there.contains(next + 2)) {
                add(PlateRule.DP_09, plate, "其后没有 " + next + " 号");
            } else if (goesOn) {
                add(PlateRule.DP_08, plate, "其后没有 " + next + " 号，也未预留");
            }
        }
    }

    private void checkMetric(NumberingProfile rule, Stand stand) {
        int due = rule.metricNumber(stand.foot().chainage(), stand.number().isOdd());
        int off = Math.abs(due - stand.number().main());
        if (off > Math.max(2 * limits.metricNumbers(), limits.metricShare() * due)) {
            add(PlateRule.DP_12, stand.plate(), "按位置应为 " + due + " 号");
        }
    }

    private void add(PlateRule rule, Plate plate, String words) {
        findings.add(new PlateFinding(rule, new ArrayList<>(List.of(plate.id())), plate.title() + "：" + words));
    }
}
