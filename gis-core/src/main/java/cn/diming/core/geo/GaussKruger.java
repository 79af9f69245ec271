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

    /** The zone that a CGCS2000 system projects, whether its eastings carry the zone's number or not. */
    public static Optional<GaussKruger> of(Crs crs) {
        if (crs.isShifted()) {
            return Optional.empty();
        }
        int code = Integer.parseInt(crs.id().substring("EPSG:".length()));
        if (code >= 4491 && code <= 4512) {
            return Optional.of(new GaussKruger(13 + (code - 4491) % 11, 6));
        }
        return code >= 4513 && code <= 4554
                ? Optional.of(new GaussKruger(25 + (code - 4513) % 21, 3))
                : Optional.empty();
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

    /** In Chinese, of this zone's one or other system. */
    String title(Crs crs) {
        return "2000 国家大地坐标系 %d 度带第 %d 带（中央经线 %d°，东坐标%s带号）"
                .formatted(widthDegrees, zone, centralMeridian(), crs.equals(withZonePrefix()) ? "带" : "不带");
    }

    /** What a person may have meant by an easting that does not fit the system, in Chinese; empty when nothing strikes. */
    static String hint(Crs crs, double easting) {
        Optional<GaussKruger> carried = ofEasting(easting);
        return of(crs).flatMap(zone -> crs.equals(zone.withZonePrefix())
                        ? Optional.of("；东坐标没有带号，可试 " + zone.withoutZonePrefix()).filter(words -> carried.isEmpty())
                        : carried.map(meant -> "；东坐标带有带号 " + meant.zone + "，可试 " + meant.withZonePrefix()))
                .orElse("");
    }
}
