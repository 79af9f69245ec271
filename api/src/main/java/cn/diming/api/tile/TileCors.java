package cn.diming.api.tile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Lets pages of other sites read public tiles, as far as the settings allow; the security chain comes too late for them. */
final class TileCors {

    private final List<String> origins;

    TileCors(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /** Says in the answer whether the asking page may read it. */
    void mark(HttpServletRequest request, HttpServletResponse response) {
        if (origins.isEmpty()) {
            return;
        }
        boolean everybody = origins.contains("*");
        if (!everybody) {
            response.addHeader("Vary", "Origin");
        }
        String origin = request.getHeader("Origin");
        if (origin != null && (everybody || origins.contains(origin))) {
            response.setHeader("Access-Control-Allow-Origin", everybody ? "*" : origin);
            response.setHeader("Access-Control-Expose-Headers", "ETag, Diming-Seq");
        }
    }

    /** Answers a browser that asks beforehand whether it may send more than the simplest headers. */
    boolean answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        mark(request, response);
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
        response.setHeader("Access-Control-Allow-Headers", "If-None-Match, Last-Event-ID");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return true;
    }
}
