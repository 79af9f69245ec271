/** Every setting of the server, with its default and what it means. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.config;
