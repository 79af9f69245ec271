package cn.diming.api.wmts;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.api.tile.Reply;
import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.BadTileRequest;
import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.mvt.TileService;
import cn.diming.tiles.raster.PictureTiles;
import cn.diming.tiles.raster.TilePicture;
import cn.diming.tiles.raster.TooBusy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers WMTS requests for the public layer sets, ahead of sessions and accounts as the other tiles are. */
final class WmtsFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String XML = "application/xml";

    private final transient LayerCatalog catalog;
    private final transient TileService tiles;
    private final transient PictureTiles pictures;
    private final transient DimingProperties properties;

    WmtsFilter(LayerCatalog catalog, TileService tiles, PictureTiles pictures, DimingProperties properties) {
        this.catalog = catalog;
        this.tiles = tiles;
        this.pictures = pictures;
        this.properties = properties;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            Problems.write(response, ProblemType.METHOD_NOT_ALLOWED);
            return;
        }
        try {
            Optional<WmtsRequest> asked = WmtsRequest.of(request);
            if (asked.isPresent()) {
                answer(asked.get(), request, response);
            } else {
                Problems.write(response, ProblemType.NOT_FOUND, "没有这个 WMTS 地址。");
            }
        } catch (Fault fault) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType(XML + ";charset=UTF-8");
            response.getOutputStream().write(fault.xml().getBytes(StandardCharsets.UTF_8));
        } catch (TooBusy busy) {
            response.setHeader("Retry-After", "2");
            Problems.write(response, ProblemType.UNAVAILABLE, busy.getMessage() + "。");
        } catch (RuntimeException broken) {
            response.reset();
            Problems.writeIncident(request, response, ProblemType.BROKEN, broken);
        }
    }

    private void answer(WmtsRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (asked.get("REQUEST")) {
            case "GetCapabilities" ->
                Reply.sendText(request, response, XML, capabilities(request).xml());
            case "GetTile" -> tile(asked, request, response);
            default ->
                throw new Fault(
                        "OperationNotSupported",
                        "REQUEST",
                        "只支持 GetCapabilities 与 GetTile，不支持“%s”。"
                                .formatted(WmtsRequest.shortened(asked.get("REQUEST"))));
        }
    }

    private Capabilities capabilities(HttpServletRequest request) {
        return new Capabilities(
                catalog.sets().stream()
                        .filter(set -> set.audience() == Audience.PUBLIC)
                        .toList(),
                tiles.bounds(),
                properties.title(),
                Reply.baseUrl(request));
    }

    private void tile(WmtsRequest asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        asked.check("STYLE", Capabilities.STYLE);
        asked.check("TILEMATRIXSET", Capabilities.MATRIX_SET);
        TileCoord coord = coord(asked);
        String set = asked.get("LAYER");
        switch (asked.get("FORMAT")) {
            case Capabilities.PNG -> {
                TilePicture picture = pictures.find(
                                new PictureTiles.Wanted(set, Viewer.PUBLIC, Optional.empty(), coord, 256, 1))
                        .orElseThrow(() -> noLayer(set));
                Reply.send(request, response, Capabilities.PNG, picture.png(), picture.etag());
            }
            case Capabilities.MVT -> {
                Tile tile = tiles.findTile(set, coord, Viewer.PUBLIC).orElseThrow(() -> noLayer(set));
                Reply.send(request, response, Capabilities.MVT, tile.bytes(), tile.etag());
            }
            default ->
                throw Fault.invalid("FORMAT", "FORMAT 只支持 %s 与 %s。".formatted(Capabilities.PNG, Capabilities.MVT));
        }
    }

    private static Fault noLayer(String set) {
        return Fault.invalid("LAYER", "没有图层“%s”。".formatted(WmtsRequest.shortened(set)));
    }

    private static TileCoord coord(WmtsRequest asked) {
        try {
            return TileCoord.parse(asked.get("TILEMATRIX"), asked.get("TILECOL"), asked.get("TILEROW"));
        } catch (BadTileRequest off) {
            throw new Fault("TileOutOfRange", "TILEROW", off.getMessage() + "。");
        }
    }
}
