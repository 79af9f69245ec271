/** What sheets are drawn from: one consistent picture of the register, projected, with spatial indexes. */
@NullMarked
package cn.diming.tiles.sheet.ground;

import org.jspecify.annotations.NullMarked;
