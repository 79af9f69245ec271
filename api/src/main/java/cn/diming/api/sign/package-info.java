/** Name signs over HTTP: plans, bills of quantities, drawings, patrols. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.sign;
