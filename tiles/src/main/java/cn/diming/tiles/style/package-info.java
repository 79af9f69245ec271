/** The symbol book: one list of colours, widths and lettering for every map of the register. */
@NullMarked
package cn.diming.tiles.style;

import org.jspecify.annotations.NullMarked;
