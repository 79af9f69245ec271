/** How much what a check found weighs, alike for names, spellings, plates, coverages and boundary lines. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.finding;
