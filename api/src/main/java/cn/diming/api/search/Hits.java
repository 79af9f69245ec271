package cn.diming.api.search;

import cn.diming.api.generated.model.NearbyPlace;
import cn.diming.api.generated.model.NearbyResponse;
import cn.diming.api.generated.model.ReverseResponse;
import cn.diming.api.generated.model.SearchHit;
import cn.diming.api.generated.model.SearchResponse;
import java.util.List;

/** The records of an answer, whatever was asked. */
final class Hits {

    static List<SearchHit> of(Object answer) {
        return switch (answer) {
            case SearchResponse response -> response.getHits();
            case NearbyResponse response -> response.getHits();
            case ReverseResponse response ->
                response.getNearest().stream().map(Hits::of).toList();
            default -> List.of();
        };
    }

    private static SearchHit of(NearbyPlace place) {
        return new SearchHit(place.getId(), place.getKind(), place.getName(), place.getLon(), place.getLat(), 1.0, 1.0)
                .address(place.getAddress())
                .classCode(place.getClassCode())
                .className(place.getClassName())
                .code(place.getCode())
                .sourceKey(place.getSourceKey())
                .level(place.getLevel())
                .distanceMetres(place.getDistanceMetres());
    }

    private Hits() {}
}
