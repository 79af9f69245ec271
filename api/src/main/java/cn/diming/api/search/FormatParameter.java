package cn.diming.api.search;

import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/** {@code format=geojson} on our own searching addresses; elsewhere a parameter of that name means something else. */
final class FormatParameter implements ContentNegotiationStrategy {

    static final MediaType GEO_JSON = MediaType.valueOf("application/geo+json");
    static final MediaType GEOCODE_JSON = MediaType.valueOf("application/vnd.geocodejson+json");
    static final MediaType CSV = MediaType.valueOf("text/csv");

    private static final Map<String, MediaType> FORMATS =
            Map.of("json", MediaType.APPLICATION_JSON, "geojson", GEO_JSON, "geocodejson", GEOCODE_JSON, "csv", CSV);
    private static final List<String> PATHS =
            List.of("/api/v1/search", "/api/v1/reverse", "/api/v1/nearby", "/api/v1/lookup");

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        MediaType type =
                servlet == null ? null : asked(servlet).map(FORMATS::get).orElse(null);
        return type == null ? MEDIA_TYPE_ALL_LIST : List.of(type);
    }

    /** @throws ProblemException 400 for a format that there is none of */
    static void require(HttpServletRequest request) {
        if (asked(request).filter(format -> !FORMATS.containsKey(format)).isPresent()) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "参数 format 只接受 json、geojson、geocodejson 与 csv。");
        }
    }

    private static Optional<String> asked(HttpServletRequest request) {
        return PATHS.contains(request.getRequestURI())
                ? Optional.ofNullable(request.getParameter("format"))
                : Optional.empty();
    }
}
