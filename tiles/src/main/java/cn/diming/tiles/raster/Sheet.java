package cn.diming.tiles.raster;

import cn.diming.tiles.mvt.TileContent;
import cn.diming.tiles.mvt.TileContent.Feature;
import cn.diming.tiles.style.Colour;
import cn.diming.tiles.style.IconSet;
import cn.diming.tiles.style.Mark;
import cn.diming.tiles.style.Rule;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** One vector tile drawn on 512 × 512 pixels of the map, with one or two pixels of the picture each. */
final class Sheet {
    /** Side of a vector tile in pixels of the map, as MapLibre counts. */
    static final double SIDE = 512;

    private static final float MITER = 10;

    private final BufferedImage image;
    private final Graphics2D canvas;
    private final double zoom;

    Sheet(double zoom, double ratio) {
        this.zoom = zoom;
        int side = (int) Math.round(SIDE * ratio);
        image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(ratio, ratio);
    }

    BufferedImage image() {
        return image;
    }

    /** Draws areas, lines and dots. */
    void draw(List<Rule> rules, TileContent content) {
        for (Rule rule : rules) {
            if (rule.drawnAt(zoom)) {
                List<Feature> features = rule.layer().map(content::layer).orElse(List.of()).stream()
                        .filter(feature -> rule.accepts(feature.attributes()))
                        .toList();
                draw(rule.mark(), features);
            }
        }
    }

    private void draw(Mark mark, List<Feature> features) {
        switch (mark) {
            case Mark.Background background -> {
                canvas.setColor(colour(background.colour()));
                canvas.fillRect(0, 0, (int) SIDE, (int) SIDE);
            }
            case Mark.Fill fill -> fill(fill, path(features, 3));
            case Mark.Line line -> line(line, path(features, 2));
            case Mark.Circle circle -> features.forEach(feature -> circle(circle, feature));
            case Mark.Icon icon -> {}
            case Mark.Text text -> {}
        }
    }

    /** All features of a rule as one path: a half-transparent line does not get darker where two meet. */
    private static Path2D path(List<Feature> features, int type) {
        Path2D.Double path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Feature feature : features) {
            if (feature.type() == type) {
                feature.parts().forEach(part -> trace(path, part, type == 3));
            }
        }
        return path;
    }

    private static void trace(Path2D path, int[] part, boolean closed) {
        path.moveTo(pixel(part[0]), pixel(part[1]));
        for (int i = 2; i < part.length; i += 2) {
            path.lineTo(pixel(part[i]), pixel(part[i + 1]));
        }
        if (closed) {
            path.closePath();
        }
    }

    private static double pixel(int unit) {
        return unit * SIDE / TileContent.EXTENT;
    }

    private void fill(Mark.Fill fill, Path2D path) {
        withOpacity(fill.opacity(), () -> {
            canvas.setColor(colour(fill.colour()));
            canvas.fill(path);
            fill.outline().ifPresent(outline -> {
                canvas.setColor(colour(outline));
                canvas.setStroke(new BasicStroke(1));
                canvas.draw(path);
            });
        });
    }

    private void line(Mark.Line line, Path2D path) {
        float width = (float) line.width().at(zoom);
        float[] dash = new float[line.dash().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) (line.dash().get(i) * width);
        }
        int cap = line.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        canvas.setStroke(new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, MITER, dash.length == 0 ? null : dash, 0));
        canvas.setColor(colour(line.colour()));
        withOpacity(line.opacity(), () -> canvas.draw(path));
    }

    private void circle(Mark.Circle circle, Feature feature) {
        for (int[] part : feature.type() == 1 ? feature.parts() : List.<int[]>of()) {
            double radius = circle.radius().at(zoom);
            circle.stroke().ifPresent(stroke -> disc(part, radius + circle.strokeWidth(), colour(stroke)));
            disc(part, radius, colour(circle.colour()));
        }
    }

    private void disc(int[] at, double radius, Color colour) {
        canvas.setColor(colour);
        canvas.fill(new Ellipse2D.Double(pixel(at[0]) - radius, pixel(at[1]) - radius, 2 * radius, 2 * radius));
    }

    private void withOpacity(double opacity, Runnable drawing) {
        canvas.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        drawing.run();
        canvas.setComposite(AlphaComposite.SrcOver);
    }

    /**
     * Writes names and pictures.
     *
     * @param originX corner of this sheet in pixels of the world
     */
    void write(List<Label> labels, IconSet icons, double originX, double originY) {
        AffineTransform before = canvas.getTransform();
        canvas.translate(-originX, -originY);
        Box frame = new Box(originX - 4, originY - 4, originX + SIDE + 4, originY + SIDE + 4);
        for (Label label : labels.reversed()) {
            if (label.boxes().stream().anyMatch(frame::meets)) {
                switch (label.mark()) {
                    case Mark.Icon icon ->
                        icons.find(icon.name())
                                .ifPresent(picture -> picture.draw(canvas, label.x(), label.y(), label.size()));
                    case Mark.Text text -> write(text, label);
                    default -> {}
                }
            }
        }
        canvas.setTransform(before);
    }

    private void write(Mark.Text text, Label label) {
        text.shield().ifPresent(shield -> plate(shield, label));
        Path2D letters = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Label.Piece piece : label.pieces()) {
            AffineTransform place = AffineTransform.getTranslateInstance(piece.x(), piece.y());
            place.rotate(piece.angle());
            place.scale(label.size(), label.size());
            letters.append(place.createTransformedShape(Glyphs.shape(piece.text())), false);
        }
        text.halo().ifPresent(halo -> {
            canvas.setColor(colour(halo));
            canvas.setStroke(
                    new BasicStroke((float) (2 * text.haloWidth()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            canvas.draw(letters);
        });
        canvas.setColor(colour(text.colour()));
        canvas.fill(letters);
        if (text.bold()) {
            canvas.setStroke(new BasicStroke((float) (label.size() * 0.03)));
            canvas.draw(letters);
        }
    }

    private void plate(Mark.Shield shield, Label label) {
        double width = Glyphs.width(label.words()) * label.size() + 7;
        double height = label.size() * 1.2 + 3;
        RoundRectangle2D plate =
                new RoundRectangle2D.Double(label.x() - width / 2, label.y() - height / 2, width, height, 6, 6);
        canvas.setColor(colour(shield.colour()));
        canvas.fill(plate);
        canvas.setColor(colour(shield.edge()));
        canvas.setStroke(new BasicStroke(1));
        canvas.draw(plate);
    }

    void close() {
        canvas.dispose();
    }

    private static Color colour(Colour colour) {
        return new Color(colour.rgb());
    }
}
