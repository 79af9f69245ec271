package cn.diming.api.ogc;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.security.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The landing page, what the service conforms to, and its own definition. */
@RestController
class LandingController {

    private static final String DESCRIPTION = "按 OGC API 标准提供地名、街路巷、门牌、行政区划等要素与矢量瓦片，可在 QGIS 等软件中直接使用。";
    private static final List<OgcFormat> DEFINITIONS = List.of(OgcFormat.OPENAPI, OgcFormat.HTML);

    private static final List<String> CONFORMANCE = List.of(
            "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/update",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/optimistic-locking-etags",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/features",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/sortables",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
            "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
            "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions-plus",
            "http://www.opengis.net/spec/cql2/1.0/conf/spatial-functions",
            "http://www.opengis.net/spec/cql2/1.0/conf/property-property",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/dataset-tilesets",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/tms/2.0/conf/tilematrixset",
            "http://www.opengis.net/spec/tms/2.0/conf/json-tilematrixset");

    private final String title;
    private final Visitor visitor;
    private final Systems systems;
    private final ApiDocument definition;
    private final Pages pages;

    LandingController(
            DimingProperties properties, Visitor visitor, Systems systems, ApiDocument definition, Pages pages) {
        this.title = properties.title();
        this.visitor = visitor;
        this.systems = systems;
        this.definition = definition;
        this.pages = pages;
    }

    @GetMapping({"/ogc", "/ogc/"})
    ResponseEntity<byte[]> landing(HttpServletRequest servlet) {
        OgcRequest request = new OgcRequest(servlet, OgcFormat.DOCUMENTS, Set.of());
        List<Link> resources = resources(request);
        if (request.format() == OgcFormat.HTML) {
            return Answers.page(pages.page(title + " · OGC API", List.of())
                    .paragraph(DESCRIPTION)
                    .heading("资源")
                    .list(resources)
                    .heading("本页的其他格式")
                    .links(Answers.otherFormats(request)));
        }
        List<Link> links = new ArrayList<>(request.selfAndAlternates());
        links.addAll(resources);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", title);
        document.put("description", DESCRIPTION);
        document.put("links", links);
        return Answers.document(request.format(), document);
    }

    private static List<Link> resources(OgcRequest request) {
        String json = OgcFormat.JSON.linkType();
        return List.of(
                new Link(request.url("/collections"), "data", json, "要素集"),
                new Link(request.url("/conformance"), "conformance", json, "所符合的标准"),
                new Link(request.url("/api"), "service-desc", OgcFormat.OPENAPI.linkType(), "接口定义（OpenAPI 3.0）"),
                new Link(request.url("/api?f=html"), "service-doc", OgcFormat.HTML.linkType(), "接口文档"),
                new Link(request.url("/tiles?f=json"), Link.OGC + "tilesets-vector", json, "矢量瓦片集"),
                new Link(request.url("/tileMatrixSets"), Link.OGC + "tiling-schemes", json, "切片方案"));
    }

    @GetMapping("/ogc/conformance")
    ResponseEntity<byte[]> conformance(HttpServletRequest servlet) {
        OgcRequest request = new OgcRequest(servlet, OgcFormat.DOCUMENTS, Set.of());
        if (request.format() == OgcFormat.HTML) {
            return Answers.page(pages.page("所符合的标准", Trails.root(request))
                    .list(CONFORMANCE.stream()
                            .map(uri -> new Link(uri, "about", OgcFormat.HTML.linkType(), uri))
                            .toList()));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("links", request.selfAndAlternates());
        document.put("conformsTo", CONFORMANCE);
        return Answers.document(request.format(), document);
    }

    @GetMapping("/ogc/api")
    ResponseEntity<byte[]> definition(HttpServletRequest servlet) {
        OgcRequest request = new OgcRequest(servlet, DEFINITIONS, Set.of());
        Map<String, Object> document = definition.document(title, request.root(), systems.typesFor(visitor.actor()));
        return request.format() == OgcFormat.HTML
                ? Answers.page(definition.page(document, request, pages))
                : Answers.document(request.format(), document);
    }
}
