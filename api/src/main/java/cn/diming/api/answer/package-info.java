/** The parts that several answers share: times, divisions, coordinates, versions. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.answer;
