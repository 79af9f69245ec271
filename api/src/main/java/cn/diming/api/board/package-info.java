/** The board over HTTP: figures, outlines, targets and the annual report as files. */
@NullMarked
package cn.diming.api.board;

import org.jspecify.annotations.NullMarked;
