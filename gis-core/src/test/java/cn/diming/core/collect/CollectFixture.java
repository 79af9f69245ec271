package cn.diming.core.collect;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Role;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.media.MediaLimits;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.region.DivisionCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A campaign in 大稳村, the telephones of its people and the officer of 南沙区. */
final class CollectFixture implements AutoCloseable {

    static final String DAWEN = "440115103208";
    static final Actor OFFICER = new Actor(OptionalLong.of(7), "desk", Role.NAMING_OFFICER, "440115");
    static final Actor COLLEAGUE = new Actor(OptionalLong.of(9), "second", Role.NAMING_OFFICER, "440115");
    static final Actor NEIGHBOUR = new Actor(OptionalLong.of(8), "panyu", Role.NAMING_OFFICER, "440113");
    static final LonLat HERE = new LonLat(113.45, 22.91);

    final MovingClock clock = new MovingClock();
    final Core core;
    final Media media;
    final FieldCollection collection;

    CollectFixture(Engines engine, Path folder, Optional<Path> profiles) {
        core = Core.open(engine.fresh(), clock, profiles);
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "divisions", Drafts.dawen());
        core.divisions().rebuild();
        media = new Media(core.mediaSetting(), folder, MediaLimits.USUAL);
        collection = new FieldCollection(core.collectionSetting(), media);
    }

    CollectFixture(Engines engine, Path folder) {
        this(engine, folder, Optional.empty());
    }

    Campaign campaign() {
        return collection
                .campaigns()
                .begin(
                        OFFICER,
                        new CampaignDraft(
                                "大稳村地名采集", DivisionCode.parse(DAWEN), Optional.empty(), LocalDate.parse("2026-03-31")));
    }

    String code(Campaign campaign, int uses) {
        return collection
                .passes()
                .invite(OFFICER, campaign.id(), "第一村民小组", uses, Duration.ofDays(7))
                .code();
    }

    /** Somebody who has joined. */
    Actor collector(Campaign campaign) {
        Pass pass = collection
                .passes()
                .join(new JoinRequest(code(campaign, 1), UUID.randomUUID(), "陈伯", Optional.of("13800000000")));
        return core.apiKeys().accountOf(pass.token()).orElseThrow().actor();
    }

    long place(String name, String category, String status, LonLat at) {
        RecordDraft draft = Drafts.place("x", name, category, at.toPoint());
        return core.records()
                .create(Actor.OPERATOR, RecordKind.PLACE, Drafts.with(draft, "status", status))
                .id();
    }

    static ReportDraft draft(String name, ReportDraft.FileDraft... files) {
        return draft(UUID.randomUUID(), 1, name, HERE, files);
    }

    static ReportDraft draft(UUID id, int revision, String name, LonLat at, ReportDraft.FileDraft... files) {
        return new ReportDraft(
                id,
                revision,
                ReportKind.NEW_NAME,
                OptionalLong.empty(),
                Optional.of(name + "（本地音）"),
                Optional.of(name),
                Optional.of(PlaceCategory.STREET),
                Optional.of("村口的巷"),
                Optional.empty(),
                Optional.of("陈伯的母亲"),
                Optional.empty(),
                position(at),
                Engines.CLOCK.instant(),
                List.of(files));
    }

    static ReportDraft about(ReportKind kind, long place, String name) {
        return new ReportDraft(
                UUID.randomUUID(),
                1,
                kind,
                OptionalLong.of(place),
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("牌子写错了"),
                position(HERE),
                Engines.CLOCK.instant(),
                List.of());
    }

    static ReportDraft.Position position(LonLat at) {
        return new ReportDraft.Position(at, OptionalDouble.of(8), PositionSource.GNSS);
    }

    static ReportDraft.FileDraft photo(byte[] content) {
        return new ReportDraft.FileDraft(UUID.randomUUID(), MediaItem.Kind.PHOTO, content.length);
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

    /** Sends a part of a file. */
    FieldReports.Progress send(Actor actor, UUID file, byte[] content, int from, int to) {
        return collection
                .reports()
                .receive(actor, file, from, new ByteArrayInputStream(Arrays.copyOfRange(content, from, to)));
    }

    CollectedReport put(Actor actor, ReportDraft draft) {
        return collection.reports().put(actor, draft).report();
    }

    CollectedReport act(Actor actor, CollectedReport report, ModerationStep step) {
        return collection.moderation().act(actor, report.id(), report.version(), step);
    }

    @Override
    public void close() {
        core.close();
    }
}
