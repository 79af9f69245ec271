/** The one SQL text for two databases: PostGIS, and SQLite as a GeoPackage. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.db;
