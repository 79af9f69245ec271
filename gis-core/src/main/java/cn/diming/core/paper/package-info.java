/** The papers of the naming desk: what each says, by law and by template, and the plain records they are made from. */
@NullMarked
package cn.diming.core.paper;

import org.jspecify.annotations.NullMarked;
