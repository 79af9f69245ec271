/** Tiles of a region in one file, PMTiles or MBTiles, to be served from plain storage or carried along. */
@NullMarked
package cn.diming.tiles.archive;

import org.jspecify.annotations.NullMarked;
