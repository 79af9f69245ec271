package cn.diming.api.village;

import cn.diming.api.answer.QrCode;
import cn.diming.api.config.DimingProperties;
import cn.diming.core.Core;
import cn.diming.core.media.Media;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionLevel;
import cn.diming.core.village.VillagePortrait;
import cn.diming.core.village.Villages.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The pages as text: what stands around a village's content, and the lists that lead to it. */
final class VillageHtml {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_DESCRIPTION = 120;

    private final Core core;
    private final Media media;
    private final DimingProperties properties;

    VillageHtml(Core core, Media media, DimingProperties properties) {
        this.core = core;
        this.media = media;
        this.properties = properties;
    }

    /** What a page says of itself to those who only see its link. */
    private record Card(String title, String description, String url, Optional<String> picture) {}

    String village(VillagePortrait portrait, String site) {
        VillageSections sections = new VillageSections(portrait, core, media);
        String code = portrait.village().code().digits();
        String name = portrait.village().name();
        String path = "/village/" + code;
        boolean onMap = portrait.outline().isPresent() || portrait.middle().isPresent();
        String title =
                name + above(portrait.chain()).map(where -> "（" + where + "）").orElse("") + "：地名、故事与风物";
        Markup page = head(new Card(
                title,
                shortened(sections.lead()),
                site + path,
                onMap ? Optional.of(site + path + "/map.png") : Optional.empty()));
        page.raw(data(portrait, site + path));
        hero(page, portrait, sections);
        page.raw("<main>\n");
        if (onMap) {
            map(page, portrait, path);
        }
        sections.write(page);
        page.raw("</main>\n");
        foot(page, site + path);
        return page.toString();
    }

    private static Optional<String> above(List<Division> chain) {
        return chain.size() < 2
                ? Optional.empty()
                : Optional.of(chain.subList(Math.max(0, chain.size() - 3), chain.size() - 1).stream()
                        .map(Division::name)
                        .collect(Collectors.joining()));
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_DESCRIPTION ? words : words.substring(0, LONGEST_DESCRIPTION - 1) + "…";
    }

    private void hero(Markup page, VillagePortrait portrait, VillageSections sections) {
        Division village = portrait.village();
        page.raw("<header class=\"hero\"><div class=\"inner\">\n<nav class=\"chain\" aria-label=\"所在区划\">");
        trail(page, portrait.chain().subList(0, portrait.chain().size() - 1));
        page.raw("</nav>\n<div class=\"name\">").fill("<h1>%s</h1>", village.name());
        page.fillIf(
                "<p class=\"pinyin\" lang=\"zh-Latn-pinyin\">%s</p>",
                village.romanised().or(() -> portrait.record().text("romanised")));
        page.raw("</div>\n").fill("<p class=\"lead\">%s</p>", sections.lead());
        sections.facts(page);
        page.raw("""
                <p class="tools" hidden><button type="button" data-do="share">分享</button>\
                <button type="button" data-do="print">打印</button></p>
                """);
        page.raw("</div></header>\n");
    }

    private static void trail(Markup page, List<Division> chain) {
        page.raw("<a href=\"/village\">村庄</a>");
        chain.stream()
                .filter(one -> one.level().ordinal() >= DivisionLevel.COUNTY.ordinal())
                .forEach(one -> page.fill(
                        " <span aria-hidden=\"true\">›</span> <a href=\"/village/%s\">%s</a>",
                        one.code().digits(), one.name()));
    }

    private void map(Markup page, VillagePortrait portrait, String path) {
        String link = portrait.middle()
                .map(at -> "/#15/%.5f/%.5f".formatted(at.lat(), at.lon()))
                .orElse("/#&q=" + portrait.village().code().digits());
        page.raw("<figure class=\"map\" id=\"map\">");
        page.fill(
                "<a href=\"%s\"><img src=\"%s/map.png\" width=\"900\" height=\"600\" alt=\"%s地名图\"></a>",
                link, path, portrait.village().name());
        page.raw("<figcaption><span>");
        page.fill("%s地名图 · ", portrait.village().name());
        page.fill(
                "%s",
                Optional.ofNullable(properties.mapApprovalNumber())
                        .map(number -> "审图号：" + number)
                        .orElse("村界为示意，不作为划界依据"));
        page.raw("</span>").fill("<a class=\"open\" href=\"%s\">在地图上查看</a></figcaption></figure>\n", link);
    }

