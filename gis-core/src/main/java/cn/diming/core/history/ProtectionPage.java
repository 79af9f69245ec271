package cn.diming.core.history;

import java.util.List;
import java.util.Map;

/**
 * A page of the protection list.
 *
 * @param total how many entries fit
 * @param classes how many fit in each class, whichever class was asked for
 */
public record ProtectionPage(List<ProtectedName> items, long total, Map<ProtectionClass, Long> classes) {}
