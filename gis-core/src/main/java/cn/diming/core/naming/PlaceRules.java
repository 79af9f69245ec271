package cn.diming.core.naming;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.text.GenericTerms;
import cn.diming.core.text.HanNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;

/** How a name fits its place: NAM-16, NAM-17 and NAM-21. */
final class PlaceRules {

    private static final int SHORTEST_HOST = 2;

    /** NAM-16: a facility bears the name of where it stands: a division above it, or a place of the district. */
    static void host(Inspection name, Report report) {
        if (name.category() != PlaceCategory.FACILITY || !name.locality().isKnown()) {
            return;
        }
        String specific = name.specific();
        List<String> stems =
                name.locality().chain().stream().map(PlaceRules::stem).toList();
        boolean ofDivision =
                stems.stream().anyMatch(stem -> stem.length() >= SHORTEST_HOST && specific.startsWith(stem));
        if (!ofDivision && !isNamedAfterAPlace(name, specific)) {
            report.on("NAM-16")
                    .suggest(stems.reversed().stream()
                            .limit(2)
                            .map(stem -> stem + name.generic().orElse(""))
                            .toList())
                    .say("“" + specific + "”不是所在地的地名；设施一般与所在地地名统一。");
        }
    }

    private static boolean isNamedAfterAPlace(Inspection name, String specific) {
        Predicate<IndexedName> here = name.inUse(Scope.DISTRICT, other -> other.category() != PlaceCategory.FACILITY);
        for (int length = specific.length(); length >= SHORTEST_HOST; length--) {
            String head = specific.substring(0, length);
            boolean found = !name.view().named(head, here).isEmpty()
                    || !name.view()
                            .find(
                                    NameKeys.specific(head),
                                    other -> here.test(other)
                                            && NameTerms.of(other.text())
                                                    .specific()
                                                    .equals(head))
                            .isEmpty();
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** NAM-17 for divisions: a town is called like its seat, a subdistrict like a street in it. */
    static void seat(Inspection name, Report report) {
        String generic = name.generic().orElse("");
        if (name.category() != PlaceCategory.DIVISION || !name.locality().isKnown()) {
            return;
        }
        if (generic.equals("镇") || generic.equals("乡")) {
            name.locality().chain().stream()
                    .filter(division -> division.level() == DivisionLevel.VILLAGE)
                    .filter(village -> !stem(village).equals(name.specific()))
                    .findFirst()
                    .ifPresent(village -> report.on("NAM-17").say("驻地在" + village.name() + "，与乡镇名称不一致。"));
        } else if (generic.equals("街道")) {
            Predicate<IndexedName> street =
                    name.inUse(Scope.DISTRICT, other -> other.category() == PlaceCategory.STREET);
            boolean none = name.view()
                    .find(
                            NameKeys.specific(name.specific()),
                            other -> street.test(other)
                                    && NameTerms.of(other.text()).specific().equals(name.specific()))
                    .isEmpty();
            if (none) {
                report.on("NAM-17").say("辖区内没有专名为“" + name.specific() + "”的街路巷；街道办事处名称一般与所在街巷一致。");
            }
        }
    }

    /** NAM-17 for streets: a third lane has a second before it. */
    static void series(Inspection name, Report report) {
        String specific = name.specific();
        int from = specific.length();
        while (from > 0 && "一二三四五六七八九十".indexOf(specific.charAt(from - 1)) >= 0) {
            from--;
        }
        long number = HanNumber.parse(specific.substring(from)).orElse(0);
        boolean headed = from > 0 && !specific.startsWith("第");
        boolean inSeries = name.category() == PlaceCategory.STREET && headed && number > 1 && number < 100;
        if (!inSeries || !name.locality().isKnown() || name.generic().isEmpty()) {
            return;
        }
        String before = specific.substring(0, from)
                + HanNumber.format(number - 1)
                + name.generic().get();
        if (name.view().named(before, name.inUse(Scope.DISTRICT, other -> true)).isEmpty()) {
            report.on("NAM-17").suggest(List.of(before)).say("还没有“" + before + "”，序列不连续。");
        }
    }

    /** NAM-21: wide, long and large enough for the generic term. */
    static void size(Inspection name, Report report) {
        String generic = FormRules.withoutSide(name.generic().orElse(""));
        EntityFacts facts = measured(name.question());
        name.rules().thresholds().stream()
                .filter(row ->
                        row.generics().contains(generic) && row.categories().contains(name.category()))
                .forEach(row -> row.fault(facts)
                        .ifPresent(fault -> report.on("NAM-21")
                                .by(row.source())
                                .suggest(fitting(name, facts))
                                .say("通名“" + generic + "”" + fault + "。")));
    }

    /** The same specific term with generic terms whose demands are met. */
    private static List<String> fitting(Inspection name, EntityFacts facts) {
        List<String> names = new ArrayList<>();
        name.rules().thresholds().stream()
                .filter(row -> row.categories().contains(name.category()) && row.isKnownToFit(facts))
                .forEach(row -> names.add(name.specific() + row.generics().getFirst()));
        return names;
    }

    /** Length and area follow from the drawing when nobody gives them. */
    private static EntityFacts measured(NameQuestion question) {
        EntityFacts facts = question.facts();
        Optional<Geometry> drawn = question.geometry();
        return new EntityFacts(
                facts.widthMetres(),
                or(facts.lengthMetres(), drawn.filter(Lineal.class::isInstance).map(Ellipsoid::lengthMetres)),
                or(
                        facts.siteSquareMetres(),
                        drawn.filter(Polygonal.class::isInstance).map(Ellipsoid::areaSquareMetres)),
                facts.floorSquareMetres(),
                facts.openSquareMetres(),
                facts.storeys(),
                facts.greenPercent(),
                facts.floorAreaRatio(),
                facts.coveragePercent());
    }

    private static OptionalDouble or(OptionalDouble given, Optional<Double> measured) {
        return given.isPresent() || measured.isEmpty() ? given : OptionalDouble.of(measured.get());
    }

    private static String stem(Division division) {
        PlaceCategory category =
                division.level() == DivisionLevel.VILLAGE ? PlaceCategory.VILLAGE_SEAT : PlaceCategory.DIVISION;
        return GenericTerms.stem(NameTerms.comparable(division.name(), category));
    }

    private PlaceRules() {}
}
