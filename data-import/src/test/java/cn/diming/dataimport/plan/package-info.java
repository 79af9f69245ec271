/** Tests of plans: what is refused, what templates and rules make of values. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport.plan;
