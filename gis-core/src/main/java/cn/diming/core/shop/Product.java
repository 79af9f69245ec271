package cn.diming.core.shop;

import java.math.BigDecimal;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a shop sells.
 *
 * @param season months in which there is some; empty = all year
 * @param price yuan; empty = asked for in the shop
 * @param unit what the price is for, such as 斤
 */
public record Product(
        String name, Set<Month> season, Optional<BigDecimal> price, Optional<String> unit, Optional<String> note) {

    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_UNIT = 8;
    private static final int LONGEST_NOTE = 40;
    private static final BigDecimal DEAREST = new BigDecimal("1000000");
    private static final int DECIMALS = 2;

    /** @throws cn.diming.core.record.Refused for faults of form */
    public Product {
        name = Words.line(name, LONGEST_NAME, "产品名称");
        unit = Words.line(unit, LONGEST_UNIT, "计价单位");
        note = Words.line(note, LONGEST_NOTE, "产品说明");
        season = Set.copyOf(season);
        if (name.isEmpty()) {
            throw Words.refused("产品没有名称");
        }
        if (price.filter(yuan -> yuan.signum() < 0
                        || yuan.compareTo(DEAREST) > 0
                        || yuan.stripTrailingZeros().scale() > DECIMALS)
                .isPresent()) {
            throw Words.refused("“" + name + "”的价格应为 0 至 " + DEAREST.toPlainString() + " 元，至多两位小数");
        }
    }

    /** For people: 6月至8月, or 全年. */
    public String seasonText() {
        if (season.isEmpty() || season.size() == Month.values().length) {
            return "全年";
        }
        List<Month> begins = season.stream()
                .filter(month -> !season.contains(month.minus(1)))
                .sorted()
                .toList();
        return begins.stream().map(this::run).collect(Collectors.joining("、"));
    }

    private String run(Month from) {
        Month to = from;
        while (season.contains(to.plus(1))) {
            to = to.plus(1);
        }
        return from == to ? from.getValue() + "月" : from.getValue() + "月至" + to.getValue() + "月";
    }

    /** For people: 12.5 元/斤; empty when the price is not told. */
    public Optional<String> priceText() {
        return price.map(yuan -> yuan.stripTrailingZeros().toPlainString() + " 元"
                + unit.map(one -> "/" + one).orElse(""));
    }
}
