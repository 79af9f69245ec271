package cn.diming.api.village;

import cn.diming.api.answer.Attributes;
import cn.diming.api.answer.ClassNames;
import cn.diming.api.answer.MediaLinks;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.history.ProtectedName;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.record.FacilityClasses;
import cn.diming.core.record.LocalCategory;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.village.NearFacility;
import cn.diming.core.village.VillagePortrait;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to tell of one village, section by section; what is not there takes no room. */
final class VillageSections {

    private static final int NEAR = 8;

    private final VillagePortrait portrait;
    private final Media media;
    private final Map<Long, ProtectedName> listed = new HashMap<>();
    private final Map<Long, String> places = new HashMap<>();

    VillageSections(VillagePortrait portrait, Core core, Media media) {
        this.portrait = portrait;
        this.media = media;
        portrait.listed().forEach(name -> name.placeId().ifPresent(id -> listed.put(id, name)));
        portrait.entries()
                .forEach(entry -> entry.number("place_id")
                        .flatMap(id -> core.store().find(id))
                        .ifPresent(place -> places.put(place.id(), place.title())));
    }

    /** One sentence that stands for the village. */
    String lead() {
        String name = portrait.village().name();
        return tales().filter(place -> name.startsWith(place.title()))
                .findFirst()
                .map(place ->
                        place.text("meaning").or(() -> place.text("origin")).orElseThrow())
                .or(() -> portrait.entries().stream()
                        .flatMap(entry -> entry.text("summary").stream())
                        .findFirst())
                .orElseGet(() -> name + "有地名 " + portrait.counts().names() + " 处、街路巷 "
                        + portrait.counts().streets() + " 条。");
    }

    private Stream<StoredRecord> tales() {
        return Stream.concat(portrait.names().stream(), portrait.streets().stream())
                .filter(VillageSections::hasTale);
    }

    private static boolean hasTale(StoredRecord place) {
        return place.text("meaning").or(() -> place.text("origin")).isPresent();
    }

    void facts(Markup page) {
        Map<String, Object> known = Attributes.rest(portrait.record());
        page.raw("<dl class=\"facts\">");
        fact(page, "户数", Optional.ofNullable(known.get("households")), "户");
        fact(page, "人口", Optional.ofNullable(known.get("population")), "人");
        fact(page, "面积", area(known), "平方千米");
        fact(page, "地名", counted(portrait.counts().names()), "处");
        fact(page, "街路巷", counted(portrait.counts().streets()), "条");
        fact(page, "门牌", counted(portrait.counts().plates()), "块");
        fact(page, "地名标志", counted(portrait.counts().signs()), "块");
        page.raw("</dl>\n");
    }

    private Optional<Object> area(Map<String, Object> known) {
        return Optional.ofNullable(known.get("area_km2"))
                .or(() -> portrait.outline()
                        .map(shape -> String.format(Locale.ROOT, "%.2f", Ellipsoid.areaSquareMetres(shape) / 1e6)));
    }

    private static Optional<Object> counted(long number) {
        return number == 0 ? Optional.empty() : Optional.of(number);
    }

    private static void fact(Markup page, String title, Optional<Object> value, String unit) {
        value.ifPresent(
                there -> page.fill("<div><dt>%s</dt><dd>%s<small>%s</small></dd></div>", title, grouped(there), unit));
    }

    private static String grouped(Object number) {
        return number instanceof Number whole && whole.doubleValue() == whole.longValue()
                ? "%,d".formatted(whole.longValue())
                : number.toString();
    }

    void write(Markup page) {
        names(page);
        entries(page, "stories", "地名故事", LocalCategory.STORY);
        entries(page, "produce", "风物特产", LocalCategory.PRODUCE);
        entries(page, "visit", "来走走", LocalCategory.SPOT, LocalCategory.ROUTE, LocalCategory.STAY);
        shops(page);
        entries(page, "parcels", "寄递与快递", LocalCategory.LOGISTICS);
        facilities(page);
    }

    private void names(Markup page) {
        if (portrait.names().isEmpty() && portrait.streets().isEmpty()) {
            return;
        }
        page.raw("<section id=\"names\"><h2>地名与来历</h2>\n<div class=\"tales\">");
        tales().forEach(place -> tale(page, place));
        page.raw("</div>\n");
        chips(page, "自然村与其他地名", portrait.names());
        chips(page, "街路巷", portrait.streets());
        page.raw("</section>\n");
    }

