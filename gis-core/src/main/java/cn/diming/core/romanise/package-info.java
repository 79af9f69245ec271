/** How names are written in Latin letters: the spelling rules for place names, and the readings officers confirmed. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.romanise;
