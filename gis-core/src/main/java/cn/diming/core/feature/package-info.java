/** The register as collections of features: found by condition, place and time, page by page, and edited one by one. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.feature;
