package cn.diming.api.nominatim;

import cn.diming.api.config.DimingProperties;
import cn.diming.core.Core;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.Bias;
import cn.diming.core.search.MatchLevel;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.ReverseAnswer;
import cn.diming.core.search.SearchFilter;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /nominatim/search}, {@code reverse}, {@code lookup}, {@code details}, {@code status}, also with .php at the end as old clients ask. */
@RestController
class NominatimController {

    private static final List<String> STRUCTURED = List.of("state", "county", "city", "street", "amenity");
    private static final Pattern COORDINATES =
            Pattern.compile("^(-?\\d{1,2}(?:\\.\\d+)?)[, ]+(-?\\d{1,3}(?:\\.\\d+)?)$");
    private static final Pattern CALLBACK = Pattern.compile("[A-Za-z_$][\\w$.]{0,60}");
    private static final MediaType SCRIPT = MediaType.valueOf("application/javascript;charset=utf-8");
    private static final MediaType XML = MediaType.valueOf("text/xml;charset=utf-8");
    private static final MediaType JSON = MediaType.valueOf("application/json;charset=utf-8");
    private static final String VERSION = "5.3.0";
    private static final double METRES_AROUND = 1000;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final PlaceSearch search;
    private final DivisionTree divisions;
    private final NominatimPlaces places;
    private final Core core;

    NominatimController(PlaceSearch search, Core core, DimingProperties properties) {
        this.search = search;
        this.divisions = core.divisions();
        this.places = new NominatimPlaces(core.divisions(), core.store(), "数据来源：" + properties.title());
        this.core = core;
    }

    @GetMapping({"/nominatim/search", "/nominatim/search/", "/nominatim/search.php"})
    ResponseEntity<String> search(@RequestParam Map<String, String> values) {
        NominatimParameters parameters = new NominatimParameters(values);
        String format = parameters.format("jsonv2");
        String text = query(parameters);
        List<SearchHit> hits = parameters.wantsChina() ? find(text, parameters) : List.of();
        return answer(hits, text, format, new NominatimForms(places, parameters, false), parameters);
    }

    /** Free text or parts, not both. */
    private static String query(NominatimParameters parameters) {
        Optional<String> q = parameters.text("q");
        String parts = STRUCTURED.stream()
                .flatMap(name -> parameters.text(name).stream())
                .collect(Collectors.joining(" "));
        boolean structured = !parts.isEmpty()
                || parameters.text("country").isPresent()
                || parameters.text("postalcode").isPresent();
        if (q.isPresent() && structured) {
            throw new NominatimRefused(
                    400,
                    "Structured query parameters (amenity, street, city, county, state, postalcode, country) cannot be used together with 'q' parameter.");
        }
        if (q.isEmpty() && !structured) {
            throw new NominatimRefused(400, "Nothing to search for.");
        }
        return q.map(text -> text.replaceAll("[\\[\\]]", " ").strip()).orElse(parts);
    }

    private List<SearchHit> find(String text, NominatimParameters parameters) {
        Matcher coordinates = COORDINATES.matcher(text);
        if (coordinates.matches()
                && Math.abs(Double.parseDouble(coordinates.group(1))) <= 90
                && Math.abs(Double.parseDouble(coordinates.group(2))) <= 180) {
            LonLat point =
                    new LonLat(Double.parseDouble(coordinates.group(2)), Double.parseDouble(coordinates.group(1)));
            return at(point, 18, parameters).stream().toList();
        }
        SearchFilter filter = SearchFilter.NONE.onlyLevels(parameters.levels());
        Optional<Bias> bias = Optional.empty();
        var viewbox = parameters.viewbox();
        if (viewbox.isPresent()) {
            bias = Optional.of(Bias.near(viewbox.get().centre()));
            filter = parameters.is("bounded", false) ? filter.within(viewbox.get()) : filter;
        }
        var excluded = parameters.excluded();
        int limit = parameters.limit();
        return search.search(new SearchRequest(text, bias, filter, limit + excluded.size(), false)).stream()
                .filter(hit -> !excluded.contains(hit.id()))
                .limit(limit)
                .toList();
    }

