package cn.diming.core.plate;

import cn.diming.core.geo.LonLat;

/** A number kept free, and where it would stand. */
record KeptNumber(long street, String streetName, String divisionCode, int number, LonLat position) {}
