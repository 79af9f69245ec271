/** Promises about opening files, GeoJSON and text tables. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport.source;
