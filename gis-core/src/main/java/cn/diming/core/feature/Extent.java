package cn.diming.core.feature;

import cn.diming.core.geo.Bbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where and when the features of a collection are.
 *
 * @param box a little larger than all geometry; empty when there is none
 * @param from first day of valid time; empty when none is known
 * @param until when the newest of them was last changed
 * @param hasUnlocated whether there are features without geometry
 */
public record Extent(Optional<Bbox> box, Optional<LocalDate> from, Optional<Instant> until, boolean hasUnlocated) {}
