package cn.diming.core.boundary;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.geo.LonLat;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;

/**
 * Two towns of 番禺 that share the meridian 113.45, three kilometres of it:
 *
 * <pre>
 *   440113101 | 440113102      22.93
 *             |
 *         113.45               22.90
 * </pre>
 */
public final class BoundarySamples {

    static final String WEST = "440113101000";
    static final String EAST = "440113102000";
    static final Geometry LINE = Drafts.wkt("LINESTRING (113.45 22.93, 113.45 22.915, 113.45 22.9)");

    public static final Actor DISTRICT = actor(Role.BOUNDARY_INSPECTOR, "440113");
    static final Actor ONE_SIDE = actor(Role.BOUNDARY_INSPECTOR, "440113101");
    static final Actor ELSEWHERE = actor(Role.BOUNDARY_INSPECTOR, "440115");

    static Actor actor(Role role, String jurisdiction) {
        return new Actor(OptionalLong.empty(), "test", role, jurisdiction);
    }

    /** The divisions, with outlines that meet in the line. */
    static void divisions(Core core) {
        core.intake()
                .take(
                        Actor.OPERATOR,
                        RecordKind.DIVISION,
                        "test",
                        List.of(
                                Drafts.division(
                                        "440113000000", "番禺区", 3, "", Optional.of(box(113.4, 22.9, 113.5, 22.93))),
                                Drafts.division(WEST, "甲镇", 4, "440113000000", Optional.of(west())),
                                Drafts.division(EAST, "乙镇", 4, "440113000000", Optional.of(east()))));
        core.divisions().rebuild();
    }

    static Geometry west() {
        return Drafts.wkt("POLYGON ((113.4 22.9, 113.45 22.9, 113.45 22.915, 113.45 22.93, 113.4 22.93, 113.4 22.9))");
    }

    static Geometry east() {
        return Drafts.wkt("POLYGON ((113.45 22.9, 113.5 22.9, 113.5 22.93, 113.45 22.93, 113.45 22.915, 113.45 22.9))");
    }

    static Geometry box(double west, double south, double east, double north) {
        return Drafts.wkt("POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
                .formatted(west, south, east, north));
    }

    /** From north to south the west is on the right hand. */
    static Agreement agreement(String title) {
        return agreement(title, List.of(), Optional.empty(), Optional.empty());
    }

    static Agreement agreement(
            String title, List<LineSection> sections, Optional<Double> length, Optional<String> course) {
        return new Agreement(
                title,
                Optional.of(LocalDate.of(2020, 5, 1)),
                Optional.empty(),
                Optional.empty(),
                new DivisionCode(EAST),
                new DivisionCode(WEST),
                length,
                course,
                Optional.of(10_000),
                sections,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public static BoundaryLine line(Core core) {
        divisions(core);
        return core.boundaryLines().register(DISTRICT, "甲乙线", LineKind.LEGAL, agreement("甲乙线协议"), LINE);
    }

    public static BoundaryMarker marker(int sequence, MarkerKind kind, LonLat place) {
        return new BoundaryMarker(
                0,
                0,
                "",
                "0102%03d%s".formatted(sequence, kind.letter()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                sequence,
                kind,
                MarkerStatus.INTACT,
                Optional.of(place),
                new BoundaryMarker.Detail(
                        Optional.of(WEST),
                        Optional.of("村道旁"),
                        Optional.of("花岗岩"),
                        Optional.empty(),
                        List.of("甲镇", "乙镇"),
                        OptionalDouble.of(12.3),
                        Optional.of("GNSS RTK"),
                        OptionalDouble.of(0.05),
                        Optional.of(LocalDate.of(2020, 6, 1))),
                List.of(new Witness("古榕树", 35.5, 12.4), new Witness("电杆", 120, 8.1), new Witness("桥头", 300, 25)));
    }

    private BoundarySamples() {}
}
