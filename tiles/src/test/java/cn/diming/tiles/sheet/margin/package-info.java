@NullMarked
package cn.diming.tiles.sheet.margin;

import org.jspecify.annotations.NullMarked;
