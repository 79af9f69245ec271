package cn.diming.api.command;

import cn.diming.core.font.Typeface;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Pictures of a shop that does not exist, drawn and not taken. */
final class DemoPhotos {

    static final String NAME = "云溪稳记鱼馆";

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1100;

    static byte[] front() {
        return draw(page -> {
            page.setPaint(new GradientPaint(0, 0, new Color(0x9CC9E3), 0, 620, new Color(0xE9F3F5)));
            page.fillRect(0, 0, WIDTH, 620);
            page.setColor(new Color(0x7FA98B));
            page.fill(new Ellipse2D.Double(-250, 380, 1100, 560));
            page.fill(new Ellipse2D.Double(760, 330, 1200, 640));
            page.setColor(new Color(0xCBBFA9));
            page.fillRect(0, 900, WIDTH, 200);
            wall(page);
            sign(page);
        });
    }

    private static void wall(Graphics2D page) {
        page.setColor(new Color(0x6A4B39));
        page.fillPolygon(new int[] {140, 1460, 1380, 220}, new int[] {330, 330, 220, 220}, 4);
        page.setColor(new Color(0xF1E6D2));
        page.fillRect(180, 330, 1240, 590);
        for (int x : new int[] {250, 1090}) {
            page.setColor(new Color(0x8C5A3C));
            page.fillRect(x, 570, 260, 250);
            page.setColor(new Color(0xF8DFA0));
            page.fillRect(x + 18, 588, 224, 214);
            page.setColor(new Color(0x8C5A3C));
            page.fillRect(x + 122, 588, 16, 214);
        }
        page.setColor(new Color(0x7A4A30));
        page.fillRect(620, 550, 360, 370);
        page.setColor(new Color(0xE7B765));
        page.fillRect(644, 574, 150, 346);
        page.fillRect(806, 574, 150, 346);
        for (int x : new int[] {560, 1020}) {
            page.setColor(new Color(0xC8392B));
            page.fill(new Ellipse2D.Double(x - 42, 560, 84, 100));
            page.setColor(new Color(0xF2C14E));
            page.fillRect(x - 4, 660, 8, 46);
        }
    }

    private static void sign(Graphics2D page) {
        page.setColor(new Color(0x8E2B22));
        page.fillRoundRect(300, 372, 1000, 150, 16, 16);
        page.setColor(new Color(0xF2C14E));
        page.setStroke(new BasicStroke(6));
        page.drawRoundRect(312, 384, 976, 126, 12, 12);
        text(page, NAME, 118, WIDTH / 2.0, 490);
    }

    static byte[] dish() {
        return draw(page -> {
            page.setColor(new Color(0x5B3E2B));
            page.fillRect(0, 0, WIDTH, HEIGHT);
            page.setColor(new Color(0xF7F5EF));
            page.fill(new Ellipse2D.Double(180, 150, 1240, 800));
            page.setColor(new Color(0xDCE6E4));
            page.fill(new Ellipse2D.Double(280, 220, 1040, 660));
            page.setColor(new Color(0xA9B7A0));
            page.fill(new Ellipse2D.Double(400, 400, 720, 300));
            page.fillPolygon(new int[] {1060, 1240, 1240}, new int[] {550, 420, 680}, 3);
            page.setColor(new Color(0x3F7A3A));
            for (int i = 0; i < 14; i++) {
                page.fillRoundRect(470 + i * 40, 430 + (i * 53) % 200, 90, 14, 14, 14);
            }
            page.setColor(new Color(0xC0392B));
            for (int i = 0; i < 9; i++) {
                page.fillRoundRect(500 + i * 62, 470 + (i * 71) % 150, 60, 12, 12, 12);
            }
            page.setColor(new Color(0x2B2B2B));
            page.fill(new Ellipse2D.Double(470, 520, 34, 34));
        });
    }

    /** Says in large letters that it is none. */
    static byte[] licence() {
        return draw(page -> {
            page.setColor(new Color(0xFBF6E6));
            page.fillRect(0, 0, WIDTH, HEIGHT);
            page.setColor(new Color(0xB8863B));
            page.setStroke(new BasicStroke(16));
            page.drawRect(60, 60, WIDTH - 120, HEIGHT - 120);
            page.setColor(new Color(0x8E2B22));
            text(page, "营业执照", 130, WIDTH / 2.0, 320);
            page.setColor(new Color(0x333333));
            text(page, NAME, 84, WIDTH / 2.0, 520);
            text(page, "演示样张，纯属虚构", 72, WIDTH / 2.0, 760);
        });
    }

    /** In the typeface of the papers: a server has none of its own for Chinese. */
    private static void text(Graphics2D page, String words, double size, double middle, double baseline) {
        double x = middle - words.codePoints().mapToDouble(Typeface.HEI::width).sum() * size / 2;
        for (int letter : words.codePoints().toArray()) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
            place.scale(size / 1000, -size / 1000);
            Shape outline = place.createTransformedShape(Typeface.HEI.outline(letter));
            page.fill(outline);
            x += Typeface.HEI.width(letter) * size;
        }
    }

    private static byte[] draw(Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D page = image.createGraphics();
        page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(page);
        page.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write a picture into memory", impossible);
        }
        return out.toByteArray();
    }

    private DemoPhotos() {}
}
