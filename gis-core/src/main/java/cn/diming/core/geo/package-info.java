/** Positions, shapes and reference systems; the only room that knows GeoTools. Stored coordinates are CGCS2000 (EPSG:4490). */
@org.jspecify.annotations.NullMarked
package cn.diming.core.geo;
