package cn.diming.tiles;

import cn.diming.core.record.PastDays;
import cn.diming.core.record.StoredRecord;
import cn.diming.tiles.layer.DayChanges;
import cn.diming.tiles.layer.FeatureRef;
import cn.diming.tiles.layer.MapFeature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was drawn on a day of the past and is not today, and the other way round. */
public final class PastMap {

    private final PastDays days;

    public PastMap(PastDays days) {
        this.days = days;
    }

    /** The way from the map of today to that of the day, as the history is known now. */
    public DayChanges changesOn(LocalDate day) {
        PastDays.Difference difference = days.differenceOn(day);
        List<FeatureRef> gone = new ArrayList<>();
        difference.gone().forEach((kind, ids) -> ids.forEach(id -> gone.addAll(MapFeatures.allPlaces(kind, id))));
        Map<FeatureRef, MapFeature> shown = new LinkedHashMap<>();
        for (StoredRecord record : difference.shown()) {
            // a place whose state then had no geometry, or was a line where it is a point now, leaves its layer of
            // today
            gone.addAll(MapFeatures.allPlaces(record.kind(), record.id()));
            Optional<MapFeature> feature = MapFeatures.ofItsTime(record);
            feature.ifPresent(drawn -> shown.put(drawn.ref(), drawn));
        }
        return new DayChanges(List.copyOf(shown.values()), List.copyOf(gone));
    }
}
