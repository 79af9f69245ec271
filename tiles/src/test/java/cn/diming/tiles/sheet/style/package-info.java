@NullMarked
package cn.diming.tiles.sheet.style;

import org.jspecify.annotations.NullMarked;
