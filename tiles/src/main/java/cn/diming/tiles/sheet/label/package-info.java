/** Where names go: candidates, conflicts and the choice among them, the same for the same map. */
@NullMarked
package cn.diming.tiles.sheet.label;

import org.jspecify.annotations.NullMarked;
