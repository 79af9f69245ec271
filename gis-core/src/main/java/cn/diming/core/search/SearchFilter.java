package cn.diming.core.search;

import cn.diming.core.geo.Bbox;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * What alone may be an answer.
 *
 * @param box only what lies in it
 * @param area only what lies in this polygon, EPSG:4490
 * @param divisionPrefix only what belongs to divisions whose code begins so
 * @param kinds only these; empty = all, and so below
 * @param classes class codes or categories; a code stands for all that begin with it
 * @param levels only matches of these levels
 * @param statuses as in the register: STANDARD, FORMER …
 */
public record SearchFilter(
        Optional<Bbox> box,
        Optional<Geometry> area,
        Optional<String> divisionPrefix,
        Set<SearchKind> kinds,
        Set<String> classes,
        Set<MatchLevel> levels,
        Set<String> statuses) {

    public static final SearchFilter NONE = new SearchFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of());

    public SearchFilter {
        kinds = Set.copyOf(kinds);
        classes = Set.copyOf(classes);
        levels = Set.copyOf(levels);
        statuses = Set.copyOf(statuses);
        if (area.filter(geometry -> !(geometry instanceof Polygonal)).isPresent()) {
            throw new IllegalArgumentException("范围应为多边形");
        }
    }

    public SearchFilter within(Bbox bounds) {
        return new SearchFilter(Optional.of(bounds), area, divisionPrefix, kinds, classes, levels, statuses);
    }

    public SearchFilter within(Geometry polygon) {
        return new SearchFilter(box, Optional.of(polygon), divisionPrefix, kinds, classes, levels, statuses);
    }

    public SearchFilter inDivision(String prefix) {
        return new SearchFilter(box, area, Optional.of(prefix), kinds, classes, levels, statuses);
    }

    public SearchFilter only(Set<SearchKind> wanted) {
        return new SearchFilter(box, area, divisionPrefix, wanted, classes, levels, statuses);
    }

    public SearchFilter onlyClasses(Set<String> wanted) {
        return new SearchFilter(box, area, divisionPrefix, kinds, wanted, levels, statuses);
    }

    public SearchFilter onlyLevels(Set<MatchLevel> wanted) {
        return new SearchFilter(box, area, divisionPrefix, kinds, classes, wanted, statuses);
    }

    public SearchFilter onlyStatuses(Set<String> wanted) {
        return new SearchFilter(box, area, divisionPrefix, kinds, classes, levels, wanted);
    }

    /** Nothing but door plates is wanted, which are found by way of their streets. */
    boolean onlyDoors() {
        return kinds.equals(Set.of(SearchKind.DOOR_PLATE)) || levels.equals(Set.of(MatchLevel.DOOR));
    }

    /** Whether a candidate that was found on the way to something else may be shown. */
    boolean admits(RankRow row) {
        return (kinds.isEmpty() || kinds.contains(row.kind()))
                && (levels.isEmpty() || levels.contains(MatchLevel.of(row.kind(), row.level())));
    }
}
