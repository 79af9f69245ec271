/** Tiles as pictures: drawn from the vector tiles by the symbol book, for clients that cannot draw themselves. */
@NullMarked
package cn.diming.tiles.raster;

import org.jspecify.annotations.NullMarked;
