/** OGC API Features and Tiles at {@code /ogc}: what standard clients such as QGIS read and edit. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.ogc;
