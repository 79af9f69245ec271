package cn.diming.dataimport;

import cn.diming.dataimport.shapefile.ShapefileSource;
import cn.diming.dataimport.source.CsvSource;
import cn.diming.dataimport.source.FeatureSource;
import cn.diming.dataimport.source.GeoJsonSource;
import cn.diming.dataimport.source.SourceFiles;
import cn.diming.dataimport.source.SourceLayers;
import cn.diming.dataimport.source.SourceRefused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of file we read. */
public final class Sources {

    /** All of them, asked in this order where a name says nothing. */
    public static SourceFiles standard() {
        return new SourceFiles(List.of(ShapefileSource.FORMAT, GeoJsonSource.FORMAT, CsvSource.FORMAT));
    }

    /** The layer that is named, or the only one. */
    static FeatureSource choose(SourceLayers layers, Optional<String> name) {
        String all =
                layers.layers().stream().map(source -> source.layer().name()).collect(Collectors.joining("、"));
        if (name.isPresent()) {
            return layers.find(name.get()).orElseThrow(() -> new SourceRefused("没有图层 " + name.get() + "，文件里有：" + all));
        }
        if (layers.layers().size() > 1) {
            throw new SourceRefused("文件里有多个图层，请用 --layer 指明：" + all);
        }
        return layers.layers().getFirst();
    }

    private Sources() {}
}
