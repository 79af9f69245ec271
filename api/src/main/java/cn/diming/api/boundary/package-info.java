/** Boundary lines, markers and coverages over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.boundary;
