package cn.diming.api.tianditu;

import cn.diming.api.answer.ClassNames;
import cn.diming.core.Core;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.Bias;
import cn.diming.core.search.HitPage;
import cn.diming.core.search.NameCounts;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.ReverseAnswer;
import cn.diming.core.search.SearchFilter;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchKind;
import cn.diming.core.search.SearchRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /tianditu/geocoder} and {@code /tianditu/v2/search}; the key {@code tk} is not asked for. */
@RestController
class TiandituController {

    private static final int MOST = 300;
    private static final double AROUND_METRES = 1000;
    private static final Map<String, Object> FINE = Map.of("infocode", 1000, "cndesc", "服务正常");

    private final PlaceSearch search;
    private final DivisionTree divisions;

    TiandituController(PlaceSearch search, Core core) {
        this.search = search;
        this.divisions = core.divisions();
    }

    /** An address with {@code ds}, a position with {@code postStr}. */
    @GetMapping("/tianditu/geocoder")
    Map<String, Object> geocoder(
            @RequestParam(required = false) @Nullable String ds,
            @RequestParam(required = false) @Nullable String postStr) {
        if (ds != null) {
            return forward(TiandituQuery.parse(ds).keyWord());
        }
        if (postStr == null) {
            throw new TiandituRefused("缺少 ds 或 postStr", null);
        }
        return backward(TiandituQuery.parse(postStr).point());
    }

    private Map<String, Object> forward(String keyWord) {
        Optional<SearchHit> hit =
                search.search(SearchRequest.of(keyWord, 1)).stream().findFirst();
        if (hit.isEmpty()) {
            return Map.of("msg", "无结果", "status", "101", "searchVersion", "6.0.0");
        }
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("score", Math.round(hit.get().confidence() * 100));
        location.put("level", hit.get().match().level().title());
        location.put("lon", hit.get().lon());
        location.put("lat", hit.get().lat());
        location.put("keyWord", keyWord);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("msg", "ok");
        answer.put("location", location);
        answer.put("searchVersion", "6.0.0");
        answer.put("status", "0");
        return answer;
    }

    private Map<String, Object> backward(LonLat point) {
        ReverseAnswer answer = search.reverse(point, AROUND_METRES, SearchFilter.NONE, 1);
        Map<String, Object> component = new LinkedHashMap<>();
        near(component, "address", answer.nearby().stream().findFirst());
        near(
                component,
                "poi",
                search
                        .reverse(
                                point, AROUND_METRES, Set.of(SearchKind.PLACE, SearchKind.SHOP, SearchKind.FACILITY), 1)
                        .nearby()
                        .stream()
                        .findFirst());
        near(
                component,
                "road",
                search.reverse(point, AROUND_METRES, Set.of(SearchKind.STREET), 1).nearby().stream()
                        .findFirst());
        component.put("city", name(answer, DivisionLevel.PREFECTURE));
        component.put("county", name(answer, DivisionLevel.COUNTY));
        component.put("town", name(answer, DivisionLevel.TOWN));
        component.put("province", name(answer, DivisionLevel.PROVINCE));
        component.put("nation", "中国");
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("formatted_address", answer.text().replace(" ", ""));
        result.put("location", Map.of("lon", point.lon(), "lat", point.lat()));
        result.put("addressComponent", component);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("result", result);
        body.put("msg", "ok");
        body.put("status", "0");
        return body;
    }

    private static void near(Map<String, Object> component, String key, Optional<ReverseAnswer.Nearby> near) {
        component.put(key, near.map(found -> found.hit().name()).orElse(""));
        component.put(
                key + "_distance",
                near.map(found -> Math.round(found.distanceMetres())).orElse(0L));
        if (!key.equals("road")) {
            component.put(
                    key + "_position", near.map(ReverseAnswer.Nearby::direction).orElse(""));
        }
    }

    private static String name(ReverseAnswer answer, DivisionLevel level) {
        return answer.divisions().stream()
                .filter(division -> division.level() == level)
                .map(division -> division.name())
                .findFirst()
                .orElse("");
    }

    /** queryType 1 anywhere, 2 in view, 3 around a point, 4 suggestions, 7 names only, 10 in a polygon, 12 in a division, 13 by class, 14 counts. */
    @GetMapping("/tianditu/v2/search")
    Map<String, Object> search(@RequestParam String postStr) {
        TiandituQuery query = TiandituQuery.parse(postStr);
        int type = query.whole("queryType", 1);
        int from = Math.max(0, query.whole("start", 0));
        int count = Math.clamp(query.whole("count", 10), 1, MOST);
        return switch (type) {
            case 3 -> around(query, from, count);
            case 4 -> suggestions(query, count);
            case 13 -> pois(query, query.filter(), from, count);
            case 14 -> statistics(query);
            default -> pois(query, filter(query, type), from, count);
        };
    }

