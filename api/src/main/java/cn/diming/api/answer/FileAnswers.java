package cn.diming.api.answer;

import cn.diming.core.media.MediaFile;
import cn.diming.core.paper.Papers.PaperFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files as answers: what is to be saved or opened has a name, Chinese or not; what others sent can do no harm. */
public final class FileAnswers {

    private static final CacheControl FOR_ITS_READER =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate();

    /** Any file to be saved. */
    public static ResponseEntity<Resource> saved(byte[] content, MediaType type, String fileName) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(fileName))
                .body(new ByteArrayResource(content));
    }

    /** A paper to be saved. */
    public static ResponseEntity<Resource> saved(PaperFile paper) {
        return saved(paper.content(), MediaType.parseMediaType(paper.mediaType()), paper.fileName());
    }

    /** The Content-Disposition of a file to be saved. */
    public static String attachment(String fileName) {
        return named(ContentDisposition.attachment(), fileName);
    }

    /** The Content-Disposition of a file that the browser may open. */
    public static String inline(String fileName) {
        return named(ContentDisposition.inline(), fileName);
    }

    private static String named(ContentDisposition.Builder disposition, String fileName) {
        return disposition.filename(fileName, StandardCharsets.UTF_8).build().toString();
    }

    /** A photo or recording says exactly what it is, may not be guessed to be a page, and could do nothing if it were one. */
    public static ResponseEntity.BodyBuilder harmless(MediaFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** One that is not public: it stays with who asked for it. */
    public static ResponseEntity<Resource> confidential(MediaFile file) {
        return harmless(file).cacheControl(FOR_ITS_READER).body(new FileSystemResource(file.path()));
    }

    private FileAnswers() {}
}
