package cn.diming.api.search;

import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.MatchComponent;
import cn.diming.core.search.MatchLevel;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an address, as other services' answers name them one by one.
 *
 * @param divisions those it lies in or is, by level; a municipality stands only once
 * @param street of a door plate, or the street itself
 * @param number of the door, with 号
 */
public record AddressParts(Map<DivisionLevel, Division> divisions, Optional<String> street, Optional<String> number) {

    private static final Pattern DOOR = Pattern.compile("^(.*?)([0-9０-９]+(?:[-之][0-9一二三四五六七八九十]+)?号.*)$");

    public static AddressParts of(SearchHit hit, DivisionTree tree) {
        List<Division> chain = hit.divisionCode().map(tree::chain).orElse(List.of());
        AddressParts parts = of(chain);
        return switch (hit.kind()) {
            case STREET -> new AddressParts(parts.divisions, Optional.of(hit.name()), askedNumber(hit));
            case DOOR_PLATE -> ofDoor(parts, hit.name());
            default -> parts;
        };
    }

    /** Of divisions alone, from the highest down. */
    public static AddressParts of(List<Division> chain) {
        Map<DivisionLevel, Division> divisions = new EnumMap<>(DivisionLevel.class);
        chain.forEach(division -> divisions.put(division.level(), division));
        return new AddressParts(divisions, Optional.empty(), Optional.empty());
    }

    private static AddressParts ofDoor(AddressParts parts, String name) {
        Matcher door = DOOR.matcher(name);
        return door.matches()
                ? new AddressParts(parts.divisions, Optional.of(door.group(1)), Optional.of(door.group(2)))
                : new AddressParts(parts.divisions, Optional.of(name), Optional.empty());
    }

    /** A door that is not registered has the number that was asked for. */
    private static Optional<String> askedNumber(SearchHit hit) {
        return hit.match().level() == MatchLevel.DOOR
                ? hit.match().components().stream()
                        .filter(part -> part.part().equals("门牌"))
                        .map(MatchComponent::typed)
                        .findFirst()
                : Optional.empty();
    }

    public Optional<String> name(DivisionLevel level) {
        return Optional.ofNullable(divisions.get(level)).map(Division::name);
    }

    /** Of the deepest division down to that level: 6 digits of a county, 9 of a town, 12 of a village. */
    public Optional<String> code(DivisionLevel level) {
        return Optional.ofNullable(divisions.get(level))
                .map(d -> d.code().digits().substring(0, level.digits()));
    }

    /** Whether the hit is a division, which then stands among its own parts. */
    public static boolean isDivision(SearchHit hit) {
        return hit.kind() == SearchKind.DIVISION;
    }
}
