/** Tests of the map layers. */
@NullMarked
package cn.diming.tiles.layer;

import org.jspecify.annotations.NullMarked;
