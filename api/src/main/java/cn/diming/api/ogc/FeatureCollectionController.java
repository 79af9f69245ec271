package cn.diming.api.ogc;

import cn.diming.api.answer.Days;
import cn.diming.api.security.Visitor;
import cn.diming.core.access.Actor;
import cn.diming.core.cql.Queryable;
import cn.diming.core.feature.Extent;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.geo.Bbox;
import cn.diming.core.record.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The collections, one of them, and what can be asked and sorted by in it. */
@RestController
class FeatureCollectionController {

    private static final List<OgcFormat> SCHEMAS = List.of(OgcFormat.SCHEMA, OgcFormat.HTML);

    private final Visitor visitor;
    private final Systems systems;
    private final Pages pages;

    FeatureCollectionController(Visitor visitor, Systems systems, Pages pages) {
        this.visitor = visitor;
        this.systems = systems;
        this.pages = pages;
    }

    @GetMapping("/ogc/collections")
    ResponseEntity<byte[]> collections(HttpServletRequest servlet) {
        OgcRequest request = new OgcRequest(servlet, OgcFormat.DOCUMENTS, Set.of());
        Actor actor = visitor.actor();
        List<FeatureType> types = systems.typesFor(actor);
        if (request.format() == OgcFormat.HTML) {
            Html page = pages.page("要素集", Trails.root(request)).beginTable(List.of("要素集", "编号", "说明"));
            types.forEach(type -> page.row(
                    request.url("/collections/" + type.id()) + "?f=html",
                    List.of(type.title(), type.id(), type.description())));
            return Answers.page(page.endTable().links(Answers.otherFormats(request)));
        }
        List<OgcCrs> offered = systems.offered(actor);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("links", request.selfAndAlternates());
        document.put("crs", uris(offered));
        document.put(
                "collections",
                types.stream()
                        .map(type -> describe(request, actor, type, List.of(selfLink(request, type))))
                        .toList());
        return Answers.document(request.format(), document);
    }

    @GetMapping("/ogc/collections/{collectionId}")
    ResponseEntity<byte[]> collection(HttpServletRequest servlet, @PathVariable String collectionId) {
        OgcRequest request = new OgcRequest(servlet, OgcFormat.DOCUMENTS, Set.of());
        Actor actor = visitor.actor();
        FeatureType type = type(actor, collectionId);
        if (request.format() == OgcFormat.HTML) {
            String items = request.url("/collections/" + type.id() + "/items");
            return Answers.page(pages.page(type.title(), Trails.collections(request))
                    .paragraph(type.description())
                    .map(items + "?f=json&limit=500")
                    .links(List.of(
                            Trails.html(items, "查看要素"),
                            Trails.html(request.url("/collections/" + type.id() + "/queryables"), "可筛选的属性")))
                    .heading("坐标系")
                    .list(systems.offered(actor).stream()
                            .map(crs -> new Link(
                                    crs.uri(),
                                    "about",
                                    OgcFormat.HTML.linkType(),
                                    crs.crs().title() + "　" + crs.uri()))
                            .toList())
                    .heading("下载与其他格式")
                    .links(itemLinks(request, type))
                    .links(Answers.otherFormats(request)));
        }
        return Answers.document(request.format(), describe(request, actor, type, request.selfAndAlternates()));
    }

    /** @throws NotFound for no collection of ours, or none that the actor may see */
    static FeatureType type(Actor actor, String id) {
        return FeatureType.find(id)
                .filter(type -> type.isFor(actor))
                .orElseThrow(() -> new NotFound("没有要素集 " + OgcRequest.shorten(id)));
    }

    private static Link selfLink(OgcRequest request, FeatureType type) {
        return new Link(request.url("/collections/" + type.id()), "self", OgcFormat.JSON.linkType(), type.title());
    }

