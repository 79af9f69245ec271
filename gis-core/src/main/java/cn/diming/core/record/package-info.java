/** The records every room shares: what columns each kind has, how many come in at once, how one is read and changed. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.record;
