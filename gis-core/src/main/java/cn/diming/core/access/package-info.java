/** Who may do what, where: one table of role, action and scope, asked by every service method. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.access;
