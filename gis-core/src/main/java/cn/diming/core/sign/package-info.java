/** Name signs in the register: planning them for a division, and the life of each sign. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.sign;
