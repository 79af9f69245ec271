@NullMarked
package cn.diming.tiles.sheet.label;

import org.jspecify.annotations.NullMarked;
