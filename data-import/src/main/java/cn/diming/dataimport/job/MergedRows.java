package cn.diming.dataimport.job;

import cn.diming.core.geo.Geometries;
import cn.diming.core.record.RecordDraft;
import cn.diming.dataimport.source.SourceFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/** Rows with the same key put together: the values of the first, the geometry of all. */
final class MergedRows {

    private final Map<String, Parts> byKey = new LinkedHashMap<>();

    void add(Verdict.Accepted row) {
        byKey.computeIfAbsent(row.draft().sourceKey(), key -> new Parts(row))
                .geometries
                .addAll(row.draft().geometry().stream()
                        .flatMap(MergedRows::pieces)
                        .toList());
    }

    /** In the order of the first rows. */
    void forEach(BiConsumer<SourceFeature, RecordDraft> action) {
        byKey.values().forEach(parts -> action.accept(parts.first.row(), parts.draft()));
    }

    private static Stream<Geometry> pieces(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries()).mapToObj(geometry::getGeometryN);
    }

    private static final class Parts {
        private final Verdict.Accepted first;
        private final List<Geometry> geometries = new ArrayList<>();

        Parts(Verdict.Accepted first) {
            this.first = first;
        }

        RecordDraft draft() {
            RecordDraft one = first.draft();
            Optional<Geometry> joined =
                    geometries.isEmpty() ? Optional.empty() : Optional.of(Geometries.FACTORY.buildGeometry(geometries));
            return new RecordDraft(one.sourceKey(), one.values(), joined, one.names(), one.registrations());
        }
    }
}
