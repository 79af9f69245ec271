/** A map on the page: what of the ground shows in a frame, drawn by the rules of the style, and the names it wants. */
@NullMarked
package cn.diming.tiles.sheet.scene;

import org.jspecify.annotations.NullMarked;
