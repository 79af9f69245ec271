package cn.diming.core.numbering;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the street that a plate lies on: DP-04 to DP-07 and DP-17. */
final class StreetMatch {

    private static final int TOWN_DIGITS = 9;

    private final CheckLimits limits;
    private final Map<Long, PlatedStreet> byId = new HashMap<>();
    private final Map<String, List<PlatedStreet>> byName = new HashMap<>();
    private final Map<Long, StreetAxis> axes = new HashMap<>();
    private final STRtree tree = new STRtree();

    StreetMatch(List<PlatedStreet> streets, CheckLimits limits) {
        this.limits = limits;
        for (PlatedStreet street : streets) {
            byId.put(street.id(), street);
            axes.put(street.id(), StreetAxis.of(street.line(), point -> 0));
            tree.insert(street.line().getEnvelopeInternal(), street.id());
            add(street.name(), street);
            street.formerNames().forEach(name -> add(name, street));
        }
    }

    private void add(String name, PlatedStreet street) {
        byName.merge(
                name,
                List.of(street),
                (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }

    /** The id of the plate's street; what is doubtful about it goes to {@code findings}. */
    Optional<Long> find(Plate plate, List<PlateFinding> findings) {
        Optional<PlatedStreet> said = plate.street().stream()
                .boxed()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .findFirst();
        List<PlatedStreet> named = said.map(List::of).orElseGet(() -> inTown(plate));
        if (named.isEmpty()) {
            findings.add(finding(PlateRule.DP_04, plate, "没有名为“" + plate.streetName() + "”的街路巷"));
            return Optional.empty();
        }
        if (named.size() > 1) {
            findings.add(finding(PlateRule.DP_05, plate, "有 " + named.size() + " 条“" + plate.streetName() + "”"));
        }
        PlatedStreet street = named.stream()
                .min(Comparator.comparingDouble((PlatedStreet s) -> metres(s.id(), plate))
                        .thenComparingLong(PlatedStreet::id))
                .orElseThrow();
        checkName(plate, street, findings);
        checkDistance(plate, street, findings);
        return Optional.of(street.id());
    }

    private List<PlatedStreet> inTown(Plate plate) {
        String town = plate.villageCode()
                .substring(0, Math.min(TOWN_DIGITS, plate.villageCode().length()));
        return byName.getOrDefault(plate.streetName(), List.of()).stream()
                .filter(street -> street.divisionCode().startsWith(town) || town.startsWith(street.divisionCode()))
                .toList();
    }

    private double metres(long street, Plate plate) {
        StreetAxis axis = axes.get(street);
        return axis == null || plate.position().isEmpty()
                ? 0
                : axis.locate(plate.position().get(), 0).distanceMetres();
    }

    private static void checkName(Plate plate, PlatedStreet street, List<PlateFinding> findings) {
        if (!street.name().equals(plate.streetName())
                && street.formerNames().contains(plate.streetName())
                && plate.traits().replacedOn().isEmpty()) {
            findings.add(finding(PlateRule.DP_17, plate, "街路巷已更名为“" + street.name() + "”"));
        }
    }

    private void checkDistance(Plate plate, PlatedStreet street, List<PlateFinding> findings) {
        if (plate.position().isEmpty()) {
            return;
        }
        double own = metres(street.id(), plate);
        if (own > limits.farthestMetres()) {
            findings.add(finding(PlateRule.DP_06, plate, "离“%s”约 %.0f 米".formatted(street.name(), own)));
        }
        OptionalDouble other = nearestOther(plate.position().get(), street.id(), own);
        if (other.isPresent()
                && own > limits.otherStreetRatio() * other.getAsDouble()
                && own > limits.axisToleranceMetres()) {
            findings.add(finding(
                    PlateRule.DP_07,
                    plate,
                    "离“%s”约 %.0f 米，而另一条街路巷只有 %.0f 米".formatted(street.name(), own, other.getAsDouble())));
        }
    }

    @SuppressWarnings("unchecked")
    private OptionalDouble nearestOther(LonLat position, long own, double metres) {
        List<Long> around = tree.query(Bbox.around(position, metres).toEnvelope());
        return around.stream()
                .filter(id -> id != own)
                .flatMap(id -> Optional.ofNullable(axes.get(id)).stream())
                .mapToDouble(axis -> axis.locate(position, 0).distanceMetres())
                .min();
    }

    private static PlateFinding finding(PlateRule rule, Plate plate, String words) {
        return new PlateFinding(rule, List.of(plate.id()), plate.title() + "：" + words);
    }
}
