/** OGC WMTS 1.0.0 for clients that know no other tiles, key-value and RESTful. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.wmts;
