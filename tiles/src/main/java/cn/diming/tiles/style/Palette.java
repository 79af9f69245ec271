package cn.diming.tiles.style;

import java.util.Map;
import java.util.stream.Collectors;

/** The named colours of the book. */
public final class Palette {
    private final Map<String, Colour> colours;

    Palette(Map<String, String> named) {
        named.forEach((name, colour) -> {
            if (!colour.matches("#[0-9a-f]{6}")) {
                throw new IllegalArgumentException("颜色 %s 应写作 #rrggbb：%s".formatted(name, colour));
            }
        });
        colours = named.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, row -> Colour.parse(row.getValue())));
    }

    /**
     * The colour of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Colour colour(Object name) {
        Colour colour = colours.get(String.valueOf(name));
        if (colour == null) {
            throw new IllegalArgumentException("调色板中没有颜色 " + name);
        }
        return colour;
    }
}
