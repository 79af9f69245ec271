/** Naming cases over HTTP: staff's board and steps, papers, deadlines, and the public's comments. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.casework;
