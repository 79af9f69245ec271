package cn.diming.api.shop;

import cn.diming.core.media.MediaFile;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Photos that are not public: a file says exactly what it is, can do nothing but be looked at, and stays with its reader. */
final class ShopPhotos {

    static ResponseEntity<Resource> file(MediaFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new FileSystemResource(file.path()));
    }

    private ShopPhotos() {}
}
