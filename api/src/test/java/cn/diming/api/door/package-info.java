/** Tests of door plates as they are drawn. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.door;
