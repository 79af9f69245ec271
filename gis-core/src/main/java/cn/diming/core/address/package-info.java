/** What the parts of a Chinese address are, reading it and writing it. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.address;
