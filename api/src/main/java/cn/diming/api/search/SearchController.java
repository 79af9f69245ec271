package cn.diming.api.search;

import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.generated.SearchApi;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.api.generated.model.ReverseResponse;
import cn.diming.api.generated.model.SearchResponse;
import cn.diming.api.security.Limiter;
import cn.diming.api.security.Visitor;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.SearchKind;
import cn.diming.core.search.SearchRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Finds by name and by place. */
@RestController
class SearchController implements SearchApi {

    private final PlaceSearch search;
    private final Visitor visitor;
    private final Precision precision;
    private final Limiter limiter;
    private final HttpServletRequest request;

    SearchController(
            PlaceSearch search, Visitor visitor, Precision precision, Limiter limiter, HttpServletRequest request) {
        this.search = search;
        this.visitor = visitor;
        this.precision = precision;
        this.limiter = limiter;
        this.request = request;
    }

    @Override
    public ResponseEntity<SearchResponse> search(
            String q,
            @Nullable List<Double> near,
            @Nullable List<Double> bbox,
            @Nullable String division,
            @Nullable List<RecordKind> kinds,
            Integer limit,
            String crs,
            Boolean explain) {
        SearchDtos dtos = dtos(crs);
        SearchRequest wanted = wanted(q, near, bbox, division, kinds, limit, explain);
        return ResponseEntity.ok(dtos.response(q, search.search(wanted)));
    }

    @Override
    public ResponseEntity<SearchResponse> suggest(
            String q,
            @Nullable List<Double> near,
            @Nullable List<Double> bbox,
            @Nullable String division,
            @Nullable List<RecordKind> kinds,
            Integer limit,
            String crs) {
        SearchDtos dtos = dtos(crs);
        SearchRequest wanted = wanted(q, near, bbox, division, kinds, limit, false);
        return ResponseEntity.ok(dtos.response(q, search.suggest(wanted)));
    }

    @Override
    public ResponseEntity<ReverseResponse> reverse(
            Double lon, Double lat, Double radius, @Nullable List<RecordKind> kinds, Integer limit, String crs) {
        LonLat point = new LonLat(lon, lat);
        SearchDtos dtos = dtos(crs);
        return ResponseEntity.ok(dtos.reverse(point, search.reverse(point, radius, kinds(kinds), limit)));
    }

    private SearchDtos dtos(String crs) {
        limiter.admitSearch(request);
        return new SearchDtos(OutputCrs.parse(crs, precision.decimalsFor(visitor.actor())));
    }

    private static SearchRequest wanted(
            String q,
            @Nullable List<Double> near,
            @Nullable List<Double> bbox,
            @Nullable String division,
            @Nullable List<RecordKind> kinds,
            int limit,
            boolean explain) {
        return new SearchRequest(
                q,
                Optional.ofNullable(near).map(at -> new LonLat(at.get(0), at.get(1))),
                Optional.ofNullable(bbox).map(box -> new Bbox(box.get(0), box.get(1), box.get(2), box.get(3))),
                Optional.ofNullable(division),
                kinds(kinds),
                limit,
                explain);
    }

    private static Set<SearchKind> kinds(@Nullable List<RecordKind> kinds) {
        return kinds == null
                ? Set.of()
                : kinds.stream().map(kind -> SearchKind.valueOf(kind.name())).collect(Collectors.toSet());
    }
}
