package cn.diming.core.plate;

import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** A street with a line, as its tables have it. */
record StreetRow(long id, String name, String divisionCode, Set<String> formerNames, Geometry line) {}