    private void tale(Markup page, StoredRecord place) {
        page.raw("<article class=\"tale\">").fill("<h3>%s", place.title());
        star(page, place);
        page.raw("</h3>");
        page.fillIf("<p class=\"pinyin\" lang=\"zh-Latn-pinyin\">%s</p>", place.text("romanised"));
        page.fillIf("<p>%s</p>", place.text("meaning"));
        place.text("origin").ifPresent(page::paragraphs);
        String former = portrait.formerNames().getOrDefault(place.id(), List.of()).stream()
                .filter(name -> name.kind() != RecordDraft.NameKind.STANDARD)
                .map(name -> name.kind().title() + "“" + name.text() + "”")
                .collect(Collectors.joining("，"));
        page.fillIf("<p class=\"former\">%s</p>", Optional.of(former).filter(words -> !words.isEmpty()));
        pictures(page, place);
        page.raw("</article>\n");
    }

    private void star(Markup page, StoredRecord place) {
        Optional.ofNullable(listed.get(place.id()))
                .ifPresent(name -> page.fill(
                        " <a class=\"star\" href=\"/protection/%s\">保护名录·%s</a>",
                        name.id(), name.protectionClass().title()));
    }

    private void chips(Markup page, String title, List<StoredRecord> all) {
        List<StoredRecord> plain =
                all.stream().filter(Predicate.not(VillageSections::hasTale)).toList();
        if (plain.isEmpty()) {
            return;
        }
        page.fill("<h3 class=\"list\">%s</h3><ul class=\"chips\">", title);
        plain.forEach(place -> page.fill("<li><a href=\"/#&id=%s\">%s</a></li>", place.id(), place.title()));
        page.raw("</ul>\n");
    }

    private void entries(Markup page, String id, String title, LocalCategory... categories) {
        List<StoredRecord> those = Stream.of(categories)
                .flatMap(category -> portrait.entries().stream().filter(entry -> category(entry) == category))
                .toList();
        if (those.isEmpty()) {
            return;
        }
        page.fill("<section id=\"%s\"><h2>%s</h2>\n<div class=\"cards %1$s\">", id, title);
        those.forEach(entry -> entry(page, entry));
        page.raw("</div></section>\n");
    }

    private static LocalCategory category(StoredRecord entry) {
        return LocalCategory.find(entry.text("category").orElse("")).orElse(LocalCategory.STORY);
    }

    private void entry(Markup page, StoredRecord entry) {
        page.fill("<article id=\"e%s\">", entry.id());
        pictures(page, entry);
        page.fill(
                "<h3><img src=\"/map-icons/%s.svg\" width=\"26\" height=\"26\" alt=\"%s\">%s</h3>",
                icon(category(entry)), category(entry).title(), entry.title());
        page.fillIf("<p class=\"summary\">%s</p>", entry.text("summary"));
        page.raw("<div class=\"text\">");
        entry.text("description").ifPresent(page::paragraphs);
        page.raw("</div><dl class=\"rows\">");
        row(page, "时令", entry.text("season"));
        row(page, "价格", entry.text("price"));
        row(
                page,
                "全长",
                entry.geometry()
                        .filter(shape -> shape.getDimension() == 1)
                        .map(shape -> distance(Ellipsoid.lengthMetres(shape))));
        row(page, "配送", entry.text("delivery"));
        where(page, entry);
        row(page, "地名", entry.number("place_id").map(places::get));
        page.raw("</dl>");
        if (entry.geometry().isPresent()) {
            page.fill("<a class=\"open\" href=\"/#&id=%s\">在地图上查看</a>", entry.id());
        }
        page.raw("</article>\n");
    }

    /** A route has no symbol of its own on the map: it is a line. */
    private static String icon(LocalCategory category) {
        return category == LocalCategory.ROUTE ? "spot" : category.name().toLowerCase(Locale.ROOT);
    }

