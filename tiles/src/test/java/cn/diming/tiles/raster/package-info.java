/** Tests of tiles as pictures. */
@NullMarked
package cn.diming.tiles.raster;

import org.jspecify.annotations.NullMarked;
