/** The naming rules NAM-01 to NAM-23: what is wrong with a name, by which article, and which names it collides with. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.naming;
