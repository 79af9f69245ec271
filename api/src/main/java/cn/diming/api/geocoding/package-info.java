/** Nearby, look-up, counts of names, and addresses by the table, over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.geocoding;
