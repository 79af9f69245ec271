package cn.diming.api.ogc;

import cn.diming.api.answer.Precision;
import cn.diming.api.answer.Versions;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.feature.Feature;
import cn.diming.core.feature.FeaturePage;
import cn.diming.core.feature.FeatureQuery;
import cn.diming.core.feature.FeatureStore;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.record.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The features of a collection, and single ones. */
@RestController
class ItemController {

    static final String CONTENT_CRS = "Content-Crs";

    private final FeatureStore features;
    private final Clock clock;
    private final Visitor visitor;
    private final Precision precision;
    private final Systems systems;
    private final Pages pages;

    ItemController(Core core, Visitor visitor, Precision precision, Systems systems, Pages pages) {
        this.features = core.features();
        this.clock = core.clock();
        this.visitor = visitor;
        this.precision = precision;
        this.systems = systems;
        this.pages = pages;
    }

    @GetMapping("/ogc/collections/{collectionId}/items")
    ResponseEntity<byte[]> items(HttpServletRequest servlet, @PathVariable String collectionId) {
        Actor actor = visitor.actor();
        FeatureType type = FeatureCollectionController.type(actor, collectionId);
        OgcRequest request = new OgcRequest(servlet, OgcFormat.FEATURES, ItemsParameters.KNOWN);
        ItemsParameters parameters = new ItemsParameters(
                request,
                type,
                name -> system(actor, request, name),
                systems.extent(actor, type).hasUnlocated());
        OgcCrs crs = system(actor, request, ItemsParameters.CRS);
        Set<String> shown = parameters.properties().orElseGet(() -> FeatureProperties.names(type));
        FeatureQuery query = parameters.query();
        FeaturePage page = features.page(actor, query);
        Optional<Link> next = page.next()
                .map(after -> new Link(
                        request.withParameter(ItemsParameters.AFTER, Optional.of(after.toText())),
                        "next",
                        request.format().linkType(),
                        "下一页"));
        int decimals = decimals(actor, crs);
        ResponseEntity.BodyBuilder answer = Answers.ok(request.format()).header(CONTENT_CRS, "<" + crs.uri() + ">");
        return switch (request.format()) {
            case HTML -> answer.body(ItemPages.items(pages, request, type, page, next));
            case CSV ->
                table(answer, page, next)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(type, "csv"))
                        .body(new FeatureCsv(type, crs, decimals, shown).table(page.features()));
            case FLATGEOBUF ->
                table(answer, page, next)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(type, "fgb"))
                        .body(new FeatureFlatGeobuf(type, crs, decimals, shown).file(page.features()));
            default -> {
                List<Link> links = new ArrayList<>(request.selfAndAlternates());
                next.ifPresent(links::add);
                links.add(collectionLink(request, type));
                yield answer.body(new FeatureJson(type, crs, decimals, shown)
                        .collection(page, links, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            }
        };
    }

    @GetMapping("/ogc/collections/{collectionId}/items/{featureId}")
    ResponseEntity<byte[]> item(
            HttpServletRequest servlet, @PathVariable String collectionId, @PathVariable String featureId) {
        Actor actor = visitor.actor();
        FeatureType type = FeatureCollectionController.type(actor, collectionId);
        OgcRequest request = new OgcRequest(servlet, OgcFormat.FEATURE, Set.of(ItemsParameters.CRS));
        OgcCrs crs = system(actor, request, ItemsParameters.CRS);
        Feature feature = features.get(actor, type, number(type, featureId));
        ResponseEntity.BodyBuilder answer = Answers.ok(request.format())
                .header(CONTENT_CRS, "<" + crs.uri() + ">")
                .eTag(Versions.toTag(feature.version()));
        return answer.body(
                request.format() == OgcFormat.HTML
                        ? ItemPages.item(pages, request, type, feature)
                        : json(request, actor, type, crs, feature));
    }

    /** One feature as GeoJSON with its links. */
    byte[] json(OgcRequest request, Actor actor, FeatureType type, OgcCrs crs, Feature feature) {
        List<Link> links = new ArrayList<>(request.selfAndAlternates());
        links.add(collectionLink(request, type));
        return new FeatureJson(type, crs, decimals(actor, crs), FeatureProperties.names(type)).feature(feature, links);
    }

    /** @throws NotFound for what is no number of ours */
    static long number(FeatureType type, String featureId) {
        if (!featureId.matches("\\d{1,15}")) {
            throw new NotFound(type.title() + "中没有编号为 " + OgcRequest.shorten(featureId) + " 的要素");
        }
        return Long.parseLong(featureId);
    }

    private OgcCrs system(Actor actor, OgcRequest request, String parameter) {
        return request.find(parameter)
                .map(uri -> systems.system(actor, "参数 " + parameter, uri))
                .orElse(OgcCrs.CRS84);
    }

    /** A fifth decimal of a degree is about a metre. */
    private int decimals(Actor actor, OgcCrs crs) {
        int degrees = precision.decimalsFor(actor);
        return crs.isDegrees() ? degrees : Math.max(0, degrees - 5);
    }

    private static ResponseEntity.BodyBuilder table(
            ResponseEntity.BodyBuilder answer, FeaturePage page, Optional<Link> next) {
        answer.header("OGC-NumberReturned", "" + page.features().size());
        page.matched().ifPresent(matched -> answer.header("OGC-NumberMatched", "" + matched));
        next.ifPresent(link -> answer.header(HttpHeaders.LINK, "<" + link.href() + ">; rel=\"next\""));
        return answer;
    }

    private static String attachment(FeatureType type, String extension) {
        return "attachment; filename=\"" + type.id() + "." + extension + "\"";
    }

    private static Link collectionLink(OgcRequest request, FeatureType type) {
        return new Link(
                request.url("/collections/" + type.id()), "collection", OgcFormat.JSON.linkType(), type.title());
    }
}
