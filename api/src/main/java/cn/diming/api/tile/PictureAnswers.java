package cn.diming.api.tile;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.core.record.PastDays;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.raster.PictureTiles;
import cn.diming.tiles.raster.TilePicture;
import cn.diming.tiles.raster.TooBusy;
import cn.diming.tiles.style.Sprite;
import cn.diming.tiles.style.SymbolBook;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests for tiles as pictures and for what the style needs: itself, its sprites, the days that can be chosen. */
final class PictureAnswers {

    private static final Pattern PICTURE =
            Pattern.compile("/tiles/([a-z][a-z0-9-]*)/(?:(\\d{3})/)?([^/]+)/([^/]+)/([^/@]+?)(@2x)?\\.png");
    private static final Pattern SPRITE = Pattern.compile("/tiles/sprites/([a-z][a-z0-9-]*)(@2x)?\\.(json|png)");
    private static final String STYLE = "/tiles/style.json";
    private static final String DAYS = "/tiles/days.json";
    private static final String JSON = "application/json";
    private static final String RETRY_SECONDS = "2";

    private final PictureTiles pictures;
    private final SymbolBook symbols;
    private final String styleSet;
    private final Supplier<List<PastDays.ChangeDay>> days;
    private final List<Sprite> sprites;

    /**
     * @param styleSet the layer set that the style draws
     * @param days the days on which the map changed
     */
    PictureAnswers(
            PictureTiles pictures, SymbolBook symbols, String styleSet, Supplier<List<PastDays.ChangeDay>> days) {
        this.pictures = pictures;
        this.symbols = symbols;
        this.styleSet = styleSet;
        this.days = days;
        this.sprites = List.of(symbols.sprite(1), symbols.sprite(2));
    }

    /** False, and nothing answered, when there is no such thing for this viewer. */
    boolean answer(HttpServletRequest request, HttpServletResponse response, Viewer viewer, Optional<LocalDate> day)
            throws IOException {
        String path = request.getRequestURI();
        Matcher picture = PICTURE.matcher(path);
        if (picture.matches()) {
            return picture(wanted(picture, viewer, day), request, response);
        }
        Matcher sprite = SPRITE.matcher(path);
        if (sprite.matches() && sprite.group(1).equals(symbols.name())) {
            sprite(sprites.get(sprite.group(2) == null ? 0 : 1), sprite.group(3), request, response);
            return true;
        }
        return page(path, request, response);
    }

    private boolean page(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.equals(STYLE)) {
            String base = Reply.baseUrl(request) + TileAnswers.TILES;
            String style = symbols.styleJson(base + styleSet + ".json", base + "sprites/" + symbols.name());
            Reply.sendText(request, response, JSON, style);
        } else if (path.equals(DAYS)) {
            Reply.sendText(request, response, JSON, JsonMapper.shared().writeValueAsString(Map.of("days", days.get())));
        } else {
            return false;
        }
        return true;
    }

    private static PictureTiles.Wanted wanted(Matcher path, Viewer viewer, Optional<LocalDate> day) {
        TileCoord coord = TileAnswers.coord(path.group(3), path.group(4), path.group(5));
        int side = path.group(2) == null ? 256 : Integer.parseInt(path.group(2));
        return new PictureTiles.Wanted(path.group(1), viewer, day, coord, side, path.group(6) == null ? 1 : 2);
    }

    private boolean picture(PictureTiles.Wanted wanted, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            Optional<TilePicture> found = pictures.find(wanted);
            if (found.isPresent()) {
                Reply.send(
                        request,
                        response,
                        "image/png",
                        found.get().png(),
                        found.get().etag());
            }
            return found.isPresent();
        } catch (TooBusy busy) {
            response.setHeader("Retry-After", RETRY_SECONDS);
            Problems.write(response, ProblemType.UNAVAILABLE, busy.getMessage() + "。");
            return true;
        }
    }

    private static void sprite(Sprite sprite, String form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (form.equals("png")) {
            Reply.send(request, response, "image/png", sprite.png(), Tile.etagOf(sprite.png()));
        } else {
            Reply.sendText(request, response, JSON, sprite.json());
        }
    }
}
