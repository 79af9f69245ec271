package cn.diming.api.security;

import cn.diming.api.config.DimingProperties;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a page of ours may load: our own files, and pictures from the base maps that are configured. */
final class ContentPolicy {

    static String of(DimingProperties properties) {
        String maps = properties.baseMaps().stream()
                .flatMap(map -> Stream.of(map.url(), map.annotationUrl())
                        .filter(Objects::nonNull)
                        .flatMap(url -> origins(url, map.subdomains())))
                .distinct()
                .collect(Collectors.joining(" "));
        return "default-src 'self'; img-src 'self' data: blob: " + maps
                + "; media-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    private static Stream<String> origins(String template, @Nullable String subdomains) {
        Stream<String> hosts = subdomains == null || !template.contains("{s}")
                ? Stream.of(template)
                : subdomains.chars().mapToObj(c -> template.replace("{s}", String.valueOf((char) c)));
        return hosts.map(url -> URI.create(url.replaceAll("[{}]", "")))
                .filter(uri -> uri.getHost() != null)
                .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private ContentPolicy() {}
}
