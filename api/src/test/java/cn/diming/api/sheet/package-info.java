/** Files of printed sheets. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.sheet;
