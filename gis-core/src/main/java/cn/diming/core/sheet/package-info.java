/** Batches of printed sheets: what was ordered, what became of each sheet, and where people put names by hand. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.sheet;