    private static void where(Markup page, StoredRecord record) {
        row(page, "地址", record.text("address"));
        row(page, "时间", record.text("opening_hours"));
        record.text("phone")
                .ifPresent(phone -> page.fill(
                        "<div><dt>电话</dt><dd><a href=\"tel:%s\">%s</a></dd></div>",
                        phone.replaceAll("[^0-9+]", ""), phone));
    }

    private static void row(Markup page, String title, Optional<String> words) {
        words.ifPresent(there -> page.fill("<div><dt>%s</dt><dd>%s</dd></div>", title, there));
    }

    /** The first photo large, the others small; recordings to be heard. */
    private void pictures(Markup page, StoredRecord record) {
        List<MediaItem> items = media.of(Actor.PUBLIC, record);
        List<MediaItem> photos = items.stream()
                .filter(item -> item.kind() == MediaItem.Kind.PHOTO)
                .toList();
        for (int i = 0; i < photos.size(); i++) {
            MediaItem photo = photos.get(i);
            page.fill(
                    "<a class=\"%s\" href=\"%s\"><img loading=\"lazy\" src=\"%2$s?size=%s\" alt=\"%s\"></a>",
                    i == 0 ? "photo" : "photo more",
                    MediaLinks.full(photo),
                    i == 0 ? "medium" : "small",
                    photo.caption().orElse(record.title()));
        }
        items.stream()
                .filter(item -> item.kind() == MediaItem.Kind.VOICE)
                .forEach(voice -> page.fill(
                        "<audio controls preload=\"none\" src=\"%s\" title=\"%s\"></audio>",
                        MediaLinks.full(voice), voice.caption().orElse("听一听")));
    }

    private void shops(Markup page) {
        if (portrait.shops().isEmpty()) {
            return;
        }
        page.raw("<section id=\"shops\"><h2>村里的店</h2>\n<div class=\"cards shop\">");
        for (StoredRecord shop : portrait.shops()) {
            page.raw("<article>");
            pictures(page, shop);
            page.fill("<h3><a href=\"/#&id=%s\">%s</a>", shop.id(), shop.title());
            page.fillIf(
                    " <small>%s</small>", ClassNames.name(shop.text("category")).filter(name -> !name.equals("OTHER")));
            page.raw("</h3>").fillIf("<p class=\"summary\">%s</p>", shop.text("description"));
            page.raw("<dl class=\"rows\">");
            where(page, shop);
            page.raw("</dl></article>\n");
        }
        page.raw("</div></section>\n");
    }

    private void facilities(Markup page) {
        List<NearFacility> near = portrait.near().stream().limit(NEAR).toList();
        if (portrait.facilities().isEmpty() && near.isEmpty()) {
            return;
        }
        page.raw("<section id=\"facilities\"><h2>办事与服务</h2>\n<ul class=\"services\">");
        portrait.facilities().forEach(one -> service(page, one, Optional.empty()));
        page.raw("</ul>\n");
        if (!near.isEmpty()) {
            page.raw("<h3 class=\"list\">附近的民政服务</h3><ul class=\"services\">");
            near.forEach(one -> service(page, one.facility(), Optional.of(distance(one.metres()))));
            page.raw("</ul>\n");
        }
        page.raw("</section>\n");
    }

    private static void service(Markup page, StoredRecord one, Optional<String> away) {
        String category = one.text("category").orElse("");
        page.raw("<li>");
        FacilityClasses.find(category)
                .ifPresentOrElse(
                        known -> page.fill(
                                "<img src=\"/map-icons/%s.svg\" width=\"28\" height=\"28\" alt=\"\">", known.icon()),
                        () -> page.raw("<i></i>"));
        page.fill("<div><a href=\"/#&id=%s\">%s</a><small>%s", one.id(), one.title(), category);
        page.fillIf(" · 约 %s", away).fillIf(" · %s", one.text("opening_hours")).raw("</small>");
        one.text("phone")
                .ifPresent(phone ->
                        page.fill("<a class=\"phone\" href=\"tel:%s\">%s</a>", phone.replaceAll("[^0-9+]", ""), phone));
        page.raw("</div></li>\n");
    }

    private static String distance(double metres) {
        return metres < 1000
                ? Math.max(10, Math.round(metres / 10) * 10) + " 米"
                : String.format(Locale.ROOT, "%.1f 千米", metres / 1000);
    }
}
