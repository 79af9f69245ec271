package cn.diming.tiles.sheet.ground;

import cn.diming.core.geo.GaussKruger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** A snapshot in metres of one projection zone, indexed. For any number of threads. */
public final class Ground {

    private final GaussKruger zone;
    private final Map<String, Territory> territories;
    private final Map<String, STRtree> trees;
    private final STRtree borders;

    Ground(GaussKruger zone, List<Territory> territories, List<GroundFeature> features) {
        this.zone = zone;
        this.territories = territories.stream()
                .collect(Collectors.toMap(Territory::code, Function.identity(), (first, second) -> first));
        this.trees = features.stream().collect(Collectors.groupingBy(GroundFeature::layer)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> tree(entry.getValue())));
        this.borders = new STRtree();
        for (Border border : BorderEdges.of(this.territories.values())) {
            borders.insert(border.line().getEnvelopeInternal(), border);
        }
        borders.build();
    }

    private static STRtree tree(List<GroundFeature> features) {
        STRtree tree = new STRtree();
        features.forEach(feature -> tree.insert(feature.geometry().getEnvelopeInternal(), feature));
        tree.build();
        return tree;
    }

    public GaussKruger zone() {
        return zone;
    }

    public Optional<Territory> territory(String code) {
        return Optional.ofNullable(territories.get(code));
    }

    /** The divisions one level below, by code. */
    public List<Territory> within(Territory whole) {
        return territories.values().stream()
                .filter(one -> one.level() == whole.level() + 1 && one.code().startsWith(whole.prefix()))
                .sorted(Comparator.comparing(Territory::code))
                .toList();
    }

    /** Other divisions of the same level that meet a box, by code. */
    public List<Territory> beside(Territory own, Envelope box) {
        return territories.values().stream()
                .filter(one -> one.level() == own.level() && !one.code().equals(own.code()))
                .filter(one -> one.area().getEnvelopeInternal().intersects(box))
                .sorted(Comparator.comparing(Territory::code))
                .toList();
    }

    /** The division that a division belongs to. */
    public Optional<Territory> above(Territory own) {
        return territories.values().stream()
                .filter(one -> one.level() == own.level() - 1 && own.code().startsWith(one.prefix()))
                .findFirst();
    }

    /** The features of a layer whose boxes meet a box, in the order of their numbers. */
    @SuppressWarnings("unchecked")
    public List<GroundFeature> in(Envelope box, String layer) {
        STRtree tree = trees.get(layer);
        if (tree == null) {
            return List.of();
        }
        return ((Stream<GroundFeature>) tree.query(box).stream())
                .sorted(Comparator.comparingLong(GroundFeature::id))
                .toList();
    }

    /** All features of a layer that belong to a division, in the order of their numbers. */
    public List<GroundFeature> of(Territory whole, String layer) {
        return in(whole.area().getEnvelopeInternal(), layer).stream()
                .filter(feature -> feature.division().startsWith(whole.prefix()))
                .toList();
    }

    /** Stretches of border whose boxes meet a box. */
    @SuppressWarnings("unchecked")
    public List<Border> borders(Envelope box) {
        return ((Stream<Border>) borders.query(box).stream())
                .sorted(Comparator.comparingInt(Border::level)
                        .reversed()
                        .thenComparing(border -> String.join(
                                ",", border.codes().stream().sorted().toList()))
                        .thenComparing(border -> border.line().getCoordinate()))
                .toList();
    }
}
