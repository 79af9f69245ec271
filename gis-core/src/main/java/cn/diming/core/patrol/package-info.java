/** Whether a boundary line was walked: tracks of receivers against a version of the line, and a proof that others can verify. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.patrol;
