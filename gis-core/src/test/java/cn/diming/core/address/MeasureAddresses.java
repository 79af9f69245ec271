package cn.diming.core.address;

import cn.diming.core.fixtures.SharedData;
import cn.diming.core.numbering.PlateNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of an address is read right, by level: real road names, numbers, buildings, units, rooms and estates as people wrote
 * them, put together; no street or estate of them is in the gazetteer. {@code scripts/bench addresses}
 */
public final class MeasureAddresses {

    private static final String DIVISIONS = "广东省广州市南沙区东涌镇";

    private final PlaceNames names = TestGazetteer.placesOfNansha();
    private final AddressParser parser = new AddressParser(TestGazetteer.ofNansha());
    private final Map<AddressLevel, int[]> counts = new EnumMap<>(AddressLevel.class);
    private final List<String> missed = new ArrayList<>();

    MeasureAddresses() {
        addresses().forEach(this::read);
    }

    /** Prints the share of each level and some of what was missed. */
    public static void main(String[] arguments) {
        MeasureAddresses measured = new MeasureAddresses();
        measured.counts.forEach((level, count) ->
                System.out.printf("%s %d of %d, %.2f %%%n", level, count[1], count[0], 100 * measured.share(level)));
        measured.missed.stream().limit(40).forEach(System.out::println);
    }

    double share(AddressLevel level) {
        int[] count = counts.getOrDefault(level, new int[] {1, 0});
        return (double) count[1] / count[0];
    }

    private void read(Map<AddressLevel, String> expected) {
        String text = DIVISIONS + String.join("", expected.values());
        Address read = parser.parse(text, names);
        expected.forEach((level, part) -> {
            int[] count = counts.computeIfAbsent(level, any -> new int[2]);
            count[0]++;
            Optional<String> found = read.text(level);
            if (found.filter(standard(level, part)::equals).isPresent()) {
                count[1]++;
            } else {
                missed.add(level + " " + text + " → "
                        + read.parts().stream()
                                .skip(4)
                                .map(p -> p.level() + "=" + p.text())
                                .collect(Collectors.joining(" "))
                        + " " + read.rest());
            }
        });
    }

    private static String standard(AddressLevel level, String written) {
        return level == AddressLevel.NUMBER
                ? PlateNumber.find(written).orElseThrow().text()
                : written;
    }

    private static List<Map<AddressLevel, String>> addresses() {
        List<String> roads = spellings("road", ".*[路街道巷]");
        List<String> numbers = spellings("roadno", "\\d+(-\\d+)?号");
        List<String> estates = spellings("community", "[\\p{IsHan}]{2,8}(花园|苑|小区|公寓|新村|家园|花苑)");
        List<String> buildings = spellings("houseno", "\\d+[幢栋座]|\\d+号楼");
        List<String> units = spellings("cellno", "\\d+单元");
        List<String> rooms = spellings("roomno", "\\d{3,4}室?");
        List<Map<AddressLevel, String>> addresses = new ArrayList<>();
        for (int i = 0; i < roads.size(); i++) {
            Map<AddressLevel, String> address = new LinkedHashMap<>();
            String road = roads.get(i);
            address.put(road.endsWith("巷") ? AddressLevel.LANE : AddressLevel.STREET, road);
            address.put(AddressLevel.NUMBER, numbers.get(i % numbers.size()));
            if (i % 5 == 0) {
                address.put(AddressLevel.ESTATE, estates.get(i % estates.size()));
            }
            if (i % 2 == 0) {
                address.put(AddressLevel.BUILDING, buildings.get(i % buildings.size()));
            }
            if (i % 4 == 0) {
                address.put(AddressLevel.UNIT, units.get(i % units.size()));
            }
            if (i % 3 == 0) {
                address.put(AddressLevel.ROOM, rooms.get(i % rooms.size()));
            }
            addresses.add(address);
        }
        return addresses;
    }

    private static List<String> spellings(String kind, String form) {
        try (Stream<String> lines = Files.lines(SharedData.file("places/cn_road_names_from_annotated_addresses.tsv"))) {
            return lines.map(line -> line.split("\t"))
                    .filter(cells -> cells[0].equals(kind) && cells[1].matches(form))
                    .map(cells -> cells[1])
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
