package cn.diming.tiles.sheet.label;

import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.label.Blocks.Align;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** Places in an area: level where it is widest, else spaced less, else one letter below the other. */
final class WithinArea {

    private static final int STEPS = 8;

    static List<Candidate> of(NameToPlace name) {
        Geometry area = name.anchor();
        Coordinate middle = widest(area);
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        Envelope box = area.getEnvelopeInternal();
        List<Candidate> all = new ArrayList<>();
        FontStyle font = name.style().font();
        double[] gaps = name.style().gap() > 0
                ? new double[] {name.style().gap(), name.style().gap() / 2, 0.3}
                : new double[] {0};
        add(name, font, gaps, middle, middle, inside, all);
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; j <= STEPS; j++) {
                Coordinate at = new Coordinate(
                        box.getMinX() + box.getWidth() * i / STEPS, box.getMinY() + box.getHeight() * j / STEPS);
                if (inside.locate(at) == Location.INTERIOR) {
                    add(name, font, gaps, at, middle, inside, all);
                }
            }
        }
        return all;
    }

    private static Coordinate widest(Geometry area) {
        double size = Math.max(
                area.getEnvelopeInternal().getWidth(),
                area.getEnvelopeInternal().getHeight());
        return MaximumInscribedCircle.getCenter(area, Math.max(0.3, size / 50)).getCoordinate();
    }

    private static void add(
            NameToPlace name,
            FontStyle font,
            double[] gaps,
            Coordinate at,
            Coordinate middle,
            IndexedPointInAreaLocator inside,
            List<Candidate> all) {
        double far = 0.02 * at.distance(middle);
        double height = Blocks.height(font, 1);
        for (int i = 0; i < gaps.length; i++) {
            double width = Blocks.width(font, gaps[i], name.text());
            Candidate level = Blocks.at(
                    font,
                    gaps[i],
                    List.of(name.text()),
                    Align.LEFT,
                    at.x - width / 2,
                    at.y - height / 2,
                    far + 0.1 * i);
            all.add(level.dearer(1.5 * outside(level, inside)));
        }
        double gap = gaps.length > 1 ? gaps[1] : 0;
        int letters = name.text().codePointCount(0, name.text().length());
        double tall = letters * (height + gap) - gap;
        Candidate stacked = Blocks.stacked(font, gap, name.text(), at.x, at.y - tall / 2, far + 0.5);
        all.add(stacked.dearer(1.5 * outside(stacked, inside)));
    }

    /** The share of a text's corners that lie outside of the area. */
    private static double outside(Candidate text, IndexedPointInAreaLocator inside) {
        int out = 0;
        int all = 0;
        for (Turned room : text.room()) {
            Coordinate[] ring = room.ring();
            for (int i = 0; i < 4; i++) {
                all++;
                out += inside.locate(ring[i]) == Location.EXTERIOR ? 1 : 0;
            }
        }
        return (double) out / all;
    }

    private WithinArea() {}
}
