package cn.diming.api.tile;

import cn.diming.tiles.mvt.Tile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;

/** Answers with content that has an entity tag: whole, or that it has not changed. */
public final class Reply {

    private Reply() {}

    /**
     * Sends content that may change at any time: a client may keep it, but asks each time whether it is still so.
     *
     * @param etag with its quotes, weak or strong
     */
    public static void send(
            HttpServletRequest request, HttpServletResponse response, String type, byte[] body, String etag)
            throws IOException {
        headers(response, etag);
        if (isKnown(request, etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            write(request, response, type, body);
        }
    }

    /** Sends text whose tag is made from it. */
    public static void sendText(HttpServletRequest request, HttpServletResponse response, String type, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        send(request, response, type + ";charset=UTF-8", body, "W/" + Tile.etagOf(body));
    }

    static void headers(HttpServletResponse response, String etag) {
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    static void write(HttpServletRequest request, HttpServletResponse response, String type, byte[] body)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** Weak comparison, as RFC 9110 asks for If-None-Match. */
    static boolean isKnown(HttpServletRequest request, String etag) {
        String opaque = etag.substring(etag.indexOf('"'));
        Enumeration<String> headers = request.getHeaders("If-None-Match");
        while (headers.hasMoreElements()) {
            String header = headers.nextElement();
            if (header.equals("*") || header.contains(opaque)) {
                return true;
            }
        }
        return false;
    }

    /** Address under which the client reached us, without a slash at the end. */
    public static String baseUrl(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.getScheme().equals("https") ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }
}
