/** Whether areas that should cover a territory without gaps and overlaps do, what is wrong where they do not, and how to mend it. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.coverage;
