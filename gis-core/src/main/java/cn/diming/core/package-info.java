/** What is true: names, addresses, plates, signs, boundaries, shops, who may act, and what changed. */
@org.jspecify.annotations.NullMarked
package cn.diming.core;
