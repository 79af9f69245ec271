package cn.diming.tiles.style;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/** All pictures of the book on one sheet with its index, as MapLibre fetches them. */
public final class Sprite {
    private static final int GAP = 2;
    private static final int SHIELD_WIDTH = 22;
    private static final int SHIELD_HEIGHT = 16;
    private static final int CORNER = 3;

    private final Map<String, Object> index = new LinkedHashMap<>();
    private final byte[] png;

    /** @param ratio pixels of the sheet a pixel of the map, 1 or 2 */
    Sprite(IconSet icons, int ratio) {
        int cell = IconSet.SIZE + GAP;
        int width = icons.pictures().size() * cell + icons.shields().size() * (SHIELD_WIDTH + GAP) + GAP;
        BufferedImage sheet = new BufferedImage(Math.max(1, width) * ratio, cell * ratio, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = sheet.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(ratio, ratio);
        int x = 0;
        for (Map.Entry<String, Picture> icon : icons.pictures().entrySet()) {
            icon.getValue().draw(canvas, x + IconSet.SIZE / 2.0, IconSet.SIZE / 2.0, IconSet.SIZE);
            index.put(icon.getKey(), entry(x, IconSet.SIZE, IconSet.SIZE, ratio));
            x += cell;
        }
        for (Map.Entry<String, Mark.Shield> shield : icons.shields().entrySet()) {
            drawShield(canvas, shield.getValue(), x);
            index.put(shield.getKey(), stretching(entry(x, SHIELD_WIDTH, SHIELD_HEIGHT, ratio), ratio));
            x += SHIELD_WIDTH + GAP;
        }
        canvas.dispose();
        png = encoded(sheet);
    }

    private static void drawShield(Graphics2D canvas, Mark.Shield shield, int x) {
        RoundRectangle2D plate = new RoundRectangle2D.Double(
                x + 0.5, 0.5, SHIELD_WIDTH - 1.0, SHIELD_HEIGHT - 1.0, 2.0 * CORNER, 2.0 * CORNER);
        canvas.setColor(new Color(shield.colour().rgb()));
        canvas.fill(plate);
        canvas.setColor(new Color(shield.edge().rgb()));
        canvas.draw(plate);
    }

    private static Map<String, Object> entry(int x, int width, int height, int ratio) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("x", x * ratio);
        entry.put("y", 0);
        entry.put("width", width * ratio);
        entry.put("height", height * ratio);
        entry.put("pixelRatio", ratio);
        return entry;
    }

    /** A plate grows with its text in the middle and keeps its corners. */
    private static Map<String, Object> stretching(Map<String, Object> entry, int ratio) {
        int right = (SHIELD_WIDTH - CORNER) * ratio;
        int bottom = (SHIELD_HEIGHT - CORNER) * ratio;
        int corner = CORNER * ratio;
        entry.put("stretchX", List.of(List.of(corner, right)));
        entry.put("stretchY", List.of(List.of(corner, bottom)));
        entry.put("content", List.of(corner, corner, right, bottom));
        return entry;
    }

    private static byte[] encoded(BufferedImage sheet) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(sheet, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where on the sheet each picture is, in JSON. */
    public String json() {
        return JsonMapper.shared().writeValueAsString(index);
    }

    /** The sheet; not to be changed. */
    public byte[] png() {
        return png;
    }
}
