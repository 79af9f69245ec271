/** 一镇一图, 一村一图: printed sheets of towns, villages, districts and any place, drawn from a snapshot of the register. */
@NullMarked
package cn.diming.tiles.sheet;

import org.jspecify.annotations.NullMarked;
