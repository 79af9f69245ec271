/** Tests of the board. */
@NullMarked
package cn.diming.core.board;

import org.jspecify.annotations.NullMarked;
