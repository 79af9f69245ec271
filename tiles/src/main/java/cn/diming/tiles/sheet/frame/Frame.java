package cn.diming.tiles.sheet.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * The map on the paper: a rectangle of the page that shows a rectangle of the ground at a scale.
 *
 * @param map on the page
 * @param denominator of the scale
 * @param centre of the rectangle on the ground, metres
 * @param enlargement of the page in print, see {@link Layout}; the scale is that of the print
 */
public record Frame(Box map, int denominator, Coordinate centre, double enlargement) {

    /** On paper that is not enlarged. */
    public Frame(Box map, int denominator, Coordinate centre) {
        this(map, denominator, centre, 1);
    }

    /** Clear all round the territory, beside half of the band along its border. */
    private static final double CLEAR = 5.4;

    /** A layout and the frame that suits it. */
    public record Fit(Layout layout, Frame frame) {}

    /** The layout in which the ground can be shown largest; the first of equals. */
    public static Fit fit(SheetTemplate template, Envelope ground, Optional<Integer> scale) {
        List<Fit> fits = new ArrayList<>();
        for (Layout layout : template.layouts()) {
            fits.add(new Fit(layout, fit(layout.map(), ground, CLEAR, scale, layout.enlargement())));
        }
        Fit best = fits.getFirst();
        for (Fit fit : fits) {
            if (fit.frame.denominator < best.frame.denominator) {
                best = fit;
            }
        }
        return best;
    }

    /** The largest scale of the ladder, or the given one, with the ground in the middle. */
    public static Frame fit(Box map, Envelope ground, double clear, Optional<Integer> scale, double enlargement) {
        Box inner = map.inset(clear);
        double needed =
                1000 * Math.max(ground.getWidth() / inner.width(), ground.getHeight() / inner.height()) / enlargement;
        return new Frame(map, scale.orElseGet(() -> ScaleLadder.atLeast(needed)), ground.centre(), enlargement);
    }

    /** Metres of ground in a millimetre of the page, before it is enlarged. */
    public double metresPerMm() {
        return denominator * enlargement / 1000.0;
    }

    public double pageX(double easting) {
        return map.centreX() + (easting - centre.x) / metresPerMm();
    }

    public double pageY(double northing) {
        return map.centreY() - (northing - centre.y) / metresPerMm();
    }

    public Coordinate toPage(Coordinate ground) {
        return new Coordinate(pageX(ground.x), pageY(ground.y));
    }

    public Coordinate toGround(double x, double y) {
        return new Coordinate(
                centre.x + (x - map.centreX()) * metresPerMm(), centre.y - (y - map.centreY()) * metresPerMm());
    }

    public Geometry toPage(Geometry ground) {
        double k = 1 / metresPerMm();
        return new AffineTransformation(k, 0, map.centreX() - centre.x * k, 0, -k, map.centreY() + centre.y * k)
                .transform(ground);
    }

    /** What is seen on the ground, and a margin given in page mm around it. */
    public Envelope ground(double marginMm) {
        double w = (map.width() / 2 + marginMm) * metresPerMm();
        double h = (map.height() / 2 + marginMm) * metresPerMm();
        return new Envelope(centre.x - w, centre.x + w, centre.y - h, centre.y + h);
    }
}
