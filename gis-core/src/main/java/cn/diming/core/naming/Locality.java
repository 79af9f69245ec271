package cn.diming.core.naming;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.region.DivisionTree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;

/**
 * Where the thing lies that is to be named, and which other names lie in the same scope.
 *
 * <p>A built-up area (建成区) is one of two things: an area drawn in the ground layer with the class {@code built-up-area}, or what
 * the 城乡分类代码 of the statistics office calls urban: 111 and 112 are the core of a city (its districts together; a county or
 * county-level city for itself), 121 to 123 the centre of a town. A subdistrict (街道) without such a code counts as core.
 */
final class Locality {

    private static final int WHOLE = 12;

    private final DivisionTree divisions;
    private final Optional<String> code;
    private final Optional<LonLat> position;
    private final Optional<Geometry> builtUpArea;
    private final Optional<String> urbanArea;
    private final double nearMetres;

    /**
     * @param code 2 to 12 digits; zeros at the end say nothing
     * @param builtUpArea the drawn one that holds the position
     * @param nearMetres within this distance, what has no code counts as lying in the same town
     */
    Locality(
            DivisionTree divisions,
            Optional<String> code,
            Optional<LonLat> position,
            Optional<Geometry> builtUpArea,
            double nearMetres) {
        this.divisions = divisions;
        this.code = code.map(Locality::significant);
        this.position = position;
        this.builtUpArea = builtUpArea;
        this.nearMetres = nearMetres;
        this.urbanArea = this.code.flatMap(this::urbanArea);
    }

    /** 12 digits. */
    Optional<String> divisionCode() {
        return code.map(digits -> digits + "0".repeat(WHOLE - digits.length()));
    }

    boolean isKnown() {
        return code.isPresent() || position.isPresent();
    }

    boolean isUrban() {
        return builtUpArea.isPresent() || urbanArea.isPresent();
    }

    /** The divisions above and around, from the highest down. */
    List<Division> chain() {
        return divisionCode().map(divisions::chain).orElse(List.of());
    }

    OptionalDouble distanceMetres(IndexedName other) {
        Optional<LonLat> there = other.position();
        return position.isPresent() && there.isPresent()
                ? OptionalDouble.of(Ellipsoid.distanceMetres(position.get(), there.get()))
                : OptionalDouble.empty();
    }

    /** The smallest scope that holds both. */
    Scope shared(IndexedName other) {
        return Arrays.stream(Scope.values())
                .filter(scope -> shares(scope, other))
                .findFirst()
                .orElse(Scope.COUNTRY);
    }

    boolean shares(Scope scope, IndexedName other) {
        return switch (scope) {
            case COUNTRY -> true;
            case BUILT_UP_AREA -> sharesBuiltUpArea(other);
            default -> sharesDivision(scope.digits(), other);
        };
    }

    /**
     * Where a code is known less deeply than the scope asks, nearness decides between what it leaves open; without positions, a
     * shared county does.
     */
    private boolean sharesDivision(int digits, IndexedName other) {
        String here = code.orElse("");
        String there = other.division() == 0 ? "" : significant(Long.toString(other.division()));
        int known = Math.min(digits, Math.min(here.length(), there.length()));
        if (!here.regionMatches(0, there, 0, known)) {
            return false;
        }
        if (known == digits) {
            return true;
        }
        if (digits == Scope.VILLAGE.digits()) {
            return false; // two villages may be very near
        }
        OptionalDouble distance = distanceMetres(other);
        return distance.isPresent() ? distance.getAsDouble() <= nearMetres : known >= Scope.DISTRICT.digits();
    }

    private boolean sharesBuiltUpArea(IndexedName other) {
        if (builtUpArea.isPresent()) {
            return other.position()
                    .filter(there -> builtUpArea.get().covers(there.toPoint()))
                    .isPresent();
        }
        return urbanArea.isPresent()
                && other.division() != 0
                && urbanArea.equals(urbanArea(significant(Long.toString(other.division()))));
    }

    /** The digits that tell the built-up area a division is part of; empty in the country. */
    private Optional<String> urbanArea(String digits) {
        if (digits.length() < Scope.TOWN.digits()) {
            return Optional.empty();
        }
        Optional<Division> division = divisions.find(digits + "0".repeat(WHOLE - digits.length()));
        String kind = division.flatMap(Division::urbanRuralCode).orElseGet(() -> isSubdistrict(digits) ? "111" : "");
        if (kind.startsWith("11")) {
            boolean district =
                    digits.charAt(4) < '2'; // 01–20 are districts of a city, 21–80 counties, 81–99 county-level cities
            return Optional.of(digits.substring(0, district ? Scope.CITY.digits() : Scope.DISTRICT.digits()));
        }
        return kind.startsWith("12") ? Optional.of(digits.substring(0, Scope.TOWN.digits())) : Optional.empty();
    }

    private boolean isSubdistrict(String digits) {
        String town = digits.substring(0, Scope.TOWN.digits());
        return divisions
                .find(town + "0".repeat(WHOLE - town.length()))
                .filter(division ->
                        division.name().endsWith("街道") || division.name().endsWith("街道办事处"))
                .isPresent();
    }

    private static String significant(String code) {
        String full = code + "0".repeat(Math.max(0, WHOLE - code.length()));
        return new DivisionCode(full).prefix();
    }
}