    private static SearchFilter filter(TiandituQuery query, int type) {
        SearchFilter filter = query.filter();
        if (type == 2) {
            return query.mapBound().map(filter::within).orElse(filter);
        }
        return type == 7 ? filter.only(EnumSet.of(SearchKind.PLACE, SearchKind.DIVISION, SearchKind.STREET)) : filter;
    }

    private Map<String, Object> pois(TiandituQuery query, SearchFilter filter, int from, int count) {
        Optional<Bias> bias = query.mapBound().map(box -> Bias.near(box.centre()));
        List<SearchHit> hits =
                search.search(new SearchRequest(query.keyWord(), bias, filter, SearchRequest.MOST, false));
        return pois(
                query.keyWord(),
                hits.subList(Math.min(from, hits.size()), Math.min(from + count, hits.size())),
                hits.size());
    }

    private Map<String, Object> around(TiandituQuery query, int from, int count) {
        LonLat centre = query.pointLonLat().orElseThrow(() -> new TiandituRefused("缺少 pointLonlat", null));
        double radius = Math.max(1, query.whole("queryRadius", (int) AROUND_METRES));
        Optional<String> keyWord = query.text("keyWord");
        if (keyWord.isEmpty()) {
            HitPage page = search.nearby(centre, radius, query.filter(), from, count);
            return pois("", page.items(), page.total());
        }
        SearchRequest request = SearchRequest.of(keyWord.get(), SearchRequest.MOST)
                .filtered(query.filter())
                .near(centre);
        List<SearchHit> near = search.search(request).stream()
                .filter(hit -> hit.distanceMetres().orElse(0) <= radius)
                .toList();
        return pois(
                keyWord.get(),
                near.subList(Math.min(from, near.size()), Math.min(from + count, near.size())),
                near.size());
    }

    private Map<String, Object> pois(String keyWord, List<SearchHit> hits, long total) {
        Map<String, Object> answer = answer(1, keyWord, total);
        answer.put("pois", hits.stream().map(this::poi).toList());
        return answer;
    }

    private Map<String, Object> poi(SearchHit hit) {
        Map<String, Object> poi = new LinkedHashMap<>();
        poi.put("name", hit.name());
        poi.put("address", hit.address());
        poi.put("lonlat", hit.lon() + "," + hit.lat());
        poi.put("phone", "");
        poi.put("hotPointID", Long.toString(hit.id()));
        poi.put("poiType", "101");
        poi.put("typeName", ClassNames.name(hit.classCode()).orElse(hit.kind().title()));
        hit.distanceMetres().ifPresent(metres -> poi.put("distance", Math.round(metres) + "m"));
        return poi;
    }

    private Map<String, Object> suggestions(TiandituQuery query, int count) {
        List<SearchHit> hits = search.suggest(
                SearchRequest.of(query.keyWord(), Math.min(count, 20)).filtered(query.filter()));
        Map<String, Object> answer = answer(4, query.keyWord(), hits.size());
        answer.put(
                "suggests",
                hits.stream()
                        .map(hit -> Map.of(
                                "name", hit.name(),
                                "address", hit.address(),
                                "gbCode",
                                        hit.divisionCode()
                                                .map(code -> "156" + code.substring(0, 6))
                                                .orElse("")))
                        .toList());
        return answer;
    }

    private Map<String, Object> statistics(TiandituQuery query) {
        List<NameCounts.Count> counts = search.counts()
                .byDivision(
                        query.keyWord(),
                        NameCounts.Sameness.NAME,
                        query.filter().divisionPrefix().orElse(""));
        long total = counts.stream().mapToLong(NameCounts.Count::count).sum();
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("count", total);
        statistics.put("adminCount", counts.size());
        statistics.put(
                "allAdmins",
                counts.stream()
                        .map(row -> Map.of(
                                "adminName", row.name(),
                                "adminCode", "156" + row.code().substring(0, 6),
                                "count", row.count(),
                                "lonlat", seat(row.code())))
                        .toList());
        Map<String, Object> answer = answer(2, query.keyWord(), total);
        answer.put("statistics", statistics);
        return answer;
    }

    private String seat(String code) {
        return divisions
                .find(code)
                .flatMap(division -> division.seat())
                .map(seat -> seat.lon() + "," + seat.lat())
                .orElse("");
    }

    private static Map<String, Object> answer(int resultType, String keyWord, long count) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", Long.toString(count));
        answer.put("resultType", resultType);
        answer.put("keyWord", keyWord);
        answer.put("status", FINE);
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(TiandituRefused refused) {
        return ResponseEntity.badRequest().body(Map.of("msg", String.valueOf(refused.getMessage()), "status", "404"));
    }
}
