package cn.diming.api.photon;

import cn.diming.core.Core;
import cn.diming.core.geo.LonLat;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.SearchFilter;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /photon/api}, {@code /photon/structured}, {@code /photon/reverse}, {@code /photon/status}, each also with a slash at its end. */
@RestController
class PhotonController {

    private static final int USUAL_RESULTS = 15;
    private static final String VERSION = "1.2.1";

    private final PlaceSearch search;
    private final PhotonFeatures features;
    private final Core core;

    PhotonController(PlaceSearch search, Core core) {
        this.search = search;
        this.features = new PhotonFeatures(core.divisions());
        this.core = core;
    }

    @GetMapping({"/photon/api", "/photon/api/"})
    ResponseEntity<Map<String, Object>> api(@RequestParam MultiValueMap<String, String> values) {
        PhotonParameters parameters = new PhotonParameters(values);
        String text =
                parameters.text("q").orElseThrow(() -> PhotonRefused.message("missing search term 'q': /?q=berlin"));
        return find(text, parameters);
    }

    @GetMapping({"/photon/structured", "/photon/structured/"})
    ResponseEntity<Map<String, Object>> structured(@RequestParam MultiValueMap<String, String> values) {
        PhotonParameters parameters = new PhotonParameters(values);
        String door = Stream.of("street", "housenumber")
                .flatMap(name -> parameters.text(name).stream())
                .collect(Collectors.joining());
        String text = Stream.concat(
                        Stream.of("state", "city", "county", "district", "locality")
                                .flatMap(name -> parameters.text(name).stream()),
                        Stream.of(door).filter(part -> !part.isEmpty()))
                .distinct()
                .collect(Collectors.joining(" "));
        if (text.isEmpty()) {
            throw PhotonRefused.message(
                    "at least one of the parameters state, county, city, district, street, housenumber is required");
        }
        return find(text, parameters);
    }

    @GetMapping({"/photon/reverse", "/photon/reverse/"})
    ResponseEntity<Map<String, Object>> reverse(@RequestParam MultiValueMap<String, String> values) {
        PhotonParameters parameters = new PhotonParameters(values);
        LonLat point = parameters
                .point()
                .orElseThrow(() -> PhotonRefused.message("missing search term 'lat' and/or 'lon': /?lat=51.5&lon=8.0"));
        int limit = parameters.limit(1);
        SearchFilter filter = parameters.filter();
        double radius = parameters.radiusMetres();
        List<SearchHit> hits = search.reverse(point, radius, filter, limit).nearby().stream()
                .map(near -> near.hit())
                .toList();
        List<SearchHit> found =
                hits.isEmpty() ? search.nearby(point, radius, filter, 0, limit).items() : hits;
        return ok(found.stream()
                .sorted(Comparator.comparingDouble(hit -> hit.distanceMetres().orElse(0)))
                .toList());
    }

    @GetMapping({"/photon/status", "/photon/status/"})
    Map<String, Object> status() {
        return Map.of(
                "status",
                "Ok",
                "import_date",
                core.clock().instant().toString(),
                "version",
                VERSION,
                "git_commit",
                Optional.ofNullable(PhotonController.class.getPackage().getImplementationVersion())
                        .orElse("diming"));
    }

    private ResponseEntity<Map<String, Object>> find(String text, PhotonParameters parameters) {
        int limit = parameters.limit(USUAL_RESULTS);
        SearchRequest request = new SearchRequest(text, parameters.bias(), parameters.filter(), limit, false);
        return ok(parameters.wantsChina() ? search.search(request) : List.of());
    }

    private ResponseEntity<Map<String, Object>> ok(List<SearchHit> hits) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(features.collection(hits));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(PhotonRefused refused) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(refused.body());
    }
}
