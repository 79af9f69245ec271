package cn.diming.api;

import cn.diming.api.config.DimingProperties;
import cn.diming.api.config.SecretFile;
import cn.diming.core.Core;
import cn.diming.core.boundary.AgreementDocuments;
import cn.diming.core.bucket.Bucket;
import cn.diming.core.bucket.BucketAddress;
import cn.diming.core.change.ChangeFollower;
import cn.diming.core.change.ChangePump;
import cn.diming.core.collect.FieldCollection;
import cn.diming.core.contact.CodeLimits;
import cn.diming.core.contact.CodeSender;
import cn.diming.core.contact.ContactCodes;
import cn.diming.core.contact.LogSender;
import cn.diming.core.contact.MailSender;
import cn.diming.core.contact.WebhookSender;
import cn.diming.core.db.Db;
import cn.diming.core.db.DbConfig;
import cn.diming.core.db.DbConfig.Server;
import cn.diming.core.geo.CrsTransform;
import cn.diming.core.inspection.FieldWork;
import cn.diming.core.inspection.Inspections;
import cn.diming.core.media.Media;
import cn.diming.core.paper.Documents;
import cn.diming.core.platform.PlatformBundles;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.PlaceSearch;
import cn.diming.core.search.SearchFollower;
import cn.diming.core.search.SearchIndex;
import cn.diming.core.shop.Shops;
import cn.diming.core.village.Villages;
import cn.diming.tiles.PastMap;
import cn.diming.tiles.TileFollower;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.mvt.DayTiles;
import cn.diming.tiles.mvt.MapTiles;
import cn.diming.tiles.mvt.TileChanges;
import cn.diming.tiles.mvt.TileLayerStore;
import cn.diming.tiles.mvt.TileService;
import cn.diming.tiles.raster.PictureTiles;
import cn.diming.tiles.style.SymbolBook;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The core as beans, unless the caller brought one, and what follows its journal. */
@Configuration(proxyBeanMethods = false)
class CoreBeans {

    private static final long TILE_CACHE_BYTES = 32L << 20;
    private static final long DAY_CACHE_BYTES = 8L << 20;
    private static final long PICTURE_CACHE_BYTES = 24L << 20;

    @Bean
    @ConditionalOnMissingBean
    Core core(DimingProperties properties) {
        return Core.open(database(properties), Clock.systemDefaultZone(), Optional.of(properties.profileFolder()));
    }

    /** Reading the EPSG database takes seconds; the first request should not wait for it. */
    @Bean
    ApplicationRunner referenceSystems(DimingProperties properties) {
        return arguments -> Thread.ofPlatform()
                .daemon()
                .name("epsg")
                .start(() ->
                        CrsTransform.warmUp(properties.data().resolve("epsg").toAbsolutePath()));
    }

    @Bean
    DivisionTree divisions(Core core) {
        return core.divisions();
    }

    @Bean
    ChangePump divisionPump(Core core, DivisionTree divisions) {
        return pump(core, divisions);
    }

    @Bean
    ChangePump namePump(Core core) {
        return pump(core, core.nameChecks().index());
    }

    @Bean(destroyMethod = "close")
    SearchIndex searchIndex(DimingProperties properties) {
        return SearchIndex.open(properties.data().resolve("search"));
    }

    @Bean(destroyMethod = "close")
    SearchFollower searchFollower(Core core, SearchIndex index) {
        return new SearchFollower(index, core.store(), core.journal());
    }

    @Bean
    ChangePump searchPump(Core core, SearchFollower follower) {
        return pump(core, follower);
    }

    @Bean
    PlaceSearch placeSearch(Core core, SearchIndex index) {
        return new PlaceSearch(index, core.store(), core.divisions());
    }

    /** The office's own templates lie in the folder {@code papers} of the data folder. */
    @Bean
    Documents documents(Core core, Media media, DimingProperties properties) {
        return new Documents(
                new Documents.Sources(
                        core.casework().cases(),
                        core.records(),
                        core.store(),
                        core.events(),
                        core.register(),
                        core.protectionList(),
                        core.divisions(),
                        core.audit(),
                        core.accounts(),
                        media),
                Documents.templates(Optional.of(properties.data().resolve("papers"))),
                core.clock());
    }

    @Bean
    Media media(Core core, DimingProperties properties) {
        DimingProperties.Media settings = properties.media();
        Path folder =
                Optional.ofNullable(settings.folder()).orElse(properties.data().resolve("media"));
        return new Media(core.mediaSetting(), folder, settings.limits(), bucket(core, settings.s3()));
    }

    private static Optional<Bucket> bucket(Core core, DimingProperties.S3 settings) {
        return Optional.ofNullable(settings.endpoint())
                .map(endpoint -> new BucketAddress(
                        endpoint,
                        settings.region(),
                        settings.bucket(),
                        settings.prefix(),
                        Optional.ofNullable(settings.keyId()).orElse(""),
                        SecretFile.read(settings.secretFile(), settings.secret())
                                .orElse("")))
                .map(address -> new Bucket(address, core.clock()));
    }

