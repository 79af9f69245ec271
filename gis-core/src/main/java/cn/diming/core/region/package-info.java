/** Administrative divisions: their codes, their tree, and which of them a point lies in. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.region;
