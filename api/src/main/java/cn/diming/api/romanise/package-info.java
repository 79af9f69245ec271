/** Names in Latin letters over HTTP, and the readings officers confirm. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.romanise;
