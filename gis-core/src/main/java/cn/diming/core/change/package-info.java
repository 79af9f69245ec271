/** The change journal: every write appends to it in its own transaction, and what is derived follows it. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.change;
