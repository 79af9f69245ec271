package cn.diming.core.search;

import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.region.Division;
import cn.diming.core.region.DivisionTree;
import cn.diming.core.search.TypedName.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Makes answers of ranked candidates: what the index stored, where the place is, and why it is an answer. */
final class HitMaker {

    private final SearchRequest request;
    private final TextSearch search;
    private final QueryWords words;
    private final DivisionTree divisions;

    HitMaker(SearchRequest request, TextSearch search, QueryWords words, DivisionTree divisions) {
        this.request = request;
        this.search = search;
        this.words = words;
        this.divisions = divisions;
    }

    /** In order; no answer is surer than one before it. While somebody types nothing is sure, and the rank has to do. */
    List<SearchHit> hits(List<Scored> ranked) throws IOException {
        List<SearchHit> hits = new ArrayList<>(ranked.size());
        double least = 1;
        for (Scored scored : ranked) {
            least = Math.min(least, search.isTyping() ? scored.score() : Confidence.among(scored, ranked));
            hits.add(hit(scored, least));
        }
        return hits;
    }

    private SearchHit hit(Scored scored, double confidence) throws IOException {
        StoredAnswer answer = search.answer(scored);
        Optional<DoorInterpolation> door = interpolated(scored);
        OptionalDouble metres = request.bias()
                .map(bias -> OptionalDouble.of(scored.candidate().metresFrom(bias.point())))
                .orElse(OptionalDouble.empty());
        SearchHit found = SearchHit.of(scored.candidate().row(), answer, divisions, metres);
        SearchHit hit = found.with(
                door.map(DoorInterpolation::position).orElse(found.position()),
                match(scored, answer, door, confidence));
        return words.displacement()
                .map(way -> hit.at(
                        Ellipsoid.move(hit.position(), way.bearingDegrees(), way.metres()),
                        hit.match().level(),
                        Accuracy.DISPLACED))
                .orElse(hit);
    }

    private Optional<DoorInterpolation> interpolated(Scored scored) throws IOException {
        RankRow row = scored.candidate().row();
        boolean wanted = row.kind() == SearchKind.STREET && scored.hypothesis().wantsPlate();
        return wanted
                ? DoorInterpolation.of(
                        search.doorsOf(scored.candidate()),
                        scored.hypothesis().number().orElseThrow().main())
                : Optional.empty();
    }

    private SearchHit.Match match(
            Scored scored, StoredAnswer answer, Optional<DoorInterpolation> door, double confidence) {
        RankRow row = scored.candidate().row();
        int name = Math.min(scored.name(), answer.names().size() - 1);
        boolean street = row.kind() == SearchKind.STREET && scored.hypothesis().wantsPlate();
        return new SearchHit.Match(
                answer.names().get(name),
                matchKind(scored),
                Optional.ofNullable(answer.periods()).map(periods -> periods.get(name)),
                door.isPresent() ? MatchLevel.DOOR : MatchLevel.of(row.kind(), row.level()),
                door.map(DoorInterpolation::accuracy).orElse(street ? Accuracy.STREET : Accuracy.EXACT),
                confidence,
                components(scored, answer, name, door),
                words.ignored(),
                Highlights.of(scored.hypothesis(), answer.names().getFirst()),
                request.explain() ? Optional.of(scored.trace()) : Optional.empty());
    }

    private static MatchKind matchKind(Scored scored) {
        if (scored.match() == NameMatch.CODE) {
            return MatchKind.CODE;
        }
        Script script = scored.match().script();
        return switch (script) {
            case HAN -> scored.candidate().row().names().get(scored.name()).kind();
            case PINYIN -> MatchKind.PINYIN;
            case INITIALS -> MatchKind.INITIALS;
        };
    }

    private List<MatchComponent> components(
            Scored scored, StoredAnswer answer, int name, Optional<DoorInterpolation> door) {
        Hypothesis asked = scored.hypothesis();
        List<MatchComponent> parts = new ArrayList<>();
        asked.mentions()
                .forEach(mention ->
                        parts.add(division(mention, scored.candidate().row().division())));
        String matched = answer.names().get(name);
        NameMatch match = scored.match();
        parts.add(new MatchComponent(
                asked.wantsPlate() ? "街路巷" : "名称",
                asked.name().text(),
                matched,
                match.script() == Script.HAN
                        ? match.relation().title()
                        : (match.script() == Script.PINYIN ? "拼音" : "声母")
                                + match.relation().title(),
                match.score()));
        if (!asked.street().isEmpty()) {
            boolean onStreet = scored.candidate().row().address().contains(asked.street());
            parts.add(new MatchComponent(
                    "街路巷", asked.street(), onStreet ? asked.street() : "", verdict(onStreet), onStreet ? 1 : 0));
        }
        asked.number()
                .ifPresent(number -> parts.add(number(number, scored.candidate().row(), door)));
        return parts;
    }

    private MatchComponent division(Mention mention, String code) {
        boolean holds = mention.holds(code);
        String named = mention.prefixes().stream()
                .limit(1)
                .flatMap(prefix -> divisions.find(prefix + "0".repeat(12 - prefix.length())).stream())
                .map(Division::name)
                .collect(Collectors.joining());
        return new MatchComponent("区划", mention.text(), holds ? named : "", verdict(holds), holds ? 1 : 0);
    }

    private static MatchComponent number(HouseNumber asked, RankRow row, Optional<DoorInterpolation> door) {
        String typed = asked.token() + "号";
        if (door.isPresent()) {
            return new MatchComponent("门牌", typed, "", door.get().words(), 0.5);
        }
        boolean same = row.number().equals(asked.token());
        String matched = row.number().isEmpty() ? "" : row.number() + "号";
        return new MatchComponent("门牌", typed, matched, matched.isEmpty() ? "未登记" : verdict(same), same ? 1 : 0);
    }

    private static String verdict(boolean holds) {
        return holds ? "相同" : "不符";
    }
}
