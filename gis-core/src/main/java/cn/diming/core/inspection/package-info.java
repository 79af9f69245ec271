/** Joint inspection (联检) of boundary lines: rounds, what both sides found, their two signatures, and the filing. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.inspection;
