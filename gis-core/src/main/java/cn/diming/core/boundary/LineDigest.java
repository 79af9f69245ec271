package cn.diming.core.boundary;

import cn.diming.core.proof.Sha256;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The SHA-256 by which a version of a line is known. It covers this text in UTF-8, each line ended by a line feed, so that
 * any program can make it again:
 *
 * <pre>
 * diming-line-version 1
 * 440113-440115            the line's code
 * 2                        the version's number
 * 界线协议书…              the agreement's title
 * 440113000000             left
 * 440115000000             right
 * part                     before each part of the line
 * 113.440000000 22.900000000   longitude and latitude, EPSG:4490, nine decimals (0.1 mm)
 * </pre>
 */
public final class LineDigest {

    public static String of(String code, int number, Agreement agreement, Geometry geometry) {
        StringBuilder text = new StringBuilder("diming-line-version 1\n")
                .append(code)
                .append('\n')
                .append(number)
                .append('\n')
                .append(agreement.title())
                .append('\n')
                .append(agreement.left())
                .append('\n')
                .append(agreement.right())
                .append('\n');
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            text.append("part\n");
            for (Coordinate c : geometry.getGeometryN(part).getCoordinates()) {
                text.append(String.format(Locale.ROOT, "%.9f %.9f%n", c.x, c.y).replace("\r\n", "\n"));
            }
        }
        return Sha256.hex(text.toString());
    }

    private LineDigest() {}
}
