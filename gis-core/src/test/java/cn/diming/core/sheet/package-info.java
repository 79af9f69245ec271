/** Runs of sheets and pins on both databases. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.sheet;
