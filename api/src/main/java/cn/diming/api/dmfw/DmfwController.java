package cn.diming.api.dmfw;

import cn.diming.api.answer.ClassNames;
import cn.diming.api.answer.Given;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.RecordStore;
import cn.diming.core.record.Records;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.search.HitPage;
import cn.diming.core.search.NameCounts;
import cn.diming.core.search.NameCounts.Sameness;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.SearchFilter;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public queries of 国家地名信息库 (dmfw.mca.gov.cn) under {@code /dmfw}: divisions, names, details, statistics of names. */
@RestController
class DmfwController {

    private static final int LARGEST_PAGE = 100;
    private static final int DEEPEST = 5;

    private final PlaceSearch search;
    private final Records records;
    private final RecordStore store;
    private final DmfwRecords words;

    DmfwController(PlaceSearch search, Core core) {
        this.search = search;
        this.records = core.records();
        this.store = core.store();
        this.words = new DmfwRecords(core.divisions());
    }

    /** Divisions below {@code code}, {@code maxLevel} levels deep; without a code those of the highest level. */
    @GetMapping("/dmfw/9095/xzqh/getList")
    Map<String, Object> divisions(@RequestParam Map<String, String> values) {
        int levels = Math.clamp(number(values, "maxLevel", 1), 1, DEEPEST);
        Optional<Integer> year = text(values, "year").map(text -> number(values, "year", 0));
        Optional<String> code =
                text(values, "code").filter(text -> !text.matches("0+")).map(DmfwController::full);
        List<Map<String, Object>> data = words.children(code, levels, year);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data", data);
        answer.put("message", "查询成功");
        answer.put("status", 200);
        answer.put("total", data.size());
        return answer;
    }

    /** Names like or exactly as {@code stName}, of a type, in a division. */
    @GetMapping("/dmfw/9095/stname/listPub")
    Map<String, Object> names(@RequestParam Map<String, String> values) {
        int size = Math.clamp(number(values, "size", 10), 1, LARGEST_PAGE);
        int from = (Math.clamp(number(values, "page", 1), 1, 1000) - 1) * size;
        String name = text(values, "stName").orElseThrow(() -> refused("请给出 stName。"));
        SearchFilter filter = SearchFilter.NONE;
        Optional<String> code = text(values, "code").filter(text -> !text.matches("0+"));
        filter = code.isPresent() ? filter.inDivision(prefix(code.get())) : filter;
        Optional<String> type = text(values, "placeTypeCode");
        filter = type.isPresent() ? filter.onlyClasses(Set.of(type.get())) : filter;
        boolean exact = text(values, "searchType").filter("精确"::equals).isPresent();
        HitPage exactly = search.named(name, filter, from, size);
        List<SearchHit> hits = exactly.items();
        long total = exactly.total();
        if (!exact) {
            List<SearchHit> like =
                    search.search(SearchRequest.of(name, SearchRequest.MOST).filtered(filter));
            hits = like.subList(Math.min(from, like.size()), Math.min(from + size, like.size()));
            total = like.size();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total", total);
        answer.put("records", hits.stream().map(words::record).toList());
        return answer;
    }

    /** Everything of one record. */
    @PostMapping("/dmfw/9095/stname/detailsPub")
    Map<String, Object> details(@RequestBody Map<String, Object> body) {
        String id = String.valueOf(body.getOrDefault("id", ""));
        if (!id.matches("\\d{1,16}")) {
            throw refused("请给出 id。");
        }
        StoredRecord stored = records.get(Actor.PUBLIC, Long.parseLong(id));
        Map<String, Object> record = search.lookUp(List.of(stored.id())).stream()
                .findFirst()
                .map(words::record)
                .orElseThrow(() -> new NotFound("没有编号为 " + id + " 的记录"));
        String oldNames = store.namesOf(List.of(stored.id())).getOrDefault(stored.id(), List.of()).stream()
                .filter(name -> name.kind() == RecordDraft.NameKind.FORMER)
                .map(RecordDraft.Name::text)
                .collect(Collectors.joining("、"));
        DmfwRecords.addDetails(record, stored, oldNames);
        return record;
    }

    @GetMapping("/dmfw/9095/datastatis/GroupCountNameByCode")
    Map<String, Object> namesByCode(@RequestParam Map<String, String> values) {
        return byCode(values, Sameness.NAME);
    }

    @GetMapping("/dmfw/9095/datastatis/GroupCountPinyinByCode")
    Map<String, Object> soundsByCode(@RequestParam Map<String, String> values) {
        return byCode(values, Sameness.SOUND);
    }

    @GetMapping("/dmfw/9095/datastatis/GroupCountNameByType")
    Map<String, Object> namesByType(@RequestParam Map<String, String> values) {
        return byType(values, Sameness.NAME);
    }

    @GetMapping("/dmfw/9095/datastatis/GroupCountPinyinByType")
    Map<String, Object> soundsByType(@RequestParam Map<String, String> values) {
        return byType(values, Sameness.SOUND);
    }

    private Map<String, Object> byCode(Map<String, String> values, Sameness sameness) {
        List<NameCounts.Count> counts = search.counts().byDivision(name(values), sameness, within(values));
        return Map.of(
                "data",
                counts.stream()
                        .map(row -> Map.of("name", row.name(), "code", row.code(), "count", row.count()))
                        .toList());
    }

    private Map<String, Object> byType(Map<String, String> values, Sameness sameness) {
        List<NameCounts.Count> counts = search.counts().byClass(name(values), sameness, within(values));
        return Map.of(
                "data",
                counts.stream()
                        .map(row -> Map.of(
                                "type",
                                ClassNames.name(Optional.of(row.code())).orElse(row.code()),
                                "typeCode",
                                row.code(),
                                "count",
                                row.count()))
                        .toList());
    }

    private static String name(Map<String, String> values) {
        return text(values, "name").orElseThrow(() -> refused("请给出 name。"));
    }

    private static String within(Map<String, String> values) {
        return text(values, "distCode")
                .filter(code -> !code.matches("0+"))
                .map(DmfwController::prefix)
                .orElse("");
    }

    private static Optional<String> text(Map<String, String> values, String name) {
        return Given.text(values.get(name));
    }

    private static int number(Map<String, String> values, String name, int usual) {
        Optional<String> text = text(values, name);
        if (text.isPresent() && !text.get().matches("\\d{1,6}")) {
            throw refused(name + " 应为整数。");
        }
        return text.map(Integer::valueOf).orElse(usual);
    }

    private static String full(String code) {
        if (!code.matches("[1-9]\\d{1,11}")) {
            throw refused("区划代码应为数字。");
        }
        return code + "0".repeat(12 - code.length());
    }

    private static String prefix(String code) {
        return new DivisionCode(full(code)).prefix();
    }

    private static ProblemException refused(String words) {
        return new ProblemException(ProblemType.BAD_REQUEST, words);
    }
}
