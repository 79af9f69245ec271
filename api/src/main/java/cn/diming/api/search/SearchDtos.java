package cn.diming.api.search;

import cn.diming.api.answer.ClassNames;
import cn.diming.api.answer.Divisions;
import cn.diming.api.answer.OutputCrs;
import cn.diming.api.generated.model.Accuracy;
import cn.diming.api.generated.model.HighlightRange;
import cn.diming.api.generated.model.MatchComponent;
import cn.diming.api.generated.model.MatchKind;
import cn.diming.api.generated.model.MatchLevel;
import cn.diming.api.generated.model.NearbyPlace;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.api.generated.model.ReverseResponse;
import cn.diming.api.generated.model.ScorePart;
import cn.diming.api.generated.model.SearchResponse;
import cn.diming.core.geo.LonLat;
import cn.diming.core.search.ReverseAnswer;
import cn.diming.core.search.SearchAnswer;
import cn.diming.core.search.SearchHit;
import cn.diming.core.search.SearchKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Field by field. */
public final class SearchDtos {

    private static final double CONFIDENCE_DIGITS = 1000;

    private final OutputCrs crs;

    public SearchDtos(OutputCrs crs) {
        this.crs = crs;
    }

    SearchResponse response(String query, SearchAnswer answer) {
        SearchResponse response = response(query, answer.hits());
        if (!answer.ignored().isEmpty()) {
            response.ignored(answer.ignored());
        }
        return answer.steps().isEmpty() ? response : response.trace(answer.steps());
    }

    public SearchResponse response(String query, List<SearchHit> hits) {
        return new SearchResponse(query, hits(hits));
    }

    public List<cn.diming.api.generated.model.SearchHit> hits(List<SearchHit> hits) {
        return hits.stream().map(this::hit).toList();
    }

    ReverseResponse reverse(LonLat point, ReverseAnswer answer) {
        OutputCrs.Position at = crs.position(point);
        return new ReverseResponse(
                        at.x(),
                        at.y(),
                        Divisions.refs(answer.divisions()),
                        answer.nearby().stream().map(this::nearby).toList())
                .address(answer.address())
                .contained(answer.contained())
                .description(answer.text());
    }

    private cn.diming.api.generated.model.SearchHit hit(SearchHit hit) {
        OutputCrs.Position at = crs.position(hit.position());
        double confidence = Math.round(hit.confidence() * CONFIDENCE_DIGITS) / CONFIDENCE_DIGITS;
        var dto = new cn.diming.api.generated.model.SearchHit(
                        hit.id(),
                        RecordKind.fromValue(hit.kind().name()),
                        hit.name(),
                        at.x(),
                        at.y(),
                        confidence,
                        confidence)
                .address(hit.address());
        addMatch(dto, hit);
        hit.romanised().ifPresent(dto::romanised);
        ClassNames.code(hit.classCode()).ifPresent(dto::classCode);
        className(hit).ifPresent(dto::className);
        hit.divisionCode().ifPresent(dto::divisionCode);
        hit.code().ifPresent(dto::code);
        hit.sourceKey().ifPresent(dto::sourceKey);
        hit.box().map(crs::box).ifPresent(dto::bbox);
        hit.distanceMetres().ifPresent(metres -> dto.distanceMetres(tenths(metres)));
        return dto;
    }

    private static void addMatch(cn.diming.api.generated.model.SearchHit dto, SearchHit hit) {
        SearchHit.Match match = hit.match();
        if (!match.name().equals(hit.name())) {
            dto.matchedName(match.name());
        }
        match.period().ifPresent(dto::matchedPeriod);
        dto.matchKind(MatchKind.fromValue(match.kind().name()))
                .level(MatchLevel.fromValue(match.level().name()))
                .accuracy(Accuracy.fromValue(match.accuracy().name()))
                .components(
                        match.components().stream().map(SearchDtos::component).toList())
                .highlights(match.highlights().stream()
                        .map(range -> new HighlightRange(range.from(), range.to()))
                        .toList());
        match.explanation()
                .ifPresent(text -> dto.explanation(List.of(new ScorePart("总分", hit.confidence()).note(text))));
    }

    private static MatchComponent component(cn.diming.core.search.MatchComponent part) {
        MatchComponent dto = new MatchComponent(
                part.part(),
                part.typed(),
                part.verdict(),
                Math.round(part.score() * CONFIDENCE_DIGITS) / CONFIDENCE_DIGITS);
        return part.matched().isEmpty() ? dto : dto.matched(part.matched());
    }

    private NearbyPlace nearby(ReverseAnswer.Nearby nearby) {
        SearchHit hit = nearby.hit();
        OutputCrs.Position at = crs.position(hit.position());
        NearbyPlace dto = new NearbyPlace(
                        hit.id(),
                        RecordKind.fromValue(hit.kind().name()),
                        hit.name(),
                        at.x(),
                        at.y(),
                        tenths(nearby.distanceMetres()))
                .address(hit.address())
                .level(MatchLevel.fromValue(hit.match().level().name()));
        ClassNames.code(hit.classCode()).ifPresent(dto::classCode);
        className(hit).ifPresent(dto::className);
        hit.code().ifPresent(dto::code);
        hit.sourceKey().ifPresent(dto::sourceKey);
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
