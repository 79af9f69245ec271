/** The board: the figures of a bureau's year, counted from what happened, for any past day. */
@NullMarked
package cn.diming.core.board;

import org.jspecify.annotations.NullMarked;
