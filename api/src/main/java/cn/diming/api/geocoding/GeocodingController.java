package cn.diming.api.geocoding;

import cn.diming.api.answer.ClassNames;
import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.answer.Precision;
import cn.diming.api.answer.Times;
import cn.diming.api.generated.GeocodingApi;
import cn.diming.api.generated.model.BatchQuery;
import cn.diming.api.generated.model.BatchRequest;
import cn.diming.api.generated.model.BatchResponse;
import cn.diming.api.generated.model.BatchResult;
import cn.diming.api.generated.model.GeocodeJobList;
import cn.diming.api.generated.model.GeocodeJobState;
import cn.diming.api.generated.model.MatchLevel;
import cn.diming.api.generated.model.NameCount;
import cn.diming.api.generated.model.NearbyResponse;
import cn.diming.api.generated.model.PlaceStatus;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.api.generated.model.Sameness;
import cn.diming.api.generated.model.SearchResponse;
import cn.diming.api.generated.model.ZeroResult;
import cn.diming.api.generated.model.ZeroResultList;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.search.SearchDtos;
import cn.diming.api.search.SearchRequests;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.geocode.GeocodeJob;
import cn.diming.core.geocode.GeocodeOptions;
import cn.diming.core.geocode.ZeroResults;
import cn.diming.core.search.HitPage;
import cn.diming.core.search.NameCounts;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.SearchFilter;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What there is around a point, records by code, how often names occur, and many addresses at once. */
@RestController
class GeocodingController implements GeocodingApi {

    private static final String STORED_CRS = "EPSG:4490";

    private final PlaceSearch search;
    private final GeocodeTables tables;
    private final ZeroResults zeroResults;
    private final Visitor visitor;
    private final Precision precision;

    GeocodingController(PlaceSearch search, GeocodeTables tables, Core core, Visitor visitor, Precision precision) {
        this.search = search;
        this.tables = tables;
        this.zeroResults = core.zeroResults();
        this.visitor = visitor;
        this.precision = precision;
    }

    @Override
    public ResponseEntity<NearbyResponse> listNearby(
            Double lon,
            Double lat,
            Double radius,
            @Nullable List<RecordKind> kinds,
            @Nullable List<String> classes,
            @Nullable List<MatchLevel> levels,
            @Nullable List<PlaceStatus> statuses,
            @Nullable String division,
            @Nullable String cursor,
            Integer limit,
            String crs,
            String inputCrs,
            String format) {
        SearchRequests parameters = new SearchRequests(inputCrs)
                .kinds(kinds)
                .classes(classes)
                .levels(levels)
                .statuses(statuses)
                .division(division);
        int offset = cursor == null ? 0 : Integer.parseInt(cursor);
        HitPage page = search.nearby(parameters.point(lon, lat), radius, parameters.filter(), offset, limit);
        NearbyResponse response = new NearbyResponse(dtos(crs).hits(page.items()), page.total());
        page.next().ifPresent(next -> response.next(Integer.toString(next)));
        return ResponseEntity.ok(response);
    }

