package cn.diming.tiles.style;

import java.util.Map;

/** The named colours of the book. */
record Palette(Map<String, String> colours) {
    Palette {
        colours = Map.copyOf(colours);
        colours.forEach((name, colour) -> {
            if (!colour.matches("#[0-9a-f]{6}")) {
                throw new IllegalArgumentException("颜色 %s 应写作 #rrggbb：%s".formatted(name, colour));
            }
        });
    }

    String colour(Object name) {
        String colour = colours.get(String.valueOf(name));
        if (colour == null) {
            throw new IllegalArgumentException("调色板中没有颜色 " + name);
        }
        return colour;
    }
}
