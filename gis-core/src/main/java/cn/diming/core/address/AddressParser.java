package cn.diming.core.address;

import cn.diming.core.record.PlaceCategory;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.text.HanText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an address part by part from the left, following several readings at once and keeping those that explain the text
 * best. What the gazetteer knows counts most, inside the division read so far; what only has the form of a part counts less.
 * So 村 within a name (麦村村, 南村镇南村) does not cut it.
 */
public final class AddressParser {

    private static final int WIDTH = 16;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 15;
    /** Each part must earn this before it counts: few long parts go before many short ones. */
    private static final double PART_COST = 0.6;

    private static final double UNREAD = -1.3;
    private static final double AT_END = -0.1;
    private static final double KNOWN = 1.2;
    private static final double KNOWN_STEM = 0.75;

    private final Gazetteer gazetteer;

    public AddressParser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** A reading of the text up to a place. */
    private record Reading(
            int end,
            Optional<Reading> before,
            Optional<AddressPart> part,
            String division,
            String unread,
            double score) {

        static final Reading EMPTY = new Reading(0, Optional.empty(), Optional.empty(), "", "", 0);

        Reading with(int to, AddressPart next, double points) {
            String inside = next.code().map(code -> prefix(code)).orElse(division);
            return new Reading(to, Optional.of(this), Optional.of(next), inside, unread, score + points - PART_COST);
        }

        private static String prefix(String code) {
            return new DivisionCode(code).prefix();
        }

        Reading skipping(char next) {
            return new Reading(end + 1, before, part, division, unread + next, score + UNREAD);
        }

        boolean allows(AddressLevel level) {
            return part.isEmpty() || (level.mayFollow(part.get().level()) && !has(level));
        }

        private boolean has(AddressLevel level) {
            return part.isPresent()
                    && (part.get().level() == level || before.orElse(EMPTY).has(level));
        }

        /** Bare digits behind a street are a door's number, not a room. */
        boolean wantsDoorBefore(PartReader.Found next) {
            return next.level() == AddressLevel.ROOM
                    && Character.isDigit(next.text().charAt(next.text().length() - 1))
                    && part.filter(last -> last.level().compareTo(AddressLevel.ESTATE) < 0)
                            .isPresent();
        }

        List<AddressPart> parts() {
            List<AddressPart> parts = before.map(Reading::parts).orElseGet(ArrayList::new);
            part.ifPresent(parts::add);
            return parts;
        }
    }

    /**
     * Reads an address.
     *
     * @param names of places; asked about the pieces of {@link #possibleNames}
     * @throws IllegalArgumentException for a text longer than 200 characters; the message is Chinese
     */
    public Address parse(String text, PlaceNames names) {
        String folded = folded(text);
        if (folded.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("地址至多 " + LONGEST_TEXT + " 个字");
        }
        List<List<Reading>> readings = new ArrayList<>();
        for (int i = 0; i <= folded.length(); i++) {
            readings.add(new ArrayList<>());
        }
        readings.getFirst().add(Reading.EMPTY);
        PartReader reader = new PartReader(folded);
        for (int at = 0; at < folded.length(); at++) {
            List<PartReader.Found> found = reader.at(at);
            for (Reading reading : best(readings.get(at))) {
                extend(reading, folded, at, found, names, readings);
            }
        }
        return best(readings.getLast()).stream()
                .findFirst()
                .map(reading -> new Address(reading.parts(), reading.unread))
                .orElseGet(() -> new Address(List.of(), folded));
    }

    private static String folded(String text) {
        return HanText.folded(text)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s,，、;；()（）]+", "")
                .replace("號", "号");
    }

    /** Every piece of the text that might be the name of a place, so that all can be looked up at once. */
    public static Set<String> possibleNames(String text) {
        String folded = folded(text);
        Set<String> pieces = new LinkedHashSet<>();
        for (int from = 0; from < Math.min(folded.length(), LONGEST_TEXT); from++) {
            for (int to = from + 2; to <= Math.min(folded.length(), from + LONGEST_NAME); to++) {
                pieces.add(folded.substring(from, to));
            }
        }
        return pieces;
    }

    private static List<Reading> best(List<Reading> readings) {
        return readings.stream()
                .sorted(Comparator.comparingDouble(Reading::score).reversed())
                .limit(WIDTH)
                .toList();
    }

    private void extend(
            Reading reading,
            String text,
            int at,
            List<PartReader.Found> found,
            PlaceNames names,
            List<List<Reading>> readings) {
        addDivisions(reading, text, at, readings);
        addPlaces(reading, text, at, names, readings);
        for (PartReader.Found part : found) {
            if (reading.allows(part.level()) && !reading.wantsDoorBefore(part)) {
                int length = part.end() - at;
                readings.get(part.end())
                        .add(reading.with(
                                part.end(), AddressPart.guessed(part.level(), part.text()), part.weight() * length));
            }
        }
        if (reading.allows(AddressLevel.POI)) {
            double points = AT_END * (text.length() - at);
            readings.getLast()
                    .add(reading.with(
                            text.length(), AddressPart.guessed(AddressLevel.POI, text.substring(at)), points));
        }
        readings.get(at + 1).add(reading.skipping(text.charAt(at)));
    }

    private void addDivisions(Reading reading, String text, int at, List<List<Reading>> readings) {
        int last = Math.min(text.length(), at + gazetteer.longestDivisionName());
        for (int end = at + 2; end <= last; end++) {
            for (Gazetteer.Named named : gazetteer.divisions(text.substring(at, end), reading.division)) {
                Division division = named.division();
                AddressLevel level = AddressLevel.values()[division.level().number() - 1];
                if (reading.allows(level)) {
                    AddressPart part = new AddressPart(
                            level, division.name(), Optional.of(division.code().digits()), true);
                    double weight = named.whole() ? KNOWN : KNOWN_STEM;
                    readings.get(end).add(reading.with(end, part, weight * (end - at)));
                }
            }
        }
    }

    private static void addPlaces(
            Reading reading, String text, int at, PlaceNames names, List<List<Reading>> readings) {
        for (int end = at + 2; end <= Math.min(text.length(), at + LONGEST_NAME); end++) {
            String name = text.substring(at, end);
            Set<PlaceCategory> categories = names.find(name, reading.division);
            for (PlaceCategory category : categories) {
                AddressLevel level = level(category, name);
                if (reading.allows(level)) {
                    readings.get(end)
                            .add(reading.with(
                                    end, new AddressPart(level, name, Optional.empty(), true), KNOWN * (end - at)));
                }
            }
        }
    }

    private static AddressLevel level(PlaceCategory category, String name) {
        return switch (category) {
            case STREET -> name.matches(".*[巷弄里坊围约]|.*胡同") ? AddressLevel.LANE : AddressLevel.STREET;
            case NATURAL_VILLAGE -> AddressLevel.NATURAL_VILLAGE;
            case ESTATE -> AddressLevel.ESTATE;
            case VILLAGE_SEAT -> AddressLevel.VILLAGE;
            case DIVISION, NATURAL, PARK, FACILITY, OTHER -> AddressLevel.POI;
        };
    }
}
