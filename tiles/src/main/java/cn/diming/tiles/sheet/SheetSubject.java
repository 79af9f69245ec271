package cn.diming.tiles.sheet;

import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;

/** What a sheet is of. */
public sealed interface SheetSubject {

    /** A town, village or district (一镇一图, 一村一图). */
    record Division(String code) implements SheetSubject {}

    /** Any part of the map, such as the one somebody sees on the screen. */
    record Window(String title, Bbox box) implements SheetSubject {}

    /** A place and what lies around it: the situation plan of a certificate. */
    record Spot(String title, LonLat at, String label) implements SheetSubject {}

    /** A street with its numbers. */
    record Street(String title, long placeId) implements SheetSubject {}
}
