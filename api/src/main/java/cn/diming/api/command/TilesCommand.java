package cn.diming.api.command;

import cn.diming.core.Core;
import cn.diming.core.change.RecordKind;
import cn.diming.core.record.StoredRecord;
import cn.diming.core.region.DivisionCode;
import cn.diming.tiles.PastMap;
import cn.diming.tiles.TileFollower;
import cn.diming.tiles.archive.ArchiveExport;
import cn.diming.tiles.archive.ArchiveFormat;
import cn.diming.tiles.archive.Region;
import cn.diming.tiles.layer.LayerCatalog;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.DayTiles;
import cn.diming.tiles.mvt.MapTiles;
import cn.diming.tiles.mvt.TileLayerStore;
import cn.diming.tiles.mvt.TileService;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tiles in files, for plain storage and for taking along. */
@Command(
        name = "tiles",
        description = {"导出瓦片", "Export tiles."})
final class TilesCommand extends DatabaseCommand implements Runnable {

    private static final String SET = "map";
    private static final Pattern ZOOMS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    /** An export sees each tile once. */
    private static final long CACHE_BYTES = 1 << 20;

    @Override
    public void run() {
        spec().commandLine().usage(out());
    }

    @Command(
            name = "export",
            description = {
                "导出一个范围的公众瓦片为 PMTiles 或 MBTiles；中断后再次运行会接着做 (export)",
                "The public tiles of a region as PMTiles or MBTiles; run again after a stop, it goes on."
            })
    int export(
            @Parameters(paramLabel = "文件", description = "以 .pmtiles 或 .mbtiles 结尾；已有的文件在新文件完整之后才被替换") Path file,
            @ArgGroup @Nullable Extent extent,
            @Option(names = "--zoom", paramLabel = "最小-最大", defaultValue = "3-14", description = "级别范围，缺省 3-14 (zooms)")
                    String zoom,
            @Option(names = "--at", paramLabel = "日期", description = "过去某日的地图，如 2019-05-01 (a day of the past)")
                    @Nullable
                    LocalDate day,
            @Option(
                            names = "--decimals",
                            paramLabel = "位数",
                            defaultValue = "6",
                            description = "坐标保留的小数位，同 diming.public-decimals，缺省 6 (decimals of a degree)")
                    int decimals,
            @Option(names = "--quiet", description = "不显示进度 (no progress)") boolean quiet) {
        if (ArchiveFormat.of(file).isEmpty()) {
            throw new CommandRefused("文件名应以 .pmtiles 或 .mbtiles 结尾：" + file);
        }
        try (Core core = root().open()) {
            if (day != null && day.isAfter(LocalDate.now(core.clock()))) {
                throw new CommandRefused("--at 不能晚于今天：" + day);
            }
            Source source = new Source(core, decimals, Optional.ofNullable(day));
            Region region = region(extent == null ? source.everything() : extent.area(core), zoom);
            report(file, source.export(region, file, quiet));
        }
        return 0;
    }

    /** Where to cut: one of the two, or all there is. */
    static final class Extent {
        @Option(names = "--region", paramLabel = "区划代码", description = "区划范围，如 349901；不给则为全部数据 (division)")
        @Nullable
        String division;

        @Option(names = "--bbox", paramLabel = "西,南,东,北", description = "经纬度范围 (west,south,east,north)")
        @Nullable
        String bbox;

        Geometry area(Core core) {
            return division == null ? box() : ofDivision(core, DivisionCode.parse(division));
        }

        private static Geometry ofDivision(Core core, DivisionCode code) {
            return core.divisions()
                    .find(code.digits())
                    .flatMap(division -> core.store().find(RecordKind.DIVISION, division.id()))
                    .flatMap(StoredRecord::geometry)
                    .orElseThrow(() -> new CommandRefused("没有区划 " + code + "，或它没有范围"));
        }

        private Geometry box() {
            double[] edges = Arrays.stream(String.valueOf(bbox).split(",", -1))
                    .filter(part -> part.strip().matches("-?\\d+(\\.\\d+)?"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (edges.length != 4 || edges[0] >= edges[2] || edges[1] >= edges[3]) {
                throw new CommandRefused("--bbox 应为四个数：西,南,东,北（经纬度），如 117.4,30.3,117.9,30.8");
            }
            return new GeometryFactory().toGeometry(new Envelope(edges[0], edges[2], edges[1], edges[3]));
        }
    }

    private static Region region(Geometry area, String zoom) {
        Matcher zooms = ZOOMS.matcher(zoom);
        if (!zooms.matches()) {
            throw new CommandRefused("--zoom 应写作 最小-最大，如 3-14");
        }
        try {
            return new Region(area, Integer.parseInt(zooms.group(1)), Integer.parseInt(zooms.group(2)));
        } catch (IllegalArgumentException wrong) {
            throw new CommandRefused(String.valueOf(wrong.getMessage()));
        }
    }

    private void report(Path file, ArchiveExport.Result result) {
        out().printf(
                        "已导出 %s：%,d 个瓦片，其中内容不同的 %,d 个，共 %,.1f MB%s%n",
                        file,
                        result.tiles(),
                        result.contents(),
                        result.bytes() / 1e6,
                        result.resumed() > 0 ? "（上次中断前已有 %,d 个）".formatted(result.resumed()) : "");
        out().flush();
    }

    /** The map in memory, as the server has it. */
    private static final class Source {
        private final Core core;
        private final Optional<LocalDate> day;
        private final int decimals;
        private final TileService today;
        private final MapTiles tiles;
        private final TileFollower follower;

        Source(Core core, int decimals, Optional<LocalDate> day) {
            this.core = core;
            this.day = day;
            this.decimals = decimals;
            LayerCatalog catalog = LayerCatalog.bundled();
            TileLayerStore store = new TileLayerStore(catalog);
            follower = new TileFollower(store, core.store(), core.journal());
            follower.rebuild();
            PastMap past = new PastMap(core.store().pastDays());
            today = new TileService(catalog, store, decimals, CACHE_BYTES);
            tiles = new MapTiles(
                    today, new DayTiles(catalog, store, past::changesOn, store::position, decimals, CACHE_BYTES));
        }

        Geometry everything() {
            return new GeometryFactory().toGeometry(today.bounds());
        }

        ArchiveExport.Result export(Region region, Path file, boolean quiet) {
            ArchiveExport export = new ArchiveExport(
                    coord -> tiles.find(SET, coord, Viewer.PUBLIC, day).orElseThrow(),
                    today.findTileJson(SET, Viewer.PUBLIC, "").orElseThrow(),
                    SET + " " + decimals,
                    follower.cursor(),
                    day.orElseGet(() -> LocalDate.now(core.clock())).toString());
            Optional<ProgressBar> bar = quiet || !isTerminal() ? Optional.empty() : Optional.of(bar(region));
            try {
                return export.write(region, file, looked -> bar.ifPresent(ProgressBar::step));
            } finally {
                bar.ifPresent(ProgressBar::close);
            }
        }

        private static boolean isTerminal() {
            return System.console() != null && System.getenv("TERM") != null;
        }

        private static ProgressBar bar(Region region) {
            return new ProgressBarBuilder()
                    .setTaskName("导出瓦片")
                    .setInitialMax(region.count())
                    .setUnit(" 个", 1)
                    .showSpeed()
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .build();
        }
    }
}
