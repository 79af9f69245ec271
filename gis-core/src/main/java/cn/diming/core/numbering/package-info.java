/** Numbers for doors along streets and in villages, and the checks that they are in order. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.numbering;
