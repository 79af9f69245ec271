/** The register over time: how names come, change and go, what a place was on a day, which names are protected. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.history;
