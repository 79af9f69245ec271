/** Checks of proposed names and the rule profiles over HTTP. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.naming;
