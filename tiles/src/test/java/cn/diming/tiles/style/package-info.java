/** Tests of the symbol book. */
@NullMarked
package cn.diming.tiles.style;

import org.jspecify.annotations.NullMarked;