    @Override
    public ResponseEntity<SearchResponse> lookUp(
            @Nullable List<Long> ids, @Nullable List<String> codes, String crs, String format) {
        if (ids == null && codes == null) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "请给出 ids 或 codes。");
        }
        List<SearchHit> hits = new ArrayList<>();
        hits.addAll(search.lookUp(Objects.requireNonNullElse(ids, List.of())));
        hits.addAll(search.lookUpCodes(Objects.requireNonNullElse(codes, List.of())));
        return ResponseEntity.ok(dtos(crs).response("", hits));
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.NameCounts> countNames(
            String name, Sameness sameness, @Nullable String division) {
        NameCounts counts = search.counts();
        NameCounts.Sameness same = NameCounts.Sameness.valueOf(sameness.name());
        String prefix = new SearchRequests(STORED_CRS)
                .division(division)
                .filter()
                .divisionPrefix()
                .orElse("");
        List<NameCounts.Count> byClass = counts.byClass(name, same, prefix);
        return ResponseEntity.ok(new cn.diming.api.generated.model.NameCounts(
                name,
                byClass.stream().mapToLong(NameCounts.Count::count).sum(),
                counts.byDivision(name, same, prefix).stream()
                        .map(row -> new NameCount(row.code(), row.name(), row.count()))
                        .toList(),
                byClass.stream()
                        .map(row -> new NameCount(row.code(), className(row.code()), row.count()))
                        .toList()));
    }

    private static String className(String code) {
        return ClassNames.name(Optional.of(code)).orElse(code);
    }

    @Override
    public ResponseEntity<BatchResponse> geocodeBatch(BatchRequest batch) {
        SearchDtos dtos = dtos(batch.getCrs());
        SearchFilter filter =
                new SearchRequests(STORED_CRS).division(batch.getDivision()).filter();
        List<BatchResult> results = new ArrayList<>();
        for (BatchQuery query : batch.getQueries()) {
            SearchRequest request =
                    SearchRequest.of(query.getQ(), batch.getLimit()).filtered(filter);
            results.add(new BatchResult(dtos.hits(search.search(request))).id(query.getId()));
        }
        return ResponseEntity.ok(new BatchResponse(results));
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.GeocodeJob> createGeocodeJob(
            Resource body, @Nullable String fileName, @Nullable String column, @Nullable String division, String crs) {
        OutputCrs.parse(crs, 0);
        String prefix = new SearchRequests(STORED_CRS)
                .division(division)
                .filter()
                .divisionPrefix()
                .orElse(null);
        GeocodeJob job = tables.submit(
                visitor.actor(),
                Objects.requireNonNullElse(fileName, "地址表"),
                new GeocodeOptions(column, prefix, crs),
                body);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/geocode-jobs/" + job.id()))
                .body(dto(job));
    }

    @Override
    public ResponseEntity<GeocodeJobList> listGeocodeJobs() {
        return ResponseEntity.ok(new GeocodeJobList(
                tables.list(visitor.actor()).stream().map(this::dto).toList()));
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.GeocodeJob> getGeocodeJob(Long jobId) {
        return ResponseEntity.ok(dto(tables.get(visitor.actor(), jobId)));
    }

    @Override
    public ResponseEntity<Void> deleteGeocodeJob(Long jobId) {
        tables.delete(visitor.actor(), jobId);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Resource> getGeocodeResult(Long jobId) {
        GeocodeJob job = tables.get(visitor.actor(), jobId);
        String name = job.fileName().replaceFirst("\\.[a-zA-Z]{1,5}$", "") + "-结果.csv";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswers.attachment(name))
                .body(tables.result(job));
    }

    @Override
    public ResponseEntity<ZeroResultList> listZeroResults(Integer days, Integer limit) {
        return ResponseEntity.ok(new ZeroResultList(zeroResults.list(visitor.actor(), days, limit).stream()
                .map(row -> new ZeroResult(row.text(), row.count(), row.lastDay()))
                .toList()));
    }

    private cn.diming.api.generated.model.GeocodeJob dto(GeocodeJob job) {
        var dto = new cn.diming.api.generated.model.GeocodeJob(
                job.id(),
                GeocodeJobState.fromValue(job.state().name()),
                job.fileName(),
                job.total(),
                job.done(),
                job.matched(),
                Times.of(job.createdAt()));
        job.message().ifPresent(dto::message);
        job.finishedAt().map(Times::of).ifPresent(dto::finishedAt);
        tables.keptUntil(job).map(Times::of).ifPresent(dto::keptUntil);
        return dto;
    }

    private SearchDtos dtos(String crs) {
        return new SearchDtos(OutputCrs.parse(crs, precision.decimalsFor(visitor.actor())));
    }
}
