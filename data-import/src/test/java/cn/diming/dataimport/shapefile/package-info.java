/** Promises of the shapefile reader, on files made byte by byte. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport.shapefile;
