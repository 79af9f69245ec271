/** Who did what: an append-only log whose entries are chained by hash. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.audit;
