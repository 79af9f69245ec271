/** Door plates in the register: numbering a street or a village as one change, and the life of each plate. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.plate;
