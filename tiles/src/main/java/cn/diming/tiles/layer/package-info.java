/** Map layers: which features are drawn, from which zoom, with which attributes and for whom. */
@NullMarked
package cn.diming.tiles.layer;

import org.jspecify.annotations.NullMarked;
