package cn.diming.tiles.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pictures that the book's rules name, and the plates behind road numbers. */
public final class IconSet {
    /** Side of a picture in the sprite, pixels. */
    static final int SIZE = 18;

    private final Map<String, Picture> pictures = new TreeMap<>();
    private final Map<String, Mark.Shield> shields = new TreeMap<>();

    private IconSet() {}

    /**
     * All that the rules need.
     *
     * @throws IllegalArgumentException if there is no picture of a name
     */
    static IconSet of(List<Rule> rules) {
        IconSet icons = new IconSet();
        for (Rule rule : rules) {
            if (rule.mark() instanceof Mark.Icon icon) {
                icons.pictures.computeIfAbsent(icon.name(), IconSet::read);
            }
            if (rule.mark() instanceof Mark.Text text) {
                text.shield().ifPresent(shield -> icons.shields.put(shieldName(shield), shield));
            }
        }
        return icons;
    }

    /** Name of a plate in the sprite. */
    static String shieldName(Mark.Shield shield) {
        return "shield-" + shield.colour().hex().substring(1);
    }

    public Optional<Picture> find(String name) {
        return Optional.ofNullable(pictures.get(name));
    }

    Map<String, Picture> pictures() {
        return pictures;
    }

    Map<String, Mark.Shield> shields() {
        return shields;
    }

    private static Picture read(String name) {
        try (InputStream svg = IconSet.class.getResourceAsStream("icons/" + name + ".svg")) {
            if (svg == null) {
                throw new IllegalArgumentException("没有图标 " + name);
            }
            return Picture.read(svg);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
