package cn.diming.tiles.style;

import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the path data of SVG 1.1: moves, straight lines and Bézier curves, absolute or relative; no arcs. */
final class SvgPath {
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private final Matcher tokens;
    private boolean hasMore;
    private double x;
    private double y;

    private SvgPath(String data) {
        tokens = TOKEN.matcher(data);
        hasMore = tokens.find();
    }

    /** @throws IllegalArgumentException for what is none or uses arcs */
    static Path2D parse(String data) {
        SvgPath reader = new SvgPath(data);
        while (reader.hasMore) {
            reader.command(reader.take().charAt(0));
        }
        return reader.path;
    }

    private void command(char command) {
        boolean relative = Character.isLowerCase(command);
        String upper = String.valueOf(command).toUpperCase(Locale.ROOT);
        String repeated = upper;
        do {
            segment(repeated, relative ? x : 0, relative ? y : 0);
            repeated = repeated.equals("M") ? "L" : repeated;
        } while (hasMore && !Character.isLetter(tokens.group().charAt(0)));
    }

    private void segment(String command, double fromX, double fromY) {
        switch (command) {
            case "M" -> {
                to(fromX + number(), fromY + number());
                path.moveTo(x, y);
            }
            case "L" -> line(fromX + number(), fromY + number());
            case "H" -> line(fromX + number(), y);
            case "V" -> line(x, fromY + number());
            case "Q" -> {
                double controlX = fromX + number();
                double controlY = fromY + number();
                to(fromX + number(), fromY + number());
                path.quadTo(controlX, controlY, x, y);
            }
            case "C" -> {
                double[] control = {fromX + number(), fromY + number(), fromX + number(), fromY + number()};
                to(fromX + number(), fromY + number());
                path.curveTo(control[0], control[1], control[2], control[3], x, y);
            }
            case "Z" -> {
                path.closePath();
                to(path.getCurrentPoint().getX(), path.getCurrentPoint().getY());
            }
            default -> throw new IllegalArgumentException("不支持的 SVG 路径命令 " + command);
        }
    }

    private void line(double toX, double toY) {
        to(toX, toY);
        path.lineTo(x, y);
    }

    private void to(double newX, double newY) {
        x = newX;
        y = newY;
    }

    private double number() {
        return Double.parseDouble(take());
    }

    private String take() {
        if (!hasMore) {
            throw new IllegalArgumentException("SVG 路径不完整");
        }
        String token = tokens.group();
        hasMore = tokens.find();
        return token;
    }
}
