/** Photos and voice recordings over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.media;
