package cn.diming.dataimport.shapefile;

import java.util.Optional;
import java.util.Set;

/** Shape types of the ESRI technical description (July 1998); Z and M variants differ only in what follows x and y. */
enum ShapeType {
    NULL,
    POINT("Point"),
    LINE("LineString", "MultiLineString"),
    POLYGON("Polygon", "MultiPolygon"),
    MULTIPOINT("MultiPoint"),
    MULTIPATCH;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> geometryTypes;

    ShapeType(String... geometryTypes) {
        this.geometryTypes = Set.of(geometryTypes);
    }

    static Optional<ShapeType> of(int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 0 -> NULL;
                    case 1, 11, 21 -> POINT;
                    case 3, 13, 23 -> LINE;
                    case 5, 15, 25 -> POLYGON;
                    case 8, 18, 28 -> MULTIPOINT;
                    case 31 -> MULTIPATCH;
                    default -> null;
                });
    }

    /** Whether a code of this kind carries heights or measures, which are not kept. */
    static boolean hasZorM(int code) {
        return code > 10 && code < 30;
    }

    Set<String> geometryTypes() {
        return geometryTypes;
    }
}
