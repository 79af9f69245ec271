package cn.diming.tiles.mvt;

import cn.diming.tiles.layer.Audience;
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

    /**
     * The tile of a layer set; empty if there is no such set for this audience.
     *
     * @param day empty = today
     */
    public Optional<Tile> find(String layerSet, TileCoord coord, Audience who, Optional<LocalDate> day) {
        return day.isPresent()
                ? otherDays.findTile(layerSet, coord, who, day.get())
                : today.findTile(layerSet, coord, who);
    }
}
