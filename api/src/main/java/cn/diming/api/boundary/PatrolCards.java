package cn.diming.api.boundary;

import cn.diming.api.answer.Times;
import cn.diming.api.generated.model.PatrolCard;
import cn.diming.api.generated.model.PatrolDetail;
import cn.diming.api.generated.model.PatrolFigures;
import cn.diming.api.generated.model.PatrolGap;
import cn.diming.core.patrol.Patrol;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From patrols to what callers get. */
final class PatrolCards {

    static PatrolCard card(Patrol patrol) {
        PatrolCard card = new PatrolCard()
                .id(patrol.id())
                .version(patrol.version())
                .lineId(patrol.lineId())
                .lineVersion(patrol.lineNumber())
                .madeAt(Times.of(patrol.madeAt()))
                .share(patrol.share())
                .gaps(patrol.gaps().size())
                .remarks(patrol.remarks());
        patrol.madeBy().ifPresent(card::madeBy);
        JsonNode figures = JsonMapper.shared().readTree(patrol.report()).path("figures");
        time(figures, "from").ifPresent(at -> card.from(Times.of(at)));
        time(figures, "to").ifPresent(at -> card.to(Times.of(at)));
        return card;
    }

    private static Optional<Instant> time(JsonNode figures, String name) {
        return Optional.ofNullable(figures.get(name)).map(JsonNode::asString).map(Instant::parse);
    }

    static PatrolDetail detail(Patrol patrol) {
        JsonNode report = JsonMapper.shared().readTree(patrol.report());
        return new PatrolDetail()
                .patrol(card(patrol))
                .figures(figures(report.path("figures")))
                .gaps(patrol.gaps().stream().map(PatrolCards::gap).toList())
                .missedMarkers(patrol.missedMarkers())
                .shapes(JsonMapper.shared().readValue(patrol.shapes(), new TypeReference<Map<String, Object>>() {}))
                .exportSha256(report.path("exportSha256").asString());
    }

    private static PatrolGap gap(Patrol.Gap gap) {
        PatrolGap card = new PatrolGap().fromMetres(gap.fromMetres()).toMetres(gap.toMetres());
        gap.reason().ifPresent(card::reason);
        return card;
    }

    private static PatrolFigures figures(JsonNode figures) {
        return new PatrolFigures()
                .lineMetres(figures.path("lineMetres").asDouble())
                .coveredMetres(figures.path("coveredMetres").asDouble())
                .maxDeviationMetres(figures.path("maxDeviationMetres").asDouble())
                .p95DeviationMetres(figures.path("p95DeviationMetres").asDouble())
                .walkedMetres(figures.path("walkedMetres").asDouble())
                .fastMetres(figures.path("fastMetres").asDouble())
                .jumps(figures.path("jumps").asInt())
                .breaks(figures.path("breaks").asInt())
                .fixes(figures.path("fixes").asInt())
                .untimed(figures.path("untimed").asInt())
                .disordered(figures.path("disordered").asInt());
    }

    private PatrolCards() {}
}
