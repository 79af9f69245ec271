/** Tests of tile archives. */
@NullMarked
package cn.diming.tiles.archive;

import org.jspecify.annotations.NullMarked;
