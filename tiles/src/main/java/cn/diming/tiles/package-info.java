/** What is drawn: map layers turned into vector tiles and printed sheets. */
@NullMarked
package cn.diming.tiles;

import org.jspecify.annotations.NullMarked;
