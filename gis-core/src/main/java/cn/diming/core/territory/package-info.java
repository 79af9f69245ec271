/** Keeps legal boundary lines, and the outlines of divisions along them, where the agreements put them. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.territory;
