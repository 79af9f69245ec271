package cn.diming.api.wmts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked for, whichever of the two ways it was written. Names of parameters are the same in either case. */
final class WmtsRequest {

    private static final String CAPABILITIES = "/wmts/1.0.0/WMTSCapabilities.xml";
    private static final Pattern TILE =
            Pattern.compile("/wmts/1\\.0\\.0/([^/]+)/([^/]+)/([^/]+)/([^/]+)/([^/]+)/([^/]+)\\.(png|mvt)");
    private static final int LONGEST = 100;

    private final Map<String, String> values = new TreeMap<>();

    private WmtsRequest() {}

    /** Empty if the address is none of WMTS. */
    static Optional<WmtsRequest> of(HttpServletRequest request) {
        WmtsRequest read = new WmtsRequest();
        String path = request.getRequestURI();
        Matcher tile = TILE.matcher(path);
        if (path.equals("/wmts")) {
            request.getParameterMap()
                    .forEach((name, given) -> read.values.putIfAbsent(name.toUpperCase(Locale.ROOT), given[0]));
            read.check("SERVICE", "WMTS");
        } else if (path.equals(CAPABILITIES)) {
            read.values.put("REQUEST", "GetCapabilities");
        } else if (tile.matches()) {
            read.values.put("REQUEST", "GetTile");
            String[] names = {"LAYER", "STYLE", "TILEMATRIXSET", "TILEMATRIX", "TILEROW", "TILECOL"};
            for (int i = 0; i < names.length; i++) {
                read.values.put(names[i], tile.group(i + 1));
            }
            read.values.put("FORMAT", tile.group(7).equals("png") ? Capabilities.PNG : Capabilities.MVT);
        } else {
            return Optional.empty();
        }
        return Optional.of(read);
    }

    /**
     * The value of a parameter.
     *
     * @throws Fault if it is missing
     */
    String get(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> Fault.missing(name));
    }

    /**
     * Holds a parameter against the only value we know.
     *
     * @throws Fault if it is another
     */
    void check(String name, String only) {
        if (!get(name).equalsIgnoreCase(only)) {
            throw Fault.invalid(name, "%s 只支持 %s，不支持“%s”。".formatted(name, only, shortened(get(name))));
        }
    }

    static String shortened(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
