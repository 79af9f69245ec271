package cn.diming.tiles.sheet;

import cn.diming.tiles.sheet.frame.Grid;
import cn.diming.tiles.sheet.margin.IndexEntry;
import cn.diming.tiles.sheet.scene.Drawn;
import cn.diming.tiles.sheet.scene.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Lineal;

/** The index of a map: every name of the territory, with the squares of the very grid that is drawn. */
final class SheetIndex {

    static final List<String> GROUPS = List.of("政府驻地", "村（居）委会", "自然村", "道路街巷", "山水名称", "单位与商店");

    /** Instead of a square, for what lies outside of the main map. */
    static final String WHOLE = "全村图";

    private record Key(String group, String name, long feature) {}

    static List<IndexEntry> of(Scene scene, Grid grid) {
        Map<Key, Set<String>> squares = new LinkedHashMap<>();
        for (Drawn one : scene.drawn()) {
            if (one.own()
                    && one.rule().indexGroup().isPresent()
                    && one.feature().name().isPresent()) {
                List<String> crossed = grid.squares(one.page());
                // a road in pieces is one entry; two hamlets of one name are two
                long feature = one.page() instanceof Lineal ? 0 : one.feature().id();
                Key key = new Key(
                        one.rule().indexGroup().get(), one.feature().name().get(), feature);
                if (!crossed.isEmpty()) {
                    squares.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(crossed);
                }
            }
        }
        List<IndexEntry> entries = new ArrayList<>();
        squares.forEach((key, crossed) -> entries.add(IndexEntry.of(key.group, key.name, List.copyOf(crossed))));
        return entries;
    }

    /** With what only a map of the whole territory shows, which has no squares. */
    static List<IndexEntry> of(Scene main, Scene whole, Grid grid) {
        List<IndexEntry> entries = of(main, grid);
        Set<String> there = new LinkedHashSet<>();
        entries.forEach(entry -> there.add(entry.group() + "/" + entry.name()));
        for (Drawn one : whole.drawn()) {
            if (one.own()
                    && one.rule().indexGroup().isPresent()
                    && one.feature().name().isPresent()) {
                String group = one.rule().indexGroup().get();
                String name = one.feature().name().get();
                if (there.add(group + "/" + name)) {
                    entries.add(IndexEntry.of(group, name, List.of(WHOLE)));
                }
            }
        }
        return entries;
    }

    private SheetIndex() {}
}
