@NullMarked
package cn.diming.tiles.sheet.canvas;

import org.jspecify.annotations.NullMarked;
