/** Vector tiles (Mapbox Vector Tile 2.1) encoded in process from features held in memory. */
@NullMarked
package cn.diming.tiles.mvt;

import org.jspecify.annotations.NullMarked;
