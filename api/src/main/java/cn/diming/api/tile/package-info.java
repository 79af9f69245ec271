/** Vector tiles, their description and the style, over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.tile;
