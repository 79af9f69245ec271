package cn.diming.api.tile;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.BadTileRequest;
import cn.diming.tiles.mvt.MapTiles;
import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.mvt.TileJson;
import cn.diming.tiles.mvt.TileService;
import cn.diming.tiles.style.SymbolBook;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
    private static final String JSON = "application/json";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    /** An editor's own change is in the tiles within milliseconds; on another instance within a tenth of a second. */
    private static final long WAIT_MILLIS = 200;

    private static final int MOST_WAITING = 16;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final TileService tiles;
    private final MapTiles allDays;
    private final SymbolBook symbols;
    private final String styleSet;
    private final PictureAnswers pictures;
    private final Clock clock;

    /** @param styleSet the layer set that the style draws */
    TileAnswers(
            TileService tiles,
            MapTiles allDays,
            SymbolBook symbols,
            String styleSet,
            PictureAnswers pictures,
            Clock clock) {
        this.tiles = tiles;
        this.allDays = allDays;
        this.symbols = symbols;
        this.styleSet = styleSet;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** False, and nothing answered, when there is no such thing for this viewer. */
    boolean answer(HttpServletRequest request, HttpServletResponse response, Viewer viewer) throws IOException {
        try {
            return answered(request, response, viewer);
        } catch (BadParameter wrong) {
            Problems.write(response, ProblemType.BAD_REQUEST, wrong.getMessage() + "。");
        } catch (BadTileRequest offGrid) {
            Problems.write(response, ProblemType.NOT_FOUND, offGrid.getMessage() + "。");
        }
        return true;
    }

    private boolean answered(HttpServletRequest request, HttpServletResponse response, Viewer viewer)
            throws IOException {
        String path = request.getRequestURI();
        Optional<LocalDate> day = MapDay.parse(Query.find(request, "at"), clock);
        Matcher tile = TILE.matcher(path);
        if (tile.matches()) {
            return tile(tile, request, response, viewer, day);
        }
        Matcher description = DESCRIPTION.matcher(path);
        Optional<TileJson> json = description.matches()
                ? tiles.findTileJson(description.group(1), viewer, Reply.baseUrl(request))
                : Optional.empty();
        if (json.isPresent()) {
            Reply.sendText(request, response, JSON, json.get().json());
            return true;
        }
        Matcher style = STYLE.matcher(path);
        if (style.matches() && style.group(1).equals(symbols.name())) {
            String text = symbols.styleJson(TILES + styleSet + ".json", TILES + "sprites/" + symbols.name());
            Reply.sendText(request, response, JSON, text);
            return true;
        }
        return pictures.answer(request, response, viewer, day);
    }

    private boolean tile(
            Matcher path,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            Optional<LocalDate> day)
            throws IOException {
        TileCoord coord = coord(path.group(2), path.group(3), path.group(4));
        Optional<String> after = Query.find(request, "after");
        if (after.isPresent() && !waited(after.get())) {
            throw new BadParameter("after 应为变更编号，即一个非负整数");
        }
        response.setHeader("Diming-Seq", Long.toString(tiles.position()));
        Optional<Tile> tile = allDays.find(path.group(1), coord, viewer, day);
        if (tile.isPresent()) {
            send(request, response, tile.get());
        }
        return tile.isPresent();
    }

    /**
     * Reads the address of a tile.
     *
     * @throws BadParameter if it is not made of numbers
     * @throws BadTileRequest if there is no such tile
     */
    static TileCoord coord(String z, String x, String y) {
        for (String part : List.of(z, x, y)) {
            if (!NUMBER.matcher(part).matches()) {
                throw new BadParameter("瓦片的级别与行列号应为非负整数");
            }
        }
        return TileCoord.parse(z, x, y);
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
        Reply.headers(response, tile.etag());
        response.addHeader("Vary", "Accept-Encoding");
        if (Reply.isKnown(request, tile.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        boolean gzip = !tile.isEmpty() && acceptsGzip(request);
        byte[] body = gzip ? tile.gzip() : tile.bytes();
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        Reply.write(request, response, Tile.MEDIA_TYPE, body);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null
                && accepted.toLowerCase(Locale.ROOT)
                        .matches("(.*,)?\\s*(gzip|\\*)\\s*(;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?\\s*(,.*)?");
    }
}
