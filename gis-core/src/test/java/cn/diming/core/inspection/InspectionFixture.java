package cn.diming.core.inspection;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.BoundarySamples;
import cn.diming.core.boundary.MarkerKind;
import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import javax.imageio.ImageIO;

/** The line between 甲镇 (right) and 乙镇 (left) with two markers, and the people of both towns. */
final class InspectionFixture implements AutoCloseable {

    static final Actor RIGHT = actor(1, Role.BOUNDARY_INSPECTOR, "440113101");
    static final Actor LEFT = actor(2, Role.BOUNDARY_INSPECTOR, "440113102");
    static final Actor LEFT_VILLAGE = actor(3, Role.BOUNDARY_INSPECTOR, "440113102201");
    static final Actor ABOVE = actor(4, Role.BOUNDARY_INSPECTOR, "440113");
    static final Actor ELSEWHERE = actor(5, Role.BOUNDARY_INSPECTOR, "440115");
    static final Actor LEFT_NAMING = actor(6, Role.NAMING_OFFICER, "440113102");
    static final Actor ADMINISTRATOR = actor(7, Role.ADMINISTRATOR, "");
    static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    final MovingClock clock = new MovingClock();
    final Core core;
    final Inspections inspections;
    final RoundSteps steps;
    final FieldWork field;
    final BoundaryLine line;
    final BoundaryMarker first;
    final BoundaryMarker second;

    InspectionFixture(Engines engine, Path folder) {
        core = Core.open(engine.fresh(), clock);
        line = BoundarySamples.line(core);
        first = marker(1, 22.92);
        second = marker(2, 22.91);
        inspections = core.inspections();
        steps = new RoundSteps(inspections);
        field = new FieldWork(inspections, new Media(core.mediaSetting(), folder, MediaLimits.USUAL));
    }

    private static Actor actor(long id, Role role, String jurisdiction) {
        return new Actor(OptionalLong.of(id), "a" + id, role, jurisdiction);
    }

    private BoundaryMarker marker(int sequence, double lat) {
        return core.boundaryMarkers()
                .register(
                        BoundarySamples.DISTRICT,
                        line.id(),
                        BoundarySamples.marker(sequence, MarkerKind.SINGLE, new LonLat(113.45, lat)));
    }

    static RoundPlan plan(AssignedSection... sections) {
        return new RoundPlan(Side.LEFT, DAY, DAY.plusDays(60), List.of(sections));
    }

    RoundFile open() {
        return inspections.open(LEFT, line.id(), RoundKind.REGULAR, Optional.empty(), plan());
    }

    RoundFile act(Actor actor, RoundFile seen, RoundStep step) {
        RoundFile now = inspections.get(actor, seen.round().id());
        return steps.act(actor, now.round().id(), now.round().version(), step);
    }

    RoundFile sign(Actor actor, RoundFile seen) {
        return act(
                actor,
                seen,
                new RoundStep.Sign(inspections.get(actor, seen.round().id()).sha256()));
    }

    static SideWork work(String name) {
        return new SideWork(List.of(new Participant(name, "组长", "民政办")), Optional.of("无"), Optional.of("界线清楚，界桩完好"));
    }

    /** In the field, with everything at the desk done by both sides. */
    RoundFile inField() {
        RoundFile round = open();
        for (Actor actor : List.of(LEFT, RIGHT)) {
            inspections.write(actor, round.round().id(), work(actor.login()));
            inspections
                    .rules(line)
                    .items()
                    .forEach(item -> inspections.answer(
                            actor, round.round().id(), item.key(), ItemAnswer.Verdict.FINE, Optional.empty()));
        }
        return act(LEFT, round, new RoundStep.BeginField());
    }

    /** All looked at, by the left, and compiled. */
    RoundFile compiled() {
        RoundFile round = inField();
        intact(LEFT, round, first);
        intact(LEFT, round, second);
        put(LEFT, round, draft(segment(0, length())));
        return act(RIGHT, round, new RoundStep.Compile());
    }

    double length() {
        return new cn.diming.core.boundary.LineMeasure(line.current().geometry()).lengthMetres();
    }

    FieldRecord put(Actor actor, RoundFile round, FieldRecordDraft draft) {
        return field.put(actor, round.round().id(), draft);
    }

    /** A check of an intact marker with a photo that has come. */
    FieldRecord intact(Actor actor, RoundFile round, BoundaryMarker marker) {
        byte[] jpeg = jpeg(320 + marker.sequence());
        FieldRecordDraft.PhotoDraft photo = photo(jpeg, PhotoPhase.BEFORE);
        FieldRecord record = put(actor, round, draft(found(marker, MarkerStatus.INTACT, MarkerAction.NONE, ""), photo));
        send(actor, photo, jpeg);
        return record;
    }

    static FieldRecordDraft draft(Finding finding, FieldRecordDraft.PhotoDraft... photos) {
        return draft(UUID.randomUUID(), 1, finding, photos);
    }

    static FieldRecordDraft draft(UUID id, int revision, Finding finding, FieldRecordDraft.PhotoDraft... photos) {
        return new FieldRecordDraft(id, revision, false, finding, Engines.CLOCK.instant(), List.of(photos));
    }

    static Finding.MarkerCheck found(
            BoundaryMarker marker, MarkerStatus status, MarkerAction action, String otherSide) {
        LonLat place = marker.position().orElseThrow();
        return new Finding.MarkerCheck(
                marker.id(),
                status,
                Optional.of(new Finding.Fix(new LonLat(place.lon() + 0.00001, place.lat()), 3)),
                OptionalDouble.of(777),
                status == MarkerStatus.INTACT ? Optional.empty() : Optional.of("风化"),
                action,
                Optional.of(otherSide),
                Optional.empty());
    }

    static Finding.SegmentCheck segment(double from, double to) {
        return new Finding.SegmentCheck(
                from,
                to,
                true,
                Optional.of("村道拓宽"),
                Optional.empty(),
                List.of(new Finding.CrossingProject("跨界水渠", true)),
                3,
                Optional.of("群众知晓界线走向"),
                Optional.empty(),
                Optional.empty());
    }

    static FieldRecordDraft.PhotoDraft photo(byte[] content, PhotoPhase phase) {
        return new FieldRecordDraft.PhotoDraft(UUID.randomUUID(), phase, content.length);
    }

    FieldWork.Progress send(Actor actor, FieldRecordDraft.PhotoDraft photo, byte[] content) {
        return send(actor, photo.id(), content, 0, content.length);
    }

    FieldWork.Progress send(Actor actor, UUID photo, byte[] content, int from, int to) {
        return field.receive(actor, photo, from, new ByteArrayInputStream(Arrays.copyOfRange(content, from, to)));
    }

    static byte[] jpeg(int width) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, 300, BufferedImage.TYPE_INT_RGB), "jpg", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        core.close();
    }
}
