/** Time limits: how days are counted, which limits are running, and who is told of them. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.deadline;
