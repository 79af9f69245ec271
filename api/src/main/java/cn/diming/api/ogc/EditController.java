package cn.diming.api.ogc;

import cn.diming.api.answer.Versions;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.feature.Feature;
import cn.diming.core.feature.FeatureEdits;
import cn.diming.core.feature.FeatureType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Creates, replaces, changes and deletes features (Part 4); who may what, and which rules hold, is as at the desk. */
@RestController
class EditController {

    private static final String ITEMS = "/ogc/collections/{collectionId}/items";
    private static final String ITEM = ITEMS + "/{featureId}";
    private static final String GEOJSON = "application/geo+json";
    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final List<OgcFormat> ANSWERS = List.of(OgcFormat.GEOJSON);

    private final FeatureEdits edits;
    private final Visitor visitor;
    private final Systems systems;
    private final ItemController items;

    EditController(Core core, Visitor visitor, Systems systems, ItemController items) {
        this.edits = core.featureEdits();
        this.visitor = visitor;
        this.systems = systems;
        this.items = items;
    }

    @PostMapping(
            path = ITEMS,
            consumes = {GEOJSON, JSON})
    ResponseEntity<byte[]> create(
            HttpServletRequest servlet,
            @PathVariable String collectionId,
            @RequestBody byte[] body,
            @RequestHeader(name = ItemController.CONTENT_CRS, required = false) @Nullable String contentCrs) {
        Actor actor = visitor.actor();
        FeatureType type = type(actor, collectionId);
        OgcRequest request = new OgcRequest(servlet, ANSWERS, Set.of());
        Feature made = edits.create(actor, type, FeatureBody.whole(type, system(actor, contentCrs), body));
        String location = request.url("/collections/" + type.id() + "/items/" + made.id());
        return ResponseEntity.created(URI.create(location))
                .headers(headers -> describe(headers, made))
                .contentType(OgcFormat.GEOJSON.mediaType())
                .body(items.json(request, actor, type, OgcCrs.CRS84, made));
    }

    @PutMapping(
            path = ITEM,
            consumes = {GEOJSON, JSON})
    ResponseEntity<byte[]> replace(
            HttpServletRequest servlet,
            @PathVariable String collectionId,
            @PathVariable String featureId,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers) {
        return edit(servlet, collectionId, headers, (actor, type, version, crs) -> {
            FeatureEdits.Wanted wanted = FeatureBody.whole(type, crs, body);
            return edits.replace(actor, type, ItemController.number(type, featureId), version, wanted);
        });
    }

    @PatchMapping(
            path = ITEM,
            consumes = {MERGE_PATCH, GEOJSON, JSON})
    ResponseEntity<byte[]> update(
            HttpServletRequest servlet,
            @PathVariable String collectionId,
            @PathVariable String featureId,
            @RequestBody byte[] body,
            @RequestHeader HttpHeaders headers) {
        return edit(servlet, collectionId, headers, (actor, type, version, crs) -> {
            FeatureEdits.Wanted wanted = FeatureBody.patch(type, crs, body);
            return edits.update(actor, type, ItemController.number(type, featureId), version, wanted);
        });
    }

    @DeleteMapping(ITEM)
    ResponseEntity<Void> delete(
            @PathVariable String collectionId, @PathVariable String featureId, @RequestHeader HttpHeaders headers) {
        Actor actor = visitor.actor();
        FeatureType type = type(actor, collectionId);
        edits.delete(actor, type, ItemController.number(type, featureId), version(headers));
        return ResponseEntity.noContent().build();
    }

    /** What is done to one feature of a version, with a body in some system. */
    @FunctionalInterface
    private interface Edit {
        Feature of(Actor actor, FeatureType type, int version, OgcCrs crs);
    }

    private ResponseEntity<byte[]> edit(HttpServletRequest servlet, String collectionId, HttpHeaders given, Edit edit) {
        Actor actor = visitor.actor();
        FeatureType type = type(actor, collectionId);
        OgcRequest request = new OgcRequest(servlet, ANSWERS, Set.of());
        int version = version(given);
        OgcCrs crs = system(actor, given.getFirst(ItemController.CONTENT_CRS));
        Feature now = edit.of(actor, type, version, crs);
        return ResponseEntity.ok()
                .headers(headers -> describe(headers, now))
                .contentType(OgcFormat.GEOJSON.mediaType())
                .body(items.json(request, actor, type, OgcCrs.CRS84, now));
    }

    private static void describe(HttpHeaders headers, Feature feature) {
        headers.setETag(Versions.toTag(feature.version()));
        headers.set(ItemController.CONTENT_CRS, "<" + OgcCrs.CRS84.uri() + ">");
    }

    /** Who may not edit at all is told so before anything else is. */
    private static FeatureType type(Actor actor, String collectionId) {
        AccessPolicy.require(actor, Action.REGISTER);
        return FeatureCollectionController.type(actor, collectionId);
    }

    private static int version(HttpHeaders headers) {
        return Versions.expected(headers.getFirst(HttpHeaders.IF_MATCH));
    }

    private OgcCrs system(Actor actor, @Nullable String contentCrs) {
        return contentCrs == null
                ? OgcCrs.CRS84
                : systems.system(actor, "请求头 Content-Crs", contentCrs.replaceAll("^<|>$", ""));
    }
}
