/** Place cards and the register over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.place;
