package cn.diming.core.plate;

import cn.diming.core.geo.LonLat;
import cn.diming.core.numbering.PlateNumber;

/** What a person decided about the numbers by hand, before the rest is numbered around it. */
public sealed interface Adjustment {

    /** The door has this number and keeps it. Two of these swap two doors. */
    record Set(long plateId, PlateNumber number) implements Adjustment {}

    /** The door keeps the number it has. */
    record Lock(long plateId) implements Adjustment {}

    /** The door may be renumbered although its plate hangs. */
    record Unlock(long plateId) implements Adjustment {}

    /** The door is on another street than it seems. */
    record Assign(long plateId, long streetId) implements Adjustment {}

    /** The door is elsewhere, EPSG:4490. */
    record Move(long plateId, LonLat position) implements Adjustment {}

    /** The number stays free on that street. */
    record Reserve(long streetId, int number) implements Adjustment {}
}
