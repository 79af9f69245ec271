/** Shops of the villages: merchants, what they file, the desk that verifies it, and what the public sees. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.shop;
