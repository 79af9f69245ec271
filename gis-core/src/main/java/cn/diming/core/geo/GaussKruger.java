package cn.diming.core.geo;

import java.util.Optional;

/**
 * The zones of the Gauss–Krüger projection of CGCS2000, three degrees wide (25–45) or six (13–23), and their EPSG codes: with
 * the zone's number in front of the easting or without.
 */
public record GaussKruger(int zone, int widthDegrees) {

    public GaussKruger {
        boolean three = widthDegrees == 3 && zone >= 25 && zone <= 45;
        boolean six = widthDegrees == 6 && zone >= 13 && zone <= 23;
        if (!three && !six) {
            throw new BadCoordinateException("没有 " + widthDegrees + " 度分带的第 " + zone + " 带");
        }
    }

    public static GaussKruger threeDegree(double lon) {
        return new GaussKruger((int) Math.round(lon / 3), 3);
    }

    public static GaussKruger sixDegree(double lon) {
        return new GaussKruger((int) Math.floor(lon / 6) + 1, 6);
    }

    /** The zone that an easting of eight digits carries in front, if it does. */
    public static Optional<GaussKruger> ofEasting(double easting) {
        int zone = (int) Math.floor(easting / 1_000_000);
        if (zone >= 25 && zone <= 45) {
            return Optional.of(new GaussKruger(zone, 3));
        }
        return zone >= 13 && zone <= 23 ? Optional.of(new GaussKruger(zone, 6)) : Optional.empty();
    }

    public int centralMeridian() {
        return widthDegrees == 3 ? zone * 3 : zone * 6 - 3;
    }

    /** The system whose eastings begin with the zone's number. */
    public Crs withZonePrefix() {
        return new Crs("EPSG:" + (widthDegrees == 3 ? 4513 + zone - 25 : 4491 + zone - 13));
    }

    /** The system whose eastings do not. */
    public Crs withoutZonePrefix() {
        return new Crs("EPSG:" + (widthDegrees == 3 ? 4534 + zone - 25 : 4502 + zone - 13));
    }
}