    /** Codes go to the office's gateway; without one, those of a demonstration stand in the log, and real people get none. */
    @Bean
    Shops shops(Core core, Media media, DimingProperties properties) {
        boolean demo = properties.demo() || core.demoNotice().isPresent();
        Optional<CodeSender> sender = sender(properties.contact(), core.clock())
                .or(() -> demo ? Optional.of(new LogSender()) : Optional.empty());
        return new Shops(
                core.shopSetting(), media, new ContactCodes(core.db(), core.clock(), CodeLimits.USUAL, sender));
    }

    private static Optional<CodeSender> sender(DimingProperties.Contact settings, Clock clock) {
        return Optional.ofNullable(settings.webhook())
                .<CodeSender>map(gateway -> new WebhookSender(
                        gateway,
                        SecretFile.read(settings.secretFile(), settings.secret())
                                .orElse(""),
                        clock))
                .or(() -> settings.mail().gateway().map(gateway -> new MailSender(gateway, clock)));
    }

    @Bean
    PlatformBundles platformBundles(Core core, Shops shops, Media media, FieldCollection collection) {
        return new PlatformBundles(shops, media, core.divisions(), collection.submissions());
    }

    @Bean
    FieldCollection fieldCollection(Core core, Media media) {
        return new FieldCollection(core.collectionSetting(), media);
    }

    @Bean
    AgreementDocuments agreementDocuments(Core core, Media media) {
        return new AgreementDocuments(
                new AgreementDocuments.Setting(core.db(), core.journal(), core.audit(), core.boundaryLines(), media));
    }

    @Bean
    Inspections inspections(Core core) {
        return core.inspections();
    }

    @Bean
    FieldWork inspectionFieldWork(Inspections inspections, Media media) {
        return new FieldWork(inspections, media);
    }

    @Bean
    Villages villages(Core core) {
        return new Villages(core.db(), core.divisions(), core.store(), core.records(), core.protectionList());
    }

    /** Tables of sounds and code that is compiled on use: the first person who searches should not wait for them. */
    @Bean
    ApplicationRunner searchWarmUp(PlaceSearch search) {
        return arguments -> Thread.ofPlatform().daemon().name("search-warm-up").start(search::warmUp);
    }

    @Bean
    LayerCatalog layerCatalog() {
        return LayerCatalog.bundled();
    }

    @Bean
    SymbolBook symbolBook() {
        return SymbolBook.bundled();
    }

    @Bean
    TileLayerStore tileLayers(LayerCatalog catalog) {
        return new TileLayerStore(catalog);
    }

    @Bean
    TileFollower tileFollower(Core core, TileLayerStore layers) {
        return new TileFollower(layers, core.store(), core.journal());
    }

    @Bean
    ChangePump tilePump(Core core, TileFollower follower) {
        return pump(core, follower);
    }

    @Bean
    TileService tileService(LayerCatalog catalog, TileLayerStore layers, DimingProperties properties) {
        return new TileService(catalog, layers, properties.publicDecimals(), TILE_CACHE_BYTES);
    }

    @Bean
    MapTiles mapTiles(
            Core core, LayerCatalog catalog, TileLayerStore layers, TileService today, DimingProperties properties) {
        PastMap past = new PastMap(core.store().pastDays());
        DayTiles days = new DayTiles(
                catalog, layers, past::changesOn, layers::position, properties.publicDecimals(), DAY_CACHE_BYTES);
        return new MapTiles(today, days);
    }

    @Bean
    PictureTiles pictureTiles(MapTiles tiles, SymbolBook symbols) {
        int processors = Runtime.getRuntime().availableProcessors();
        return new PictureTiles(tiles, symbols, PICTURE_CACHE_BYTES, Math.max(1, processors / 2));
    }

    @Bean
    TileChanges tileChanges(LayerCatalog catalog, TileLayerStore layers) {
        return new TileChanges(catalog, layers);
    }

    /** Commits of other instances on the same server are followed at once, not at the next look. */
    @Bean(destroyMethod = "close")
    Db.Listening otherInstances(Core core, List<ChangePump> pumps) {
        return core.journal().listen(() -> pumps.forEach(ChangePump::wake));
    }

    private static ChangePump pump(Core core, ChangeFollower follower) {
        return new ChangePump(core.journal(), follower).start();
    }

    private static DbConfig database(DimingProperties properties) {
        DimingProperties.Database settings = properties.db();
        if (settings.url() == null || settings.url().isBlank()) {
            return DbConfig.embedded(properties.data());
        }
        Server server = (Server) DbConfig.parse(settings.url());
        Optional<String> password = SecretFile.read(settings.passwordFile(), settings.password());
        return new Server(
                server.host(),
                server.port(),
                server.database(),
                Optional.ofNullable(settings.user()).or(server::user),
                password.or(server::password));
    }
}
