/** The command line: serve, demo, import, account, rebuild, backup. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.command;
