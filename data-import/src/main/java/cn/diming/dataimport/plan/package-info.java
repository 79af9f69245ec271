/** What a file becomes: plans that map its columns to the fields of a kind of record. */
@org.jspecify.annotations.NullMarked
package cn.diming.dataimport.plan;
