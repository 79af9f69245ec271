/** Printed sheets over HTTP: previews with names put by hand, batches as jobs, their files. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.sheet;
