package cn.diming.tiles.sheet.margin;

import cn.diming.core.geo.Geometries;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.canvas.Pen;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.frame.Frame;
import cn.diming.tiles.sheet.ground.Territory;
import cn.diming.tiles.sheet.scene.PageShapes;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Where the territory lies in the division above it. */
public final class LocatorBlock implements MarginBlock {

    private static final double TITLE = 6;

    private final String whole;
    private final List<Territory> parts;
    private final Territory own;

    /** @param parts all divisions of the level, the own one among them */
    public LocatorBlock(String whole, List<Territory> parts, Territory own) {
        this.whole = whole;
        this.parts = List.copyOf(parts);
        this.own = own;
    }

    /** A division that has no siblings needs no locator. */
    public boolean isUseful() {
        return parts.size() > 1;
    }

    @Override
    public double height(double width) {
        return TITLE + width;
    }

    @Override
    public void draw(Sketch sketch, Box box) {
        sketch.centred(Sketch.hei(9).bold(), Sketch.INK, "在" + whole + "的位置", box.centreX(), box.y() + 3.4);
        Box map = new Box(box.x(), box.y() + TITLE, box.width(), box.height() - TITLE);
        Envelope all = new Envelope();
        parts.forEach(part -> all.expandToInclude(part.area().getEnvelopeInternal()));
        int denominator = (int)
                Math.ceil(1000 * Math.max(all.getWidth() / (map.width() - 3), all.getHeight() / (map.height() - 3)));
        Frame frame = Frame.fit(map, all, 0, Optional.of(Math.max(1, denominator)), 1);
        sketch.fill(map, Ink.of("#f7f6f2"));
        Pen pen = Pen.of(0.12, Ink.of("#8a8a8a"));
        for (Territory part : parts) {
            shape(part, frame).ifPresent(area -> {
                boolean isOwn = part.code().equals(own.code());
                sketch.add(new Op.Fill(PageShapes.path(area), Ink.of(isOwn ? "#d9495f" : "#efece2")));
                sketch.add(new Op.Stroke(PageShapes.path(area), pen));
            });
        }
        sketch.box(map, Pen.of(0.25, Sketch.INK));
    }

    private static Optional<Geometry> shape(Territory part, Frame frame) {
        Geometry page = DouglasPeuckerSimplifier.simplify(frame.toPage(part.area()), 0.12);
        return page.isEmpty()
                ? Optional.of(
                        Geometries.FACTORY.toGeometry(frame.toPage(part.area()).getEnvelopeInternal()))
                : Optional.of(page);
    }
}
