/** How the service is doing, over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.status;
