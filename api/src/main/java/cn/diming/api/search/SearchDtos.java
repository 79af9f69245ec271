package cn.diming.api.search;

import cn.diming.api.answer.ClassNames;
import cn.diming.api.answer.Divisions;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.generated.model.HighlightRange;
import cn.diming.api.generated.model.MatchKind;
import cn.diming.api.generated.model.NearbyPlace;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.api.generated.model.ReverseResponse;
import cn.diming.api.generated.model.ScorePart;
import cn.diming.api.generated.model.SearchResponse;
import cn.diming.core.geo.LonLat;
import cn.diming.core.search.ReverseAnswer;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Field by field. */
final class SearchDtos {

    private final OutputCrs crs;

    SearchDtos(OutputCrs crs) {
        this.crs = crs;
    }

    SearchResponse response(String query, List<SearchHit> hits) {
        return new SearchResponse(query, hits.stream().map(this::hit).toList());
    }

    ReverseResponse reverse(LonLat point, ReverseAnswer answer) {
        OutputCrs.Position at = crs.position(point);
        return new ReverseResponse(
                        at.x(),
                        at.y(),
                        Divisions.refs(answer.divisions()),
                        answer.nearby().stream().map(this::nearby).toList())
                .address(answer.address())
                .description(answer.text());
    }

    private cn.diming.api.generated.model.SearchHit hit(SearchHit hit) {
        OutputCrs.Position at = crs.position(new LonLat(hit.lon(), hit.lat()));
        var dto = new cn.diming.api.generated.model.SearchHit(
                        hit.id(), RecordKind.fromValue(hit.kind().name()), hit.name(), at.x(), at.y(), hit.score())
                .matchKind(MatchKind.fromValue(hit.matchKind().name()))
                .address(hit.address());
        if (!hit.matchedName().equals(hit.name())) {
            dto.matchedName(hit.matchedName());
        }
        hit.romanised().ifPresent(dto::romanised);
        ClassNames.code(hit.classCode()).ifPresent(dto::classCode);
        className(hit).ifPresent(dto::className);
        hit.divisionCode().ifPresent(dto::divisionCode);
        hit.code().ifPresent(dto::code);
        hit.sourceKey().ifPresent(dto::sourceKey);
        hit.box().map(crs::box).ifPresent(dto::bbox);
        hit.distanceMetres().ifPresent(metres -> dto.distanceMetres(tenths(metres)));
        dto.highlights(hit.highlights().stream()
                .map(range -> new HighlightRange(range.from(), range.to()))
                .toList());
        hit.explanation().ifPresent(text -> dto.explanation(List.of(new ScorePart("总分", hit.score()).note(text))));
        return dto;
    }

    private NearbyPlace nearby(ReverseAnswer.Nearby nearby) {
        SearchHit hit = nearby.hit();
        OutputCrs.Position at = crs.position(new LonLat(hit.lon(), hit.lat()));
        NearbyPlace dto = new NearbyPlace(
                        hit.id(),
                        RecordKind.fromValue(hit.kind().name()),
                        hit.name(),
                        at.x(),
                        at.y(),
                        tenths(nearby.distanceMetres()))
                .address(hit.address());
        ClassNames.code(hit.classCode()).ifPresent(dto::classCode);
        className(hit).ifPresent(dto::className);
        if (nearby.direction().isEmpty()) {
            return dto.text(hit.name());
        }
        return dto.direction(nearby.direction())
                .text(String.format(
                        Locale.ROOT,
                        "%s%s约 %d 米",
                        hit.name(),
                        nearby.direction(),
                        Math.round(nearby.distanceMetres())));
    }

    private static Optional<String> className(SearchHit hit) {
        return hit.kind() == SearchKind.DIVISION
                ? hit.code().map(ClassNames::ofDivision)
                : ClassNames.name(hit.classCode());
    }

    private static double tenths(double metres) {
        return Math.round(metres * 10) / 10.0;
    }
}
