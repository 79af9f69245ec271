package cn.diming.tiles.sheet;

import cn.diming.core.geo.Bbox;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What a sheet is of. */
public sealed interface SheetSubject {

    /** A town, village or district (一镇一图, 一村一图). */
    record Division(String code) implements SheetSubject {}

    /** Any part of the map, such as the one somebody sees on the screen. */
    record Window(String title, Bbox box) implements SheetSubject {}

    /** Places as they lie, and what lies around them: the situation plan (位置图) of a certificate or a naming case. */
    record Situation(String title, List<Marked> marked) implements SheetSubject {

        public Situation {
            marked = List.copyOf(marked);
            if (marked.isEmpty()) {
                throw new IllegalArgumentException("没有可标在位置图上的图形");
            }
        }
    }

    /**
     * What a situation plan points at.
     *
     * @param id of the record, which the pin then stands for; of what is no record yet, any other number
     * @param shape EPSG:4490, not empty
     */
    record Marked(long id, String label, Geometry shape) {}

    /** A street with its numbers. */
    record Street(String title, long placeId) implements SheetSubject {}
}
