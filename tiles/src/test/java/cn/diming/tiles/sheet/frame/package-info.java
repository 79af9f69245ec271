@NullMarked
package cn.diming.tiles.sheet.frame;

import org.jspecify.annotations.NullMarked;
