/** Documents over HTTP: of a case, of a record, of the register, of the protection list. */
@NullMarked
package cn.diming.api.papers;

import org.jspecify.annotations.NullMarked;
