/** ESRI shapefiles as streams of rows, whole or broken, in the encodings Chinese offices use. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport.shapefile;
