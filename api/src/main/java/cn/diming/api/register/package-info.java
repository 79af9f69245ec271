/** The place-name register over HTTP: lists, exports, bulk edits, history, the protection list, the audit log. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.register;
