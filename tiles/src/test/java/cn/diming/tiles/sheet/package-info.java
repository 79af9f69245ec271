@NullMarked
package cn.diming.tiles.sheet;

import org.jspecify.annotations.NullMarked;
