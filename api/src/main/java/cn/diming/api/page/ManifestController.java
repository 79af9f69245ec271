package cn.diming.api.page;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What makes a page of telephones an installed one (W3C Web Application Manifest, which names the media type). The handler of static
 * files knows no such ending, and browsers are told to guess nothing.
 */
@Controller
class ManifestController {

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");

    @GetMapping("/{page:collect|inspect|shop}.webmanifest")
    ResponseEntity<Resource> manifest(@PathVariable String page) {
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("META-INF/resources/" + page + ".webmanifest"));
    }
}
