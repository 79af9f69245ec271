/** What the map page must know before it draws, over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.mapconfig;
