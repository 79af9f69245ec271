package cn.diming.tiles.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A picture of plain shapes in plain colours, read from SVG: {@code path} and {@code circle} with fill or stroke. */
public final class Picture {
    /** Side of the drawing in its own units. */
    static final double SIDE = 24;

    private final List<Piece> pieces;

    private record Piece(Shape shape, Colour colour) {}

    private Picture(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** @throws IllegalArgumentException if it is not such a drawing of 24 × 24 units */
    static Picture read(InputStream svg) throws IOException {
        Element root = parse(svg);
        if (!root.getAttribute("viewBox").equals("0 0 24 24")) {
            throw new IllegalArgumentException("图标应为 24 × 24：" + root.getAttribute("viewBox"));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                pieces.add(piece(element));
            }
        }
        return new Picture(pieces);
    }

    private static Element parse(InputStream svg) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(svg).getDocumentElement();
        } catch (ParserConfigurationException | SAXException wrong) {
            throw new IllegalArgumentException("不是 SVG：" + wrong.getMessage(), wrong);
        }
    }

    private static Piece piece(Element element) {
        Shape shape = switch (element.getTagName()) {
            case "path" -> SvgPath.parse(element.getAttribute("d"));
            case "circle" -> circle(element);
            default -> throw new IllegalArgumentException("不支持的 SVG 元素 " + element.getTagName());
        };
        if (!element.hasAttribute("stroke")) {
            return new Piece(shape, Colour.parse(element.getAttribute("fill")));
        }
        float width = Float.parseFloat(element.getAttribute("stroke-width"));
        BasicStroke pen = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        return new Piece(pen.createStrokedShape(shape), Colour.parse(element.getAttribute("stroke")));
    }

    private static Shape circle(Element element) {
        double radius = Double.parseDouble(element.getAttribute("r"));
        double x = Double.parseDouble(element.getAttribute("cx"));
        double y = Double.parseDouble(element.getAttribute("cy"));
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Draws it with its middle at a place, so many units wide. */
    public void draw(Graphics2D canvas, double x, double y, double width) {
        AffineTransform before = canvas.getTransform();
        canvas.translate(x - width / 2, y - width / 2);
        canvas.scale(width / SIDE, width / SIDE);
        for (Piece piece : pieces) {
            canvas.setColor(new Color(piece.colour.rgb()));
            canvas.fill(piece.shape);
        }
        canvas.setTransform(before);
    }
}
