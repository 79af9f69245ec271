/** The bundled typefaces: which characters they have, how wide, and in what shape. */
@NullMarked
package cn.diming.core.font;

import org.jspecify.annotations.NullMarked;