    @GetMapping({"/nominatim/reverse", "/nominatim/reverse/", "/nominatim/reverse.php"})
    ResponseEntity<String> reverse(@RequestParam Map<String, String> values) {
        NominatimParameters parameters = new NominatimParameters(values);
        String format = parameters.format("xml");
        double zoom = parameters
                .text("zoom")
                .map(text -> NominatimParameters.number("zoom", text))
                .orElse(18.0);
        Optional<SearchHit> hit = at(parameters.point(), zoom, parameters);
        NominatimForms forms = new NominatimForms(places, parameters, true);
        if (format.equals("xml")) {
            return ResponseEntity.ok().contentType(XML).body(forms.reverseXml(hit));
        }
        Object body = hit.isEmpty()
                ? Map.of("error", "Unable to geocode")
                : format.startsWith("json")
                        ? forms.json(hit.get(), format)
                        : forms.geoJson(List.of(hit.get()), format, Optional.empty());
        return json(body, parameters);
    }

    /** The smallest division for small zooms, the nearest street for middle ones, then whatever is nearest. */
    private Optional<SearchHit> at(LonLat point, double zoom, NominatimParameters parameters) {
        var levels = parameters.levels();
        SearchFilter filter = SearchFilter.NONE.onlyLevels(levels);
        if (zoom >= 15 && zoom < 17 && levels.isEmpty()) {
            filter = filter.onlyLevels(EnumSet.of(MatchLevel.ROAD));
        }
        ReverseAnswer answer = search.reverse(point, METRES_AROUND, filter, 1);
        if (zoom >= 15 && !answer.nearby().isEmpty()) {
            return Optional.of(answer.nearby().getFirst().hit());
        }
        List<Division> chain = answer.divisions();
        if (chain.isEmpty()) {
            return answer.nearby().stream().map(ReverseAnswer.Nearby::hit).findFirst();
        }
        int deepest = zoom >= 13 ? 5 : zoom >= 12 ? 4 : zoom >= 10 ? 3 : zoom >= 8 ? 2 : 1;
        Comparator<Division> fitting =
                Comparator.comparing(division -> division.level().number() > deepest);
        List<Long> ids =
                chain.reversed().stream().sorted(fitting).map(Division::id).toList();
        return search.lookUp(ids).stream().findFirst(); // what has no position cannot be shown
    }

    @GetMapping({"/nominatim/lookup", "/nominatim/lookup/", "/nominatim/lookup.php"})
    ResponseEntity<String> lookup(@RequestParam Map<String, String> values) {
        NominatimParameters parameters = new NominatimParameters(values);
        String format = parameters.format("xml");
        List<Long> ids = new ArrayList<>();
        for (String id : parameters.list("osm_ids")) {
            if (id.matches("[NWRnwr]\\d{1,16}")) {
                ids.add(Long.valueOf(id.substring(1)));
            }
        }
        if (ids.size() > 50) {
            throw new NominatimRefused(400, "Too many object IDs.");
        }
        return answer(search.lookUp(ids), "", format, new NominatimForms(places, parameters, true), parameters);
    }

    @GetMapping({"/nominatim/details", "/nominatim/details/", "/nominatim/details.php"})
    ResponseEntity<String> details(@RequestParam Map<String, String> values) {
        NominatimParameters parameters = new NominatimParameters(values);
        String id = parameters
                .text("place_id")
                .or(() -> parameters.text("osmid"))
                .orElseThrow(() ->
                        new NominatimRefused(400, "Required parameters 'place_id' or 'osmtype' and 'osmid' missing."));
        SearchHit hit = (id.matches("\\d{1,16}") ? search.lookUp(List.of(Long.valueOf(id))) : List.<SearchHit>of())
                .stream().findFirst().orElseThrow(() -> new NominatimRefused(404, "No place with that OSM ID found."));
        return json(detail(hit, parameters), parameters);
    }

