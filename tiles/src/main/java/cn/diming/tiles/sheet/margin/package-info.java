/** What stands around the map: title, legend, index, scale, locator, facts, photos, stories, notes. */
@NullMarked
package cn.diming.tiles.sheet.margin;

import org.jspecify.annotations.NullMarked;
