/** Finds records by what people type and by where they stand; the only room that knows the search engine. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.search;
