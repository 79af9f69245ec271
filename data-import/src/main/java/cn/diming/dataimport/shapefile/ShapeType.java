package cn.diming.dataimport.shapefile;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Shape types of the ESRI technical description (July 1998); Z and M variants differ only in what follows x and y. */
enum ShapeType {
    NULL(Set.of()),
    POINT(Set.of("Point"), 1, 11, 21),
    LINE(Set.of("LineString", "MultiLineString"), 3, 13, 23),
    POLYGON(Set.of("Polygon", "MultiPolygon"), 5, 15, 25),
    MULTIPOINT(Set.of("MultiPoint"), 8, 18, 28),
    MULTIPATCH(Set.of(), 31);

    private final Set<String> geometryTypes;
    private final int[] codes;

    ShapeType(Set<String> geometryTypes, int... codes) {
        this.geometryTypes = geometryTypes;
        this.codes = codes;
    }

    static Optional<ShapeType> of(int code) {
        return code == 0
                ? Optional.of(NULL)
                : Arrays.stream(values())
                        .filter(type -> Arrays.stream(type.codes).anyMatch(own -> own == code))
                        .findFirst();
    }

    /** Whether a code of this kind carries heights or measures, which are not kept. */
    static boolean hasZorM(int code) {
        return code > 10 && code < 30;
    }

    Set<String> geometryTypes() {
        return geometryTypes;
    }
}
