/** Promises about whole files: the broken ones of the shared data and the real ones. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport;
