package cn.diming.api.ogc;

import cn.diming.core.feature.FeatureType;
import java.util.ArrayList;
import java.util.List;

/** The ways from the root to a page. */
final class Trails {

    static List<Link> root(OgcRequest request) {
        return List.of(html(request.root(), "OGC API"));
    }

    static List<Link> collections(OgcRequest request) {
        return plus(root(request), html(request.url("/collections"), "要素集"));
    }

    static List<Link> collection(OgcRequest request, FeatureType type) {
        return plus(collections(request), html(request.url("/collections/" + type.id()), type.title()));
    }

    static List<Link> items(OgcRequest request, FeatureType type) {
        return plus(collection(request, type), html(request.url("/collections/" + type.id() + "/items"), "要素"));
    }

    static List<Link> tiles(OgcRequest request) {
        return plus(root(request), html(request.url("/tiles"), "矢量瓦片集"));
    }

    static Link html(String href, String title) {
        return new Link(href + (href.contains("?") ? "&" : "?") + "f=html", "up", OgcFormat.HTML.linkType(), title);
    }

    private static List<Link> plus(List<Link> trail, Link step) {
        List<Link> longer = new ArrayList<>(trail);
        longer.add(step);
        return longer;
    }

    private Trails() {}
}
