/** Addresses by the table: jobs in the background, and what was looked for in vain. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.geocode;
