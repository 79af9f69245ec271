package cn.diming.api.tile;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.BadTileRequest;
import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.mvt.TileJson;
import cn.diming.tiles.mvt.TileService;
import cn.diming.tiles.style.SymbolBook;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers requests for tiles, tile descriptions and styles, for one audience at a time. */
final class TileAnswers {

    static final String TILES = "/tiles/";
    static final String STYLES = "/styles/";

    private static final Pattern TILE = Pattern.compile("/tiles/([a-z][a-z0-9-]*)/([^/]+)/([^/]+)/([^/]+)\\.mvt");
    private static final Pattern DESCRIPTION = Pattern.compile("/tiles/([a-z][a-z0-9-]*)\\.json");
    private static final Pattern STYLE = Pattern.compile("/styles/([a-z][a-z0-9-]*)\\.json");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    /** An editor's own change is in the tiles within milliseconds; on another instance within a tenth of a second. */
    private static final long WAIT_MILLIS = 200;

    private static final int MOST_WAITING = 16;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final TileService tiles;
    private final SymbolBook symbols;
    private final String styleSet;

    /** @param styleSet the layer set that the style draws */
    TileAnswers(TileService tiles, SymbolBook symbols, String styleSet) {
        this.tiles = tiles;
        this.symbols = symbols;
        this.styleSet = styleSet;
    }

    /** False, and nothing answered, when there is no such thing for this audience. */
    boolean answer(HttpServletRequest request, HttpServletResponse response, Viewer viewer) throws IOException {
        String path = request.getRequestURI();
        Matcher tile = TILE.matcher(path);
        if (tile.matches()) {
            return tile(tile, request, response, viewer);
        }
        Matcher description = DESCRIPTION.matcher(path);
        if (description.matches()) {
            Optional<TileJson> json = tiles.findTileJson(description.group(1), viewer, "");
            json.ifPresent(found -> sendJson(request, response, found.json()));
            return json.isPresent();
        }
        Matcher style = STYLE.matcher(path);
        if (style.matches() && style.group(1).equals(symbols.name())) {
            sendJson(request, response, symbols.styleJson(TILES + styleSet + ".json", TILES + "sprites/" + symbols.name()));
            return true;
        }
        return false;
    }

    private boolean tile(Matcher path, HttpServletRequest request, HttpServletResponse response, Viewer viewer)
            throws IOException {
        for (int part = 2; part <= 4; part++) {
            if (!NUMBER.matcher(path.group(part)).matches()) {
                Problems.write(response, ProblemType.BAD_REQUEST, "瓦片的级别与行列号应为非负整数。");
                return true;
            }
        }
        try {
            TileCoord coord = TileCoord.parse(path.group(2), path.group(3), path.group(4));
            Optional<String> after = Query.find(request, "after");
            if (after.isPresent() && !waited(after.get())) {
                Problems.write(response, ProblemType.BAD_REQUEST, "after 应为变更编号，即一个非负整数。");
                return true;
            }
            response.setHeader("Diming-Seq", Long.toString(tiles.position()));
            Optional<Tile> tile = tiles.findTile(path.group(1), coord, viewer);
            if (tile.isPresent()) {
                send(request, response, tile.get());
            }
            return tile.isPresent();
        } catch (BadTileRequest offGrid) {
            Problems.write(response, ProblemType.NOT_FOUND, offGrid.getMessage() + "。");
            return true;
        }
    }

    /** False if it is no number. Only a few wait at a time, so that nobody can keep all threads waiting. */
    private boolean waited(String after) {
        OptionalLong seq = Query.number(after);
        if (seq.isPresent() && seq.getAsLong() > tiles.position() && waiting.tryAcquire()) {
            try {
                tiles.await(seq.getAsLong(), WAIT_MILLIS);
            } finally {
                waiting.release();
            }
        }
        return seq.isPresent();
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Tile tile) throws IOException {
        headers(response, tile.etag());
        response.addHeader("Vary", "Accept-Encoding");
        if (isKnown(request, tile.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        boolean gzip = !tile.isEmpty() && acceptsGzip(request);
        byte[] body = gzip ? tile.gzip() : tile.bytes();
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        write(request, response, Tile.MEDIA_TYPE, body);
    }

    private static void sendJson(HttpServletRequest request, HttpServletResponse response, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String etag = "W/\"%08x\"".formatted(json.hashCode());
        headers(response, etag);
        try {
            if (isKnown(request, etag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            } else {
                write(request, response, "application/json;charset=UTF-8", body);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void headers(HttpServletResponse response, String etag) {
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String type, byte[] body)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** Weak comparison, as RFC 9110 asks for If-None-Match. */
    private static boolean isKnown(HttpServletRequest request, String etag) {
        String opaque = etag.substring(2);
        Enumeration<String> headers = request.getHeaders("If-None-Match");
        while (headers.hasMoreElements()) {
            String header = headers.nextElement();
            if (header.equals("*") || header.contains(opaque)) {
                return true;
            }
        }
        return false;
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && accepted.toLowerCase(Locale.ROOT)
                        .matches("(.*,)?\\s*(gzip|\\*)\\s*(;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?\\s*(,.*)?");
    }
}
