/** Joint inspection over HTTP: the clock, rounds, what telephones send, signatures, report and annex. */
@org.jspecify.annotations.NullMarked
package cn.diming.api.inspection;
