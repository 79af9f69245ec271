/** Administrative divisions over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.division;
