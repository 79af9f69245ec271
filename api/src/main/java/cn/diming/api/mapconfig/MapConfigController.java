package cn.diming.api.mapconfig;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.generated.MapConfigApi;
import cn.diming.api.generated.model.BaseMap;
import cn.diming.api.generated.model.DataSourceNote;
import cn.diming.api.generated.model.MapConfig;
import cn.diming.api.generated.model.MapView;
import cn.diming.api.generated.model.ProjectedCrs;
import cn.diming.api.generated.model.TileSet;
import cn.diming.core.Core;
import cn.diming.core.geo.GaussKruger;
import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.TileService;
import cn.diming.tiles.style.SymbolBook;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Title, first view, layers and base maps, from the settings and from where the data is. */
@RestController
class MapConfigController implements MapConfigApi {

    private static final String DEMO_NOTICE = "演示数据，纯属虚构";
    private static final double FALSE_EASTING_METRES = 500_000;
    private static final int MIN_ZOOM = 3;
    private static final int MAX_ZOOM = 20;
    /** All of China, for a service without data. */
    private static final MapView CHINA = new MapView(104.0, 35.0, 4.0);

    private final Core core;
    private final DimingProperties properties;
    private final LayerCatalog catalog;
    private final TileService tiles;
    private final SymbolBook symbols;

    MapConfigController(
            Core core, DimingProperties properties, LayerCatalog catalog, TileService tiles, SymbolBook symbols) {
        this.core = core;
        this.properties = properties;
        this.catalog = catalog;
        this.tiles = tiles;
        this.symbols = symbols;
    }

    @Override
    public ResponseEntity<MapConfig> getMapConfig() {
        MapView view = view();
        MapConfig config = new MapConfig(
                properties.title(),
                properties.demo() || core.demoNotice().isPresent(),
                view,
                "/styles/" + symbols.name() + ".json",
                tileSets(),
                properties.baseMaps().stream().map(MapConfigController::baseMap).toList(),
                projected(view.getLon()),
                properties.sources().stream().map(MapConfigController::source).toList());
        Optional.ofNullable(properties.notice())
                .or(core::demoNotice)
                .or(() -> properties.demo() ? Optional.of(DEMO_NOTICE) : Optional.empty())
                .ifPresent(config::notice);
        Optional.ofNullable(properties.mapApprovalNumber()).ifPresent(config::mapApprovalNumber);
        return ResponseEntity.ok(config);
    }

    private List<TileSet> tileSets() {
        return catalog.sets().stream()
                .filter(set -> set.audience() == Audience.PUBLIC)
                .map(set -> new TileSet(set.name(), set.title(), "/tiles/" + set.name() + ".json"))
                .toList();
    }

    /** The middle of the data, from the description of the public tiles. */
    private MapView view() {
        return catalog.sets().stream()
                .filter(set -> set.audience() == Audience.PUBLIC)
                .findFirst()
                .flatMap(set -> tiles.findTileJson(set.name(), Viewer.PUBLIC, ""))
                .map(description -> JsonMapper.shared().readTree(description.json()))
                .filter(json ->
                        json.at("/bounds/0").asDouble() <= json.at("/bounds/2").asDouble())
                .map(MapConfigController::view)
                .orElse(CHINA)
                .minZoom(MIN_ZOOM)
                .maxZoom(MAX_ZOOM);
    }

    private static MapView view(JsonNode json) {
        List<Double> box =
                json.get("bounds").valueStream().map(JsonNode::asDouble).toList();
        return new MapView(
                        json.at("/center/0").asDouble(),
                        json.at("/center/1").asDouble(),
                        json.at("/center/2").asDouble())
                .bbox(box);
    }

    /** The three-degree zone of the view's middle, eastings without the zone's number. */
    private static ProjectedCrs projected(double lon) {
        GaussKruger zone = GaussKruger.threeDegree(Math.clamp(lon, 75.0, 135.0));
        int meridian = zone.centralMeridian();
        return new ProjectedCrs(
                zone.withoutZonePrefix().id(),
                "CGCS2000 3 度带 " + meridian + "°E",
                (double) meridian,
                FALSE_EASTING_METRES);
    }

    private static BaseMap baseMap(DimingProperties.BaseMap map) {
        BaseMap dto = new BaseMap(map.id(), map.name(), map.url())
                .minZoom(map.minZoom())
                .maxZoom(map.maxZoom());
        Optional.ofNullable(map.annotationUrl()).ifPresent(dto::annotationUrlTemplate);
        Optional.ofNullable(map.subdomains()).ifPresent(dto::subdomains);
        Optional.ofNullable(map.attribution()).ifPresent(dto::attribution);
        return dto;
    }

    private static DataSourceNote source(DimingProperties.Source source) {
        DataSourceNote dto = new DataSourceNote(source.name());
        Optional.ofNullable(source.licence()).ifPresent(dto::licence);
        Optional.ofNullable(source.url()).ifPresent(dto::url);
        Optional.ofNullable(source.note()).ifPresent(dto::note);
        return dto;
    }
}
