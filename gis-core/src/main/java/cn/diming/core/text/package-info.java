/** Chinese writing and sound: one normal form of a name, its numerals, its pinyin, its look-alikes and its generic term. */
@NullMarked
package cn.diming.core.text;

import org.jspecify.annotations.NullMarked;
