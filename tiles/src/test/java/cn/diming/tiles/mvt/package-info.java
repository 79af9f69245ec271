/** Tests of the vector tiles. */
@NullMarked
package cn.diming.tiles.mvt;

import org.jspecify.annotations.NullMarked;
