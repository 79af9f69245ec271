/** What lies on a printed page, in millimetres, and the three ways to write it: PDF, SVG, PNG. */
@NullMarked
package cn.diming.tiles.sheet.canvas;

import org.jspecify.annotations.NullMarked;
