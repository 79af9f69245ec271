package cn.diming.dataimport.job;

import cn.diming.core.geo.Geometries;
import cn.diming.core.record.RecordDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/** Drafts with the same key put together: the values of the first, the geometry of all. */
final class MergedDrafts {

    private final Map<String, List<RecordDraft>> byKey = new LinkedHashMap<>();

    void add(RecordDraft draft) {
        byKey.computeIfAbsent(draft.sourceKey(), key -> new ArrayList<>()).add(draft);
    }

    Stream<RecordDraft> drafts() {
        return byKey.values().stream().map(MergedDrafts::merge);
    }

    private static RecordDraft merge(List<RecordDraft> parts) {
        RecordDraft first = parts.getFirst();
        if (parts.size() == 1) {
            return first;
        }
        List<Geometry> geometries = parts.stream()
                .map(RecordDraft::geometry)
                .flatMap(Optional::stream)
                .flatMap(MergedDrafts::parts)
                .toList();
        return new RecordDraft(
                first.sourceKey(), first.values(), joined(geometries), first.names(), first.registrations());
    }

    private static Stream<Geometry> parts(Geometry geometry) {
        return Stream.iterate(0, i -> i < geometry.getNumGeometries(), i -> i + 1)
                .map(geometry::getGeometryN);
    }

    private static Optional<Geometry> joined(Collection<Geometry> geometries) {
        return geometries.isEmpty() ? Optional.empty() : Optional.of(Geometries.FACTORY.buildGeometry(geometries));
    }
}
