package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.ground.Ground;
import cn.diming.tiles.sheet.ground.GroundFeature;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.margin.FactsBlock.Fact;
import java.util.ArrayList;
import java.util.List;

/** What the register counts in a territory. A figure that is not known is left out. */
final class SheetFacts {

    private static final int VILLAGE = 5;

    static List<Fact> of(Ground ground, Territory own) {
        List<Fact> facts = new ArrayList<>();
        double squareKilometres = own.area().getArea() / 1e6;
        facts.add(new Fact("面积", "%.2f km²".formatted(squareKilometres)));
        List<Territory> parts = own.level() < VILLAGE ? ground.within(own) : List.of();
        if (!parts.isEmpty()) {
            facts.add(new Fact(own.level() == 4 ? "村（居）" : "乡镇", parts.size() + " 个"));
        }
        count(facts, "户数", sum(own, parts, "households"), "户");
        count(facts, "人口", sum(own, parts, "population"), "人");
        List<GroundFeature> places = ground.of(own, "place");
        count(facts, "自然村", ofClass(places, "natural_village"), "个");
        count(
                facts,
                "街路巷",
                ground.of(own, "road").stream()
                        .map(GroundFeature::name)
                        .filter(name -> name.isPresent())
                        .distinct()
                        .count(),
                "条");
        count(facts, "门牌", ground.of(own, "door_plate").size(), "块");
        count(facts, "地名标志", ground.of(own, "sign").size(), "座");
        return facts;
    }

    private static long ofClass(List<GroundFeature> features, String name) {
        return features.stream()
                .filter(feature -> feature.text("class").filter(name::equals).isPresent())
                .count();
    }

    private static long sum(Territory own, List<Territory> parts, String property) {
        long whole = number(own, property);
        return whole > 0
                ? whole
                : parts.stream().mapToLong(part -> number(part, property)).sum();
    }

    private static long number(Territory one, String property) {
        return one.properties().get(property) instanceof Number number ? number.longValue() : 0;
    }

    private static void count(List<Fact> facts, String label, long count, String unit) {
        if (count > 0) {
            facts.add(new Fact(label, "%,d %s".formatted(count, unit)));
        }
    }

    private SheetFacts() {}
}