    private Map<String, Object> describe(OgcRequest request, Actor actor, FeatureType type, List<Link> own) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", type.id());
        document.put("title", type.title());
        document.put("description", type.description());
        document.put("itemType", "feature");
        Map<String, Object> extent = extent(systems.extent(actor, type));
        if (!extent.isEmpty()) {
            document.put("extent", extent);
        }
        document.put("crs", uris(systems.offered(actor)));
        document.put("storageCrs", OgcCrs.STORED.uri());
        List<Link> links = new ArrayList<>(own);
        links.addAll(itemLinks(request, type));
        String schema = OgcFormat.SCHEMA.linkType();
        String here = request.url("/collections/" + type.id());
        links.add(new Link(here + "/queryables", Link.OGC + "queryables", schema, "可筛选的属性"));
        links.add(new Link(here + "/sortables", Link.OGC + "sortables", schema, "可排序的属性"));
        document.put("links", links);
        return document;
    }

    private static List<Link> itemLinks(OgcRequest request, FeatureType type) {
        return OgcFormat.FEATURES.stream()
                .map(format -> new Link(
                        request.url("/collections/" + type.id() + "/items?f=" + format.key()),
                        "items",
                        format.linkType(),
                        type.title() + "（" + format.title() + "）"))
                .toList();
    }

    private static List<String> uris(List<OgcCrs> offered) {
        return offered.stream().map(OgcCrs::uri).toList();
    }

    private static Map<String, Object> extent(Extent extent) {
        Map<String, Object> parts = new LinkedHashMap<>();
        extent.box()
                .ifPresent(box -> parts.put("spatial", Map.of("bbox", List.of(sides(box)), "crs", OgcCrs.CRS84.uri())));
        extent.from().map(Days::begin).ifPresent(from -> {
            Instant until = extent.until().filter(from::isBefore).orElse(from);
            parts.put(
                    "temporal",
                    Map.of(
                            "interval",
                            List.of(List.of(from.toString(), until.toString())),
                            "trs",
                            "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"));
        });
        return parts;
    }

    private static List<Double> sides(Bbox box) {
        return List.of(box.minLon(), box.minLat(), box.maxLon(), box.maxLat());
    }

    @GetMapping("/ogc/collections/{collectionId}/queryables")
    ResponseEntity<byte[]> queryables(HttpServletRequest servlet, @PathVariable String collectionId) {
        return properties(servlet, collectionId, "queryables", "可筛选的属性");
    }

    @GetMapping("/ogc/collections/{collectionId}/sortables")
    ResponseEntity<byte[]> sortables(HttpServletRequest servlet, @PathVariable String collectionId) {
        return properties(servlet, collectionId, "sortables", "可排序的属性");
    }

    private ResponseEntity<byte[]> properties(
            HttpServletRequest servlet, String collectionId, String resource, String title) {
        OgcRequest request = new OgcRequest(servlet, SCHEMAS, Set.of());
        FeatureType type = type(visitor.actor(), collectionId);
        List<Queryable> properties = type.queryables().list().stream()
                .filter(property -> resource.equals("queryables") || property.type() != Queryable.Type.GEOMETRY)
                .toList();
        if (request.format() == OgcFormat.HTML) {
            Html page = pages.page(title, Trails.collection(request, type)).beginTable(List.of("属性", "类型", "含义"));
            properties.forEach(property ->
                    page.row("", List.of(property.name(), property.type().title(), property.title())));
            return Answers.page(page.endTable().links(Answers.otherFormats(request)));
        }
        Map<String, Object> schemas = new LinkedHashMap<>();
        properties.forEach(property -> schemas.put(property.name(), schema(property)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", request.url("/collections/" + type.id() + "/" + resource));
        document.put("type", "object");
        document.put("title", type.title());
        document.put("properties", schemas);
        document.put("additionalProperties", false);
        return Answers.document(request.format(), document);
    }

    private static Map<String, Object> schema(Queryable property) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", property.title());
        switch (property.type()) {
            case TEXT -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case NUMBER -> schema.put("type", "number");
            case YES_NO -> schema.put("type", "boolean");
            case DATE -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
            case INSTANT -> {
                schema.put("type", "string");
                schema.put("format", "date-time");
            }
            case GEOMETRY -> schema.put("format", "geometry-any");
        }
        return schema;
    }
}
