package cn.diming.core.feature;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of features.
 *
 * @param matched how many there are on all pages; empty when counting them would take too long
 * @param next where the next page begins; empty after the last
 */
public record FeaturePage(List<Feature> features, OptionalLong matched, Optional<FeatureCursor> next) {}
