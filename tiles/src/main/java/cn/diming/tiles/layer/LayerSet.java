package cn.diming.tiles.layer;

import java.util.List;

/**
 * Layers served together under one name.
 *
 * @param title name for people, in Chinese
 * @param audience who may ask for it
 * @param layers bottom to top
 */
public record LayerSet(String name, String title, Audience audience, List<Layer> layers) {
    public LayerSet {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("图层组 %s 没有图层".formatted(name));
        }
    }

    /** The layers of this set that the audience may see. */
    public List<Layer> visibleTo(Audience who) {
        return layers.stream().filter(layer -> who.maySee(layer.audience())).toList();
    }

    public int minZoom() {
        return layers.stream().mapToInt(Layer::minZoom).min().orElseThrow();
    }

    public int maxZoom() {
        return layers.stream().mapToInt(Layer::maxZoom).max().orElseThrow();
    }
}
