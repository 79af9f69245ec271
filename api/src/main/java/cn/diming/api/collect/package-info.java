/** Collection over HTTP: what telephones send, the desk, campaigns, and submissions to map platforms. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.collect;
