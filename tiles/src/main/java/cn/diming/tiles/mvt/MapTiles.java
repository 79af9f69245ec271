package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Viewer;
import java.time.LocalDate;
import java.util.Optional;

/** Tiles of today and of other days. */
public final class MapTiles {
    private final TileService today;
    private final DayTiles otherDays;

    public MapTiles(TileService today, DayTiles otherDays) {
        this.today = today;
        this.otherDays = otherDays;
    }

    /** Number of the journal that the tiles show at least. */
    public long position() {
        return today.position();
    }

    /**
     * The tile of a layer set; empty if there is no such set for this viewer.
     *
     * @param day empty = today
     */
    public Optional<Tile> find(String layerSet, TileCoord coord, Viewer viewer, Optional<LocalDate> day) {
        return day.isPresent()
                ? otherDays.findTile(layerSet, coord, viewer, day.get())
                : today.findTile(layerSet, coord, viewer);
    }
}
