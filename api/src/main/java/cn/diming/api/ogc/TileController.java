package cn.diming.api.ogc;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.record.NotFound;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.BadTileRequest;
import cn.diming.tiles.mvt.Tile;
import cn.diming.tiles.mvt.TileCoord;
import cn.diming.tiles.mvt.TileService;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public map's vector tiles as a tile set of OGC API Tiles, in the one matrix set WebMercatorQuad. */
@RestController
class TileController {

    private static final String SET = "map";
    private static final String TEMPLATE = "/tiles/" + TileDocuments.MATRIX_SET + "/{tileMatrix}/{tileRow}/{tileCol}";
    private static final String MATRIX_SETS = "/tileMatrixSets";

    private final TileService tiles;
    private final String title;
    private final Pages pages;

    TileController(TileService tiles, DimingProperties properties, Pages pages) {
        this.tiles = tiles;
        this.title = properties.title();
        this.pages = pages;
    }

    @GetMapping("/ogc/tileMatrixSets")
    ResponseEntity<byte[]> matrixSets(HttpServletRequest servlet) {
        OgcRequest request = new OgcRequest(servlet, OgcFormat.DOCUMENTS, Set.of());
        String here = request.url(MATRIX_SETS + "/" + TileDocuments.MATRIX_SET);
        if (request.format() == OgcFormat.HTML) {
            return Answers.page(pages.page("切片方案", Trails.root(request))
                    .list(List.of(Trails.html(here, TileDocuments.MATRIX_SET)))
                    .links(Answers.otherFormats(request)));
        }
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("id", TileDocuments.MATRIX_SET);
        set.put("title", TileDocuments.MATRIX_SET_TITLE);
        set.put("uri", TileDocuments.MATRIX_SET_URI);
        set.put("crs", TileDocuments.CRS);
        set.put(
                "links",
                List.of(
                        new Link(here, "self", OgcFormat.JSON.linkType(), TileDocuments.MATRIX_SET_TITLE),
                        new Link(here, "item", OgcFormat.JSON.linkType(), TileDocuments.MATRIX_SET_TITLE)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("links", request.selfAndAlternates());
        document.put("tileMatrixSets", List.of(set));
        return Answers.document(request.format(), document);
    }

    @GetMapping("/ogc/tileMatrixSets/{tileMatrixSetId}")
    ResponseEntity<byte[]> matrixSet(HttpServletRequest servlet, @PathVariable String tileMatrixSetId) {
        OgcRequest request = new OgcRequest(servlet, OgcFormat.DOCUMENTS, Set.of());
        requireKnown(tileMatrixSetId);
        if (request.format() == OgcFormat.HTML) {
            Html page = pages.page(TileDocuments.MATRIX_SET, Trails.root(request))
                    .paragraph(TileDocuments.MATRIX_SET_TITLE)
                    .beginTable(List.of("级别", "比例尺分母", "每像素米数", "行列数"));
            TileDocuments.matrices()
                    .forEach(matrix -> page.row(
                            "",
                            List.of(
                                    "" + matrix.get("id"),
                                    "" + matrix.get("scaleDenominator"),
                                    "" + matrix.get("cellSize"),
                                    "" + matrix.get("matrixWidth"))));
            return Answers.page(page.endTable().links(Answers.otherFormats(request)));
        }
        Map<String, Object> document = TileDocuments.matrixSet();
        document.put("links", request.selfAndAlternates());
        return Answers.document(request.format(), document);
    }

    @GetMapping("/ogc/tiles")
    ResponseEntity<byte[]> tileSets(HttpServletRequest servlet) {
        OgcRequest request = new OgcRequest(servlet, OgcFormat.DOCUMENTS, Set.of());
        String here = request.url("/tiles/" + TileDocuments.MATRIX_SET);
        if (request.format() == OgcFormat.HTML) {
            return Answers.page(pages.page("矢量瓦片集", Trails.root(request))
                    .list(List.of(Trails.html(here, title + " · " + TileDocuments.MATRIX_SET)))
                    .links(Answers.otherFormats(request)));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("links", request.selfAndAlternates());
        document.put(
                "tilesets",
                List.of(describe(
                        request, List.of(new Link(here, "self", OgcFormat.JSON.linkType(), title + "（瓦片集说明）")))));
        return Answers.document(request.format(), document);
    }

    @GetMapping("/ogc/tiles/{tileMatrixSetId}")
    ResponseEntity<byte[]> tileSet(HttpServletRequest servlet, @PathVariable String tileMatrixSetId) {
        OgcRequest request = new OgcRequest(servlet, OgcFormat.DOCUMENTS, Set.of());
        requireKnown(tileMatrixSetId);
        if (request.format() == OgcFormat.HTML) {
            return Answers.page(pages.page(TileDocuments.MATRIX_SET, Trails.tiles(request))
                    .paragraph("瓦片地址：" + request.root() + TEMPLATE)
                    .links(Answers.otherFormats(request)));
        }
        return Answers.document(request.format(), describe(request, request.selfAndAlternates()));
    }

    private Map<String, Object> describe(OgcRequest request, List<Link> own) {
        List<Link> links = new ArrayList<>(own);
        links.add(new Link(
                request.url(MATRIX_SETS + "/" + TileDocuments.MATRIX_SET),
                Link.OGC + "tiling-scheme",
                OgcFormat.JSON.linkType(),
                TileDocuments.MATRIX_SET_TITLE));
        links.add(new Link(request.root() + TEMPLATE, "item", Tile.MEDIA_TYPE, "瓦片", true));
        Map<String, Object> document = documents().tileSet(title);
        document.put("links", links);
        return document;
    }

    private TileDocuments documents() {
        return tiles.findTileJson(SET, Viewer.PUBLIC, "")
                .map(json -> TileDocuments.of(json.json()))
                .orElseThrow(() -> new NotFound("没有公众瓦片集"));
    }

    /** Whoever asks for the template itself, braces and all, is told what the tile set is. */
    @GetMapping("/ogc/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}")
    ResponseEntity<byte[]> tile(
            HttpServletRequest servlet,
            @PathVariable String tileMatrixSetId,
            @PathVariable String tileMatrix,
            @PathVariable String tileRow,
            @PathVariable String tileCol) {
        requireKnown(tileMatrixSetId);
        if (tileMatrix.equals("{tileMatrix}")) {
            return tileSet(servlet, tileMatrixSetId);
        }
        TileCoord coord = coord(tileMatrix, tileCol, tileRow);
        if (!documents().covers(coord.z(), coord.y(), coord.x())) {
            throw new NotFound("瓦片不在瓦片集的范围内");
        }
        Tile tile = tiles.findTile(SET, coord, Viewer.PUBLIC).orElseThrow(() -> new NotFound("没有公众瓦片集"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Tile.MEDIA_TYPE))
                .cacheControl(CacheControl.noCache())
                .eTag(tile.etag())
                .body(tile.bytes());
    }

    private static TileCoord coord(String tileMatrix, String tileCol, String tileRow) {
        for (String number : List.of(tileMatrix, tileCol, tileRow)) {
            if (!number.matches("\\d{1,10}")) {
                throw new ProblemException(ProblemType.BAD_REQUEST, "瓦片的级别与行列号应为非负整数。");
            }
        }
        try {
            return TileCoord.parse(tileMatrix, tileCol, tileRow);
        } catch (BadTileRequest offGrid) {
            throw new NotFound(String.valueOf(offGrid.getMessage()));
        }
    }

    private static void requireKnown(String tileMatrixSetId) {
        if (!tileMatrixSetId.equals(TileDocuments.MATRIX_SET)) {
            throw new NotFound("没有切片方案 " + OgcRequest.shorten(tileMatrixSetId));
        }
    }
}
