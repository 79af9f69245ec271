package cn.diming.api.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Finished documents as answers. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What somebody sees depends on who asks. */
    static ResponseEntity.BodyBuilder ok(OgcFormat format) {
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    static ResponseEntity<byte[]> document(OgcFormat format, Map<String, Object> content) {
        return ok(format).body(json(content));
    }

    static ResponseEntity<byte[]> page(Html page) {
        return ok(OgcFormat.HTML).body(page.end());
    }

    static byte[] json(Object content) {
        return JSON.writeValueAsBytes(content);
    }

    /** The page's own links to its other formats, as a list for the reader. */
    static List<Link> otherFormats(OgcRequest request) {
        List<Link> links = new ArrayList<>();
        request.selfAndAlternates().stream()
                .filter(link -> link.rel().equals("alternate"))
                .forEach(links::add);
        return links;
    }

    private Answers() {}
}
