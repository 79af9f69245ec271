package cn.diming.api.ogc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An HTML page, piece by piece; texts are always escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder(8_192);

    private static final String LEAFLET = "/webjars/leaflet/1.9.4/dist/leaflet";

    /**
     * @param trail titles and addresses from the root to the page above
     * @param notice what stands at the top of every page
     */
    Html(String title, List<Link> trail, Optional<String> notice) {
        text.append("""
                <!doctype html>
                <html lang="zh-CN">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <link rel="stylesheet" href="%2$s.css"><link rel="stylesheet" href="%3$s/ogc.css">
                <script defer src="%2$s.js"></script><script defer src="%3$s/ogc.js"></script></head>
                <body>
                """.formatted(escaped(title), LEAFLET, OgcConfig.ASSETS));
        notice.ifPresent(words ->
                text.append("<div class=\"notice\">").append(escaped(words)).append("</div>\n"));
        text.append("<nav>");
        for (Link step : trail) {
            link(step.href(), step.title());
            text.append(" <span>›</span> ");
        }
        text.append("<b>").append(escaped(title)).append("</b></nav>\n<main><h1>");
        text.append(escaped(title)).append("</h1>\n");
    }

    Html paragraph(String words) {
        text.append("<p>").append(escaped(words)).append("</p>\n");
        return this;
    }

    Html heading(String words) {
        text.append("<h2>").append(escaped(words)).append("</h2>\n");
        return this;
    }

    /** A map that draws the GeoJSON of an address. */
    Html map(String geoJson) {
        text.append("<div id=\"map\" data-source=\"").append(escaped(geoJson)).append("\"></div>\n");
        return this;
    }

    /** Links in a row. */
    Html links(List<Link> links) {
        text.append("<p class=\"links\">");
        for (Link link : links) {
            link(link.href(), link.title());
            text.append(' ');
        }
        text.append("</p>\n");
        return this;
    }

    Html list(List<Link> links) {
        text.append("<ul>");
        for (Link link : links) {
            text.append("<li>");
            link(link.href(), link.title());
            text.append("</li>");
        }
        text.append("</ul>\n");
        return this;
    }

    Html beginTable(List<String> titles) {
        text.append("<div class=\"table\"><table><thead><tr>");
        titles.forEach(title -> text.append("<th>").append(escaped(title)).append("</th>"));
        text.append("</tr></thead><tbody>\n");
        return this;
    }

    /** @param href address of the first cell; empty = none */
    Html row(String href, List<String> cells) {
        text.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            text.append("<td>");
            if (i == 0 && !href.isEmpty()) {
                link(href, cells.get(i));
            } else {
                text.append(escaped(cells.get(i)));
            }
            text.append("</td>");
        }
        text.append("</tr>\n");
        return this;
    }

    Html endTable() {
        text.append("</tbody></table></div>\n");
        return this;
    }

    byte[] end() {
        text.append("</main></body></html>\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void link(String href, String title) {
        text.append("<a href=\"")
                .append(escaped(href))
                .append("\">")
                .append(escaped(title))
                .append("</a>");
    }

    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder(words.length() + 16);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
