package cn.diming.api.search;

import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.generated.SearchApi;
import cn.diming.api.generated.model.MatchLevel;
import cn.diming.api.generated.model.PlaceStatus;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.api.generated.model.ReverseResponse;
import cn.diming.api.generated.model.SearchResponse;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.geo.LonLat;
import cn.diming.core.geocode.ZeroResults;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.SearchAnswer;
import cn.diming.core.search.SearchRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Finds by name and by place. The output format is the business of {@link FormatParameter} and the converters. */
@RestController
class SearchController implements SearchApi {

    private final PlaceSearch search;
    private final Visitor visitor;
    private final Precision precision;
    private final ZeroResults zeroResults;

    SearchController(PlaceSearch search, Visitor visitor, Precision precision, Core core) {
        this.search = search;
        this.visitor = visitor;
        this.precision = precision;
        this.zeroResults = core.zeroResults();
    }

    @Override
    public ResponseEntity<SearchResponse> search(
            @Nullable String q,
            @Nullable String province,
            @Nullable String city,
            @Nullable String county,
            @Nullable String town,
            @Nullable String village,
            @Nullable String street,
            @Nullable String number,
            @Nullable String name,
            @Nullable List<Double> near,
            @Nullable Double zoom,
            @Nullable List<Double> viewport,
            @Nullable List<Double> bbox,
            @Nullable String area,
            @Nullable String division,
            @Nullable List<RecordKind> kinds,
            @Nullable List<String> classes,
            @Nullable List<MatchLevel> levels,
            @Nullable List<PlaceStatus> statuses,
            Integer limit,
            String crs,
            String inputCrs,
            String format,
            Boolean explain) {
        SearchRequests parameters = new SearchRequests(inputCrs)
                .box(bbox)
                .area(area)
                .division(division)
                .kinds(kinds)
                .classes(classes)
                .levels(levels)
                .statuses(statuses);
        String door = Stream.of(street, number, name).filter(Objects::nonNull).collect(Collectors.joining());
        String text = q != null ? q : parts(province, city, county, town, village, door);
        SearchAnswer answer = search.answer(
                new SearchRequest(text, parameters.bias(near, zoom, viewport), parameters.filter(), limit, explain));
        if (answer.hits().isEmpty()) {
            zeroResults.add(text);
        }
        return ResponseEntity.ok(dtos(crs).response(text, answer));
    }

    @Override
    public ResponseEntity<SearchResponse> suggest(
            String q,
            @Nullable List<Double> near,
            @Nullable Double zoom,
            @Nullable List<Double> viewport,
            @Nullable List<Double> bbox,
            @Nullable String division,
            @Nullable List<RecordKind> kinds,
            Integer limit,
            String crs,
            String inputCrs) {
        SearchRequests parameters =
                new SearchRequests(inputCrs).box(bbox).division(division).kinds(kinds);
        return ResponseEntity.ok(dtos(crs)
                .response(
                        q,
                        search.suggest(new SearchRequest(
                                q, parameters.bias(near, zoom, viewport), parameters.filter(), limit, false))));
    }

    @Override
    public ResponseEntity<ReverseResponse> reverse(
            Double lon,
            Double lat,
            Double radius,
            @Nullable List<RecordKind> kinds,
            @Nullable List<String> classes,
            @Nullable List<MatchLevel> levels,
            @Nullable String division,
            Integer limit,
            String crs,
            String inputCrs,
            String format) {
        SearchRequests parameters = new SearchRequests(inputCrs)
                .kinds(kinds)
                .classes(classes)
                .levels(levels)
                .division(division);
        LonLat point = parameters.point(lon, lat);
        return ResponseEntity.ok(dtos(crs).reverse(point, search.reverse(point, radius, parameters.filter(), limit)));
    }

    /** @throws ProblemException 400 when no part is given */
    private static String parts(@Nullable String... parts) {
        String text =
                Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
        if (text.isEmpty()) {
            throw new ProblemException(
                    ProblemType.BAD_REQUEST, "请给出检索词 q，或 province、city、county、town、village、street、number、name 中的若干项。");
        }
        return text;
    }

    private SearchDtos dtos(String crs) {
        return new SearchDtos(OutputCrs.parse(crs, precision.decimalsFor(visitor.actor())));
    }
}
