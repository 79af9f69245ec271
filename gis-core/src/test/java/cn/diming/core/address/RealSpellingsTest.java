package cn.diming.core.address;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.fixtures.SharedData;
import cn.diming.core.numbering.PlateNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real road names with real spellings of numbers, buildings and rooms, put together; none is in the gazetteer. */
class RealSpellingsTest {

    private static final PlaceNames NAMES = TestGazetteer.placesOfNansha();
    private static final AddressParser PARSER = new AddressParser(TestGazetteer.ofNansha());

    @Test
    void mostPartsAreReadThoughNoNameIsKnown() throws IOException {
        Map<AddressLevel, int[]> counts = new EnumMap<>(AddressLevel.class);
        for (Map<AddressLevel, String> expected : addresses()) {
            String text = String.join("", expected.values());
            Address read = PARSER.parse(text, NAMES);
            expected.forEach((level, part) -> {
                int[] count = counts.computeIfAbsent(level, key -> new int[2]);
                count[0]++;
                if (read.text(level).filter(standard(level, part)::equals).isPresent()) {
                    count[1]++;
                }
            });
        }
        assertThat(share(counts, AddressLevel.STREET)).isGreaterThan(0.98);
        assertThat(share(counts, AddressLevel.NUMBER)).isGreaterThan(0.98);
        assertThat(share(counts, AddressLevel.BUILDING)).isGreaterThan(0.98);
        assertThat(share(counts, AddressLevel.ROOM)).isGreaterThan(0.98);
    }

    private static double share(Map<AddressLevel, int[]> counts, AddressLevel level) {
        int[] count = counts.getOrDefault(level, new int[] {1, 0});
        return (double) count[1] / count[0];
    }

    private static String standard(AddressLevel level, String written) {
        return level == AddressLevel.NUMBER
                ? PlateNumber.find(written).orElseThrow().text()
                : written;
    }

    private static List<Map<AddressLevel, String>> addresses() throws IOException {
        List<String> roads = spellings("road", ".*[路街道巷]");
        List<String> numbers = spellings("roadno", "\\d+(-\\d+)?号");
        List<String> buildings = spellings("houseno", "\\d+[幢栋座]|\\d+号楼");
        List<String> rooms = spellings("roomno", "\\d{3,4}室?");
        List<Map<AddressLevel, String>> addresses = new ArrayList<>();
        for (int i = 0; i < roads.size(); i++) {
            Map<AddressLevel, String> address = new LinkedHashMap<>();
            String road = roads.get(i);
            address.put(road.endsWith("巷") ? AddressLevel.LANE : AddressLevel.STREET, road);
            address.put(AddressLevel.NUMBER, numbers.get(i % numbers.size()));
            if (i % 2 == 0) {
                address.put(AddressLevel.BUILDING, buildings.get(i % buildings.size()));
            }
            if (i % 3 == 0) {
                address.put(AddressLevel.ROOM, rooms.get(i % rooms.size()));
            }
            addresses.add(address);
        }
        return addresses;
    }

    private static List<String> spellings(String kind, String form) throws IOException {
        try (Stream<String> lines = Files.lines(SharedData.file("places/cn_road_names_from_annotated_addresses.tsv"))) {
            return lines.map(line -> line.split("\t"))
                    .filter(cells -> cells[0].equals(kind) && cells[1].matches(form))
                    .map(cells -> cells[1])
                    .toList();
        }
    }
}
