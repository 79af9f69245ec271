package cn.diming.tiles.style;

/** An opaque colour, red, green and blue in eight bits each. */
public record Colour(int rgb) {
    static Colour parse(String hex) {
        return new Colour(Integer.parseInt(hex.substring(1), 16));
    }

    /** As style sheets write it, {@code #rrggbb}. */
    public String hex() {
        return "#%06x".formatted(rgb);
    }
}