    private Map<String, Object> detail(SearchHit hit, NominatimParameters parameters) {
        Map<String, Object> place = places.place(hit, "category");
        Map<String, Object> detail = new LinkedHashMap<>();
        List<Division> chain = hit.divisionCode().map(divisions::chain).orElse(List.of());
        detail.put("place_id", hit.id());
        chain.stream()
                .filter(division -> division.id() != hit.id())
                .reduce((higher, lower) -> lower)
                .ifPresent(parent -> detail.put("parent_place_id", parent.id()));
        detail.put("osm_type", "N");
        detail.put("osm_id", hit.id());
        detail.put("category", place.get("category"));
        detail.put("type", place.get("type"));
        detail.put("localname", hit.name());
        detail.put("names", NominatimPlaces.names(hit));
        detail.put("addresstags", places.address(hit));
        detail.put("country_code", "cn");
        detail.put("importance", place.get("importance"));
        detail.put("extratags", places.extraTags(hit));
        detail.put("rank_address", place.get("place_rank"));
        detail.put("rank_search", place.get("place_rank"));
        detail.put("isarea", hit.box().isPresent());
        detail.put("centroid", Map.of("type", "Point", "coordinates", List.of(hit.lon(), hit.lat())));
        detail.put(
                "geometry",
                new NominatimForms(places, parameters, true)
                        .json(hit, "jsonv2")
                        .getOrDefault("geojson", detail.get("centroid")));
        if (parameters.is("addressdetails", false)) {
            detail.put(
                    "address",
                    chain.reversed().stream().map(NominatimController::line).toList());
        }
        return detail;
    }

    private static Map<String, Object> line(Division division) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("localname", division.name());
        line.put("place_id", division.id());
        line.put("osm_id", division.id());
        line.put("osm_type", "N");
        line.put("class", "boundary");
        line.put("type", "administrative");
        line.put("admin_level", division.level().number() * 2 + 2);
        line.put("isaddress", true);
        return line;
    }

    @GetMapping({"/nominatim/status", "/nominatim/status/", "/nominatim/status.php"})
    ResponseEntity<String> status(@RequestParam Map<String, String> values) {
        NominatimParameters parameters = new NominatimParameters(values);
        if (!parameters.text("format").filter("json"::equals).isPresent()) {
            return ResponseEntity.ok()
                    .contentType(MediaType.valueOf("text/plain;charset=utf-8"))
                    .body("OK");
        }
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("status", 0);
        status.put("message", "OK");
        status.put("data_updated", core.clock().instant().toString());
        status.put("software_version", VERSION);
        status.put("database_version", VERSION);
        return json(status, parameters);
    }

    private static ResponseEntity<String> answer(
            List<SearchHit> hits, String query, String format, NominatimForms forms, NominatimParameters parameters) {
        return switch (format) {
            case "xml" -> ResponseEntity.ok().contentType(XML).body(forms.searchXml(hits, query));
            case "json", "jsonv2" ->
                json(hits.stream().map(hit -> forms.json(hit, format)).toList(), parameters);
            default -> json(forms.geoJson(hits, format, Optional.of(query)), parameters);
        };
    }

    private static ResponseEntity<String> json(Object body, NominatimParameters parameters) {
        String text = MAPPER.writeValueAsString(body);
        Optional<String> callback = parameters.text("json_callback");
        if (callback.isEmpty()) {
            return ResponseEntity.ok().contentType(JSON).body(text);
        }
        if (!CALLBACK.matcher(callback.get()).matches()) {
            throw new NominatimRefused(400, "Invalid json_callback value");
        }
        return ResponseEntity.ok().contentType(SCRIPT).body(callback.get() + "(" + text + ")");
    }

    @ExceptionHandler
    ResponseEntity<String> refused(NominatimRefused refused, HttpServletRequest request) {
        String format = Stream.of(
                        request.getParameterValues("format") == null
                                ? new String[] {""}
                                : request.getParameterValues("format"))
                .findFirst()
                .orElse("");
        String path = request.getRequestURI();
        boolean xml =
                format.equals("xml") || (format.isEmpty() && (path.contains("reverse") || path.contains("lookup")));
        String message = String.valueOf(refused.getMessage());
        return xml
                ? ResponseEntity.status(refused.status())
                        .contentType(XML)
                        .body(NominatimForms.errorXml(refused.status(), message))
                : ResponseEntity.status(refused.status())
                        .contentType(JSON)
                        .body(MAPPER.writeValueAsString(
                                Map.of("error", Map.of("code", refused.status(), "message", message))));
    }
}
