package cn.diming.core.geo;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What coordinates look like, and why.
 *
 * @param crs the system they seem to be in, once read that way; empty where the numbers do not tell it
 * @param medianMetres how far they then lie from what is known there; empty without anything known
 * @param statedMetres how far they lie from it when they are taken for CGCS2000 as they stand
 * @param why in Chinese, for the person who has to decide
 */
public record CrsOpinion(
        Writing writing, Optional<Crs> crs, OptionalDouble medianMetres, OptionalDouble statedMetres, String why) {

    /** How the numbers are written. */
    public enum Writing {
        LON_LAT("经度、纬度"),
        LAT_LON("纬度在前、经度在后"),
        DEGREES_MINUTES("度分连写（DDDMM.mmm）"),
        DEGREES_MINUTES_SECONDS("度分秒连写（DDDMMSS）"),
        EASTING_NORTHING("东坐标、北坐标"),
        NORTHING_EASTING("北坐标在前、东坐标在后"),
        UNKNOWN("看不出");

        private final String title;

        Writing(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }
    }

    /** Whether they can be taken as CGCS2000 longitude and latitude as they stand. */
    public boolean isAsStored() {
        return writing == Writing.LON_LAT && crs.filter(Crs.CGCS2000::equals).isPresent();
    }

    /** For a list of notes: what it is and why. */
    public String words() {
        String system = crs.map(Crs::title).orElse("坐标系未定");
        return "看来是" + system + "，" + writing.title() + "：" + why;
    }
}
