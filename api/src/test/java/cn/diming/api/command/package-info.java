/** The command line as a person meets it. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.command;
