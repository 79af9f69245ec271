/** Conditions in CQL2, as text and as JSON: read, checked against the properties there are, and tested on rows by GeoTools. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.cql;
