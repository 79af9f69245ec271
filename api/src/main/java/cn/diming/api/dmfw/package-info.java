/** The interface of 国家地名信息库, so that its clients need not be changed. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.dmfw;
