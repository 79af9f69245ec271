/** Imports a layer by a plan: judges each row, stores what is good, and keeps what was refused with the reasons. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport.job;
