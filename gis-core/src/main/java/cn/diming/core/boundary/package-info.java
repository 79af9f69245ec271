/** Boundary lines between divisions, the agreements they rest on, the markers on the ground, and what is checked of them. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.boundary;
