package cn.diming.api.search;

import cn.diming.api.answer.InputCrs;
import cn.diming.api.generated.model.MatchLevel;
import cn.diming.api.generated.model.PlaceStatus;
import cn.diming.api.generated.model.RecordKind;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionCode;
import cn.diming.core.search.Bias;
import cn.diming.core.search.SearchFilter;
import cn.diming.core.search.SearchKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that the searching operations share. */
public final class SearchRequests {

    private static final double SMALLEST_VIEW_METRES = 100;

    private final InputCrs crs;
    private SearchFilter filter = SearchFilter.NONE;

    public SearchRequests(String inputCrs) {
        this.crs = InputCrs.parse(inputCrs);
    }

    /** What alone may be an answer, as far as it has been said. */
    public SearchFilter filter() {
        return filter;
    }

    /** Where a person stands. */
    public LonLat point(double x, double y) {
        return crs.point(x, y);
    }

    public SearchRequests box(@Nullable List<Double> corners) {
        filter = corners == null ? filter : filter.within(crs.box(whole("bbox", corners)));
        return this;
    }

    public SearchRequests area(@Nullable String wkt) {
        filter = wkt == null ? filter : filter.within(crs.area(wkt));
        return this;
    }

    public SearchRequests division(@Nullable String prefix) {
        filter = prefix == null ? filter : filter.inDivision(significant(prefix));
        return this;
    }

    /** The digits that all inside share: 440113000000 gives 440113. */
    private static String significant(String prefix) {
        return prefix.matches("[1-9]\\d{11}") ? new DivisionCode(prefix).prefix() : prefix;
    }

    public SearchRequests kinds(@Nullable List<RecordKind> kinds) {
        filter = kinds == null
                ? filter
                : filter.only(kinds.stream()
                        .map(kind -> SearchKind.valueOf(kind.name()))
                        .collect(Collectors.toSet()));
        return this;
    }

    public SearchRequests classes(@Nullable List<String> classes) {
        filter = classes == null
                ? filter
                : filter.onlyClasses(
                        classes.stream().filter(code -> !code.isBlank()).collect(Collectors.toSet()));
        return this;
    }

    public SearchRequests levels(@Nullable List<MatchLevel> levels) {
        filter = levels == null
                ? filter
                : filter.onlyLevels(levels.stream()
                        .map(level -> cn.diming.core.search.MatchLevel.valueOf(level.name()))
                        .collect(Collectors.toSet()));
        return this;
    }

    public SearchRequests statuses(@Nullable List<PlaceStatus> statuses) {
        filter = statuses == null
                ? filter
                : filter.onlyStatuses(statuses.stream().map(PlaceStatus::name).collect(Collectors.toSet()));
        return this;
    }

    /** Prefers a point, or the middle of the map somebody looks at. */
    public Optional<Bias> bias(@Nullable List<Double> near, @Nullable Double zoom, @Nullable List<Double> viewport) {
        if (near != null) {
            List<Double> at = whole("near", near);
            LonLat point = crs.point(at.get(0), at.get(1));
            return Optional.of(zoom == null ? Bias.near(point) : Bias.ofView(point, zoom));
        }
        return Optional.ofNullable(viewport)
                .map(corners -> whole("viewport", corners))
                .map(crs::box)
                .map(SearchRequests::middle);
    }

    /** Between two commas there may be nothing. */
    private static List<Double> whole(String name, List<Double> numbers) {
        if (numbers.stream().anyMatch(Objects::isNull)) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "参数 " + name + " 应为用逗号隔开的数。");
        }
        return numbers;
    }

    private static Bias middle(Bbox view) {
        double metres = Ellipsoid.distanceMetres(view.centre(), new LonLat(view.maxLon(), view.maxLat()));
        return new Bias(view.centre(), Math.max(SMALLEST_VIEW_METRES, metres));
    }
}
