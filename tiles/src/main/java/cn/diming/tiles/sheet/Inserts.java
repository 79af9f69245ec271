package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.canvas.Photo;
import cn.diming.tiles.sheet.margin.TextBlock.Paragraph;
import java.util.List;
import java.util.Optional;

/**
 * What a sheet tells beside the map.
 *
 * @param stories of protected names
 * @param produce what the place grows, makes and shows (地名+)
 * @param faults what was wanted and could not be had, such as a missing photo, in Chinese
 */
public record Inserts(List<Picture> pictures, List<Paragraph> stories, List<Paragraph> produce, List<String> faults) {

    public static final Inserts NONE = new Inserts(List.of(), List.of(), List.of(), List.of());

    /** @param feature the record it shows, to which a leader line runs */
    public record Picture(Photo photo, String caption, Optional<Long> feature) {}

    public Inserts {
        pictures = List.copyOf(pictures);
        stories = List.copyOf(stories);
        produce = List.copyOf(produce);
        faults = List.copyOf(faults);
    }
}
