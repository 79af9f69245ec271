package cn.diming.api.ogc;

import cn.diming.api.fixtures.Service;
import cn.diming.core.access.Actor;
import cn.diming.core.feature.FeatureType;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.record.RecordDraft;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.locationtech.jts.geom.Geometry;

/** One feature or more in every collection, inside of 南沙区 (440115). */
final class OgcData {

    static final String DIVISION = "440115103208";
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Service service;

    private OgcData(Service service) {
        this.service = service;
    }

    static void load(Service service) {
        OgcData data = new OgcData(service);
        for (FeatureType type : FeatureType.values()) {
            if (service.core.store().count(type.kind()) < 1_000) {
                data.make(type);
                data.make(type);
            }
        }
        service.catchUp();
    }

    static long make(Service service, FeatureType type) {
        return new OgcData(service).make(type);
    }

    private long make(FeatureType type) {
        String key = "ogc" + NUMBER.incrementAndGet() + "-" + System.nanoTime();
        RecordDraft draft = new RecordDraft(key, values(type, key), Optional.of(geometry(type)), List.of(), List.of());
        service.core.intake().take(Actor.OPERATOR, type.kind(), "ogc-test", List.of(draft));
        return service.core.store().find("ogc-test", key).orElseThrow().id();
    }

    private static Map<String, Object> values(FeatureType type, String key) {
        String number = String.format("%03d", NUMBER.get() % 1_000);
        Map<String, Object> values = new HashMap<>(
                switch (type) {
                    case DIVISIONS ->
                        Map.of(
                                "code",
                                "440115103" + number,
                                "name",
                                "测试村" + number,
                                "level",
                                5L,
                                "parent_code",
                                "440115103000");
                    case PLACES ->
                        Map.of(
                                "name",
                                "测试围" + number,
                                "category",
                                "NATURAL_VILLAGE",
                                "valid_from",
                                LocalDate.of(2001, 5, 1));
                    case STREETS -> Map.of("name", "测试街" + number, "category", "STREET");
                    case DOOR_PLATES -> Map.of("street_name", "测试街", "number_text", number + "号");
                    case SIGNS -> Map.of("kind", "STREET", "name", "测试街" + number);
                    case BOUNDARY_LINES ->
                        Map.of(
                                "line_code",
                                key,
                                "name",
                                "测试线",
                                "left_code", // of nobody, so that it binds no outline
                                "440115999201",
                                "right_code",
                                "440115999202",
                                "level",
                                3L);
                    case BOUNDARY_MARKERS ->
                        Map.of(
                                "marker_key",
                                key,
                                "official_number",
                                number + "Q",
                                "kind",
                                "SINGLE",
                                "managing_code",
                                DIVISION);
                    case SHOPS -> Map.of("name", "测试店" + number, "category", "FOOD");
                    case FACILITIES -> Map.of("name", "测试院" + number, "category", "ELDERLY_CARE");
                    case GROUND -> Map.of("class", "river");
                });
        if (type.schema().findField("division_code").isPresent()) {
            values.put("division_code", DIVISION);
        }
        return values;
    }

    private static Geometry geometry(FeatureType type) {
        double lon = 113.44 + NUMBER.get() % 50 / 10_000.0;
        return switch (type) {
            case DIVISIONS -> Drafts.square(lon, 22.9, 0.001);
            case STREETS, BOUNDARY_LINES, GROUND ->
                Drafts.wkt("LINESTRING (%s 22.9, %s 22.91)".formatted(lon, lon + 0.004));
            default -> Drafts.point(lon, 22.905);
        };
    }
}
