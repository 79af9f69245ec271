/** What map platforms want of a shop: their rules as data, a check beforehand, and packages ready to be submitted. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.platform;
