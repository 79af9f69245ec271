/** Rule profiles: every local choice of the rules (severities, word lists, scopes, thresholds, steps, days) as rows with a source. */
@org.jspecify.annotations.NullMarked
package cn.diming.core.profile;
