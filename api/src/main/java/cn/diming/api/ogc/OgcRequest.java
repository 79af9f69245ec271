package cn.diming.api.ogc;

import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A request under {@code /ogc}: its parameters, which must all be known, the format it wants and the addresses around it. */
final class OgcRequest {

    static final String ROOT = "/ogc";
    static final String FORMAT = "f";

    private final HttpServletRequest request;
    private final List<OgcFormat> offered;
    private final OgcFormat format;

    /**
     * @param known names of parameters besides {@code f}
     * @throws ProblemException 400 for a parameter that is not known, comes twice, or names no format; 406 when the client accepts
     *     none of the formats
     */
    OgcRequest(HttpServletRequest request, List<OgcFormat> offered, Set<String> known) {
        this.request = request;
        this.offered = offered;
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (!known.contains(parameter.getKey()) && !parameter.getKey().equals(FORMAT)) {
                throw bad("没有参数 " + shorten(parameter.getKey()));
            }
            if (parameter.getValue().length > 1) {
                throw bad("参数 " + parameter.getKey() + " 给了不止一次");
            }
        }
        this.format = negotiate();
    }

    static ProblemException bad(String detail) {
        return new ProblemException(ProblemType.BAD_REQUEST, detail + "。");
    }

    static String shorten(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private OgcFormat negotiate() {
        Optional<String> wanted = find(FORMAT);
        if (wanted.isPresent()) {
            return OgcFormat.byKey(wanted.get(), offered)
                    .orElseThrow(() -> bad("参数 f 应为 " + OgcFormat.keys(offered) + " 之一"));
        }
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || accepted.isBlank()) {
            return offered.getFirst();
        }
        return ranges(accepted).stream()
                .flatMap(range -> OgcFormat.byRange(range, offered).stream())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE, "可用的格式：" + OgcFormat.keys(offered) + "（参数 f）。"));
    }

    private static List<MediaType> ranges(String accepted) {
        try {
            List<MediaType> ranges = new ArrayList<>(MediaType.parseMediaTypes(accepted));
            ranges.removeIf(range -> range.getQualityValue() == 0);
            ranges.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
            return ranges;
        } catch (InvalidMediaTypeException wrong) {
            throw bad("Accept 头的写法有误");
        }
    }

    OgcFormat format() {
        return format;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    /** Address of the service, without a slash at the end. */
    String root() {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + ROOT;
    }

    /** Address under the root. */
    String url(String path) {
        return root() + path;
    }

    /** This address with its parameters, one of them set to another value; empty = without it. */
    String withParameter(String name, Optional<String> value) {
        Map<String, String> parameters = new TreeMap<>();
        request.getParameterMap().forEach((known, values) -> parameters.put(known, values[0]));
        value.ifPresentOrElse(given -> parameters.put(name, given), () -> parameters.remove(name));
        StringBuilder url = new StringBuilder(
                ServletUriComponentsBuilder.fromRequestUri(request).build().toUriString());
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            url.append(separator)
                    .append(encoded(parameter.getKey()))
                    .append('=')
                    .append(encoded(parameter.getValue()));
            separator = '&';
        }
        return url.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Links to this document and to its other formats. */
    List<Link> selfAndAlternates() {
        List<Link> links = new ArrayList<>();
        links.add(new Link(withParameter(FORMAT, find(FORMAT)), "self", format.linkType(), "本文档"));
        offered.stream()
                .filter(other -> other != format)
                .forEach(other -> links.add(new Link(
                        withParameter(FORMAT, Optional.of(other.key())),
                        "alternate",
                        other.linkType(),
                        "本文档的 " + other.title() + " 格式")));
        return links;
    }
}
