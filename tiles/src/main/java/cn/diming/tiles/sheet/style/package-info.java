/** The book of printed symbols: one rule is drawing, label, legend and index at once, in millimetres and points. */
@NullMarked
package cn.diming.tiles.sheet.style;

import org.jspecify.annotations.NullMarked;
