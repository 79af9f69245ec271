/** Shops over HTTP: merchants and their telephones, the desk that verifies, public pages, packages for map platforms. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.shop;
