/** Tests of whole imports on both engines. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport.job;
