/** Where the map lies on the paper: templates, scale, the way from ground to page, the index grid. */
@NullMarked
package cn.diming.tiles.sheet.frame;

import org.jspecify.annotations.NullMarked;
