package cn.diming.tiles.layer;

import java.util.Collection;

/**
 * What makes the map of today that of another day.
 *
 * @param shown features as they were then
 * @param gone features that did not exist then; one that is in {@code shown} as well existed
 */
public record DayChanges(Collection<MapFeature> shown, Collection<FeatureRef> gone) {}
