/** A poster of a shop, A4: what it is called, where it is, and a code that leads to its page. */
@org.jspecify.annotations.NullMarked
package cn.diming.tiles.poster;