    String below(Division division, List<Told> children, String site) {
        String url = site + "/village/" + division.code().digits();
        Markup page = head(new Card(
                division.name() + "的村庄",
                division.name() + "各" + (division.level() == DivisionLevel.TOWN ? "村（居）" : "乡镇") + "的地名、故事与风物",
                url,
                Optional.empty()));
        page.raw("<header class=\"hero small\"><div class=\"inner\"><nav class=\"chain\" aria-label=\"所在区划\">");
        List<Division> chain = core.divisions().chain(division.code().digits());
        trail(page, chain.subList(0, chain.size() - 1));
        page.raw("</nav>").fill("<h1>%s</h1></div></header>\n<main>\n<ul class=\"places\">", division.name());
        for (Told child : children) {
            page.fill(
                    "<li><a href=\"/village/%s\"><b>%s</b>",
                    child.village().code().digits(), child.village().name());
            if (child.entries() > 0) {
                page.fill("<span>%s 则风物与故事</span>", child.entries());
            }
            page.raw("</a></li>\n");
        }
        page.raw("</ul>\n</main>\n");
        foot(page, url);
        return page.toString();
    }

    String counties(List<Division> counties, String site) {
        Markup page = head(new Card("村庄", "各村的地名、故事与风物", site + "/village", Optional.empty()));
        page.raw(
                "<header class=\"hero small\"><div class=\"inner\"><h1>村庄</h1></div></header>\n<main><ul class=\"places\">");
        counties.forEach(one -> page.fill(
                "<li><a href=\"/village/%s\"><b>%s</b></a></li>\n", one.code().digits(), one.name()));
        page.raw("</ul></main>\n");
        foot(page, site + "/village");
        return page.toString();
    }

    String missing(String code, String site) {
        Markup page = head(new Card("没有这个村", "没有这个村", site + "/village", Optional.empty()));
        page.fill("""
                <header class="hero small"><div class="inner"><h1>没有这个村</h1><p class="lead">没有区划代码为 %s 的村（居），可能已经撤并。</p></div></header>
                <main><p class="go"><a href="/village">查看全部村庄</a></p></main>
                """, code);
        foot(page, site + "/village");
        return page.toString();
    }

    private Markup head(Card card) {
        Markup page = new Markup();
        page.raw("""
                <!doctype html>
                <html lang="zh-CN">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
                <meta name="theme-color" content="#1f5a4a">
                <meta property="og:type" content="website">
                <meta property="og:locale" content="zh_CN">
                """);
        page.fill("<title>%s · %s</title>\n", card.title, properties.title());
        page.fill("<meta name=\"description\" content=\"%s\">\n", card.description);
        page.fill("<meta property=\"og:title\" content=\"%s\">\n", card.title);
        page.fill("<meta property=\"og:description\" content=\"%s\">\n", card.description);
        page.fill("<meta property=\"og:site_name\" content=\"%s\">\n", properties.title());
        page.fill("<meta property=\"og:url\" content=\"%s\">\n<link rel=\"canonical\" href=\"%1$s\">\n", card.url);
        card.picture.ifPresent(picture -> page.fill(
                "<meta property=\"og:image\" content=\"%s\">\n<meta property=\"og:image:width\" content=\"1800\">\n"
                        + "<meta property=\"og:image:height\" content=\"1200\">\n"
                        + "<meta name=\"twitter:card\" content=\"summary_large_image\">\n",
                picture));
        page.raw("""
                <link rel="icon" href="/favicon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/village.css">
                <script src="/village.js" defer></script>
                </head>
                <body>
                """);
        core.demoNotice()
                .or(() -> Optional.ofNullable(properties.notice()))
                .ifPresent(words -> page.fill("<p class=\"notice\" role=\"note\">%s</p>\n", words));
        return page;
    }

    /** For search engines: schema.org in JSON-LD. */
    private static String data(VillagePortrait portrait, String url) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("@context", "https://schema.org");
        place.put("@type", "AdministrativeArea");
        place.put("name", portrait.village().name());
        place.put("url", url);
        place.put("identifier", portrait.village().code().digits());
        portrait.middle()
                .ifPresent(at -> place.put(
                        "geo",
                        Map.of(
                                "@type",
                                "GeoCoordinates",
                                "latitude",
                                rounded(at.lat()),
                                "longitude",
                                rounded(at.lon()))));
        above(portrait.chain())
                .ifPresent(
                        where -> place.put("containedInPlace", Map.of("@type", "AdministrativeArea", "name", where)));
        return "<script type=\"application/ld+json\">"
                + JSON.writeValueAsString(place).replace("<", "\\u003c") + "</script>\n";
    }

    private static double rounded(double degrees) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", degrees));
    }

    private void foot(Markup page, String url) {
        QrCode code = new QrCode(url);
        page.raw("<footer><div class=\"inner\">");
        page.raw(
                "<svg class=\"qr\" role=\"img\" aria-label=\"本页二维码\" viewBox=\"0 0 %1$d %1$d\"><path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>"
                        .formatted(code.side(), code.path()));
        page.raw("<div>").fill("<p><b>%s</b></p><p class=\"url\">%s</p>", properties.title(), url);
        Optional.ofNullable(properties.dataDate()).ifPresent(day -> page.fill("<p>数据日期：%s</p>", day));
        page.raw("""
                <p class="links"><a href="/">地图</a><a href="/protection">地名保护名录</a><a href="/collect/">报告错误</a></p>
                </div></div></footer>
                </body></html>
                """);
    }
}
