/** The server: starts everything and wires the rooms together. */
@org.jspecify.annotations.NullMarked
package cn.diming.api;
