package cn.diming.core.platform;

/**
 * What a platform would refuse, or may.
 *
 * @param rule PF-01 and so on
 * @param refused whether it would be refused, or only more likely to be
 * @param message Chinese, says what to do
 */
public record PlatformFinding(String rule, boolean refused, String message) {}
