/** Search, suggestions and what is at a point, over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.search;
