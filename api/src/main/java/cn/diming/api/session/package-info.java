/** Signing in and out over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.session;
