package cn.diming.api.dmfw;

import cn.diming.api.answer.ClassNames;
import cn.diming.api.search.AddressParts;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.SearchHit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our records and divisions in the words of 国家地名信息库; coordinates are CGCS2000 on both sides. */
final class DmfwRecords {

    private final DivisionTree divisions;

    DmfwRecords(DivisionTree divisions) {
        this.divisions = divisions;
    }

    Map<String, Object> record(SearchHit hit) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", Long.toString(hit.id()));
        record.put("place_code", hit.code().orElse(""));
        record.put("standard_name", hit.name());
        record.put("roman_alphabet_spelling", hit.romanised().orElse(""));
        record.put("ethnic_minorities_writing", "");
        record.put(
                "place_type", ClassNames.name(hit.classCode()).orElse(hit.kind().title()));
        record.put("place_type_code", ClassNames.code(hit.classCode()).orElse(""));
        AddressParts parts = AddressParts.of(hit, divisions);
        put(record, "province", parts, DivisionLevel.PROVINCE);
        put(record, "city", parts, DivisionLevel.PREFECTURE);
        put(record, "area", parts, DivisionLevel.COUNTY);
        record.put("gdm", Map.of("type", "multipoint", "coordinates", List.of(List.of(hit.lon(), hit.lat()))));
        return record;
    }

    private static void put(Map<String, Object> record, String key, AddressParts parts, DivisionLevel level) {
        record.put(key + "_name", parts.name(level).orElse(""));
        record.put(
                key,
                parts.code(level).map(code -> (code + "0000").substring(0, 6)).orElse(""));
    }

    /** What the details page adds. */
    static void addDetails(Map<String, Object> record, StoredRecord stored, String oldName) {
        record.put("old_name", oldName);
        record.put("place_meaning", stored.text("meaning").orElse(""));
        record.put("place_origin", stored.text("origin").orElse(""));
        record.put("place_history", stored.text("history").orElse(""));
        record.put("government_history", "");
    }

    Map<String, Object> division(Division division, int levels, Optional<Integer> year) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("code", division.code().digits());
        node.put("name", division.name());
        node.put("level", division.level().number());
        node.put("type", division.level().title());
        node.put(
                "children", levels > 1 ? children(Optional.of(division.code().digits()), levels - 1, year) : List.of());
        return node;
    }

    List<Map<String, Object>> children(Optional<String> code, int levels, Optional<Integer> year) {
        return divisions.children(code).stream()
                .filter(division -> year.map(division::isValidIn).orElse(division.isCurrent()))
                .map(division -> division(division, levels, year))
                .toList();
    }
}
