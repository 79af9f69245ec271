package cn.diming.dataimport;

import cn.diming.dataimport.shapefile.ShapefileSource;
import cn.diming.dataimport.source.CsvSource;
import cn.diming.dataimport.source.GeoJsonSource;
import cn.diming.dataimport.source.SourceFiles;
import java.util.List;

/** The one list of the kinds of files that can be imported. */
public final class Formats {
    private Formats() {}

    /** Opens every kind; text tables come last because nearly anything may pass for one. */
    public static SourceFiles sourceFiles() {
        return new SourceFiles(List.of(ShapefileSource.FORMAT, GeoJsonSource.FORMAT, CsvSource.FORMAT));
    }
}
