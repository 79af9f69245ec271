package cn.diming.tiles;

import cn.diming.core.record.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a road is drawn: by the class its source gives, else by its generic term, as village streets have no class. */
final class RoadClass {

    private static final List<Map.Entry<String, String>> BY_TERM = List.of(
            Map.entry("高速", "motorway"),
            Map.entry("国道", "primary"),
            Map.entry("省道", "secondary"),
            Map.entry("大道", "primary"),
            Map.entry("公路", "secondary"),
            Map.entry("巷", "lane"),
            Map.entry("里", "lane"),
            Map.entry("弄", "lane"),
            Map.entry("坊", "lane"),
            Map.entry("街", "street"));

    /** A route number at the beginning of a name (GB/T 917-2017: G, S, X, Y or C and digits), as in X076县道. */
    private static final Pattern NUMBER = Pattern.compile("[GSXYC][0-9]{1,4}");

    /** The number of a numbered road. */
    static Optional<String> number(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.lookingAt() ? Optional.of(number.group()) : Optional.empty();
    }

    static String of(StoredRecord record, Optional<Object> stated) {
        return stated.map(Object::toString)
                .or(() -> record.text("class"))
                .orElseGet(() -> byTerm(record.text("name").orElse("")));
    }

    private static String byTerm(String name) {
        return BY_TERM.stream()
                .filter(term -> name.endsWith(term.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("tertiary");
    }

    private RoadClass() {}
}
