/** Name signs (地名标志): where they stand, what is on them and what they cost. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.signage;
