package cn.diming.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.access.Denied;
import cn.diming.core.access.Role;
import cn.diming.core.audit.AuditEntry;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.DbConfig;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.fixtures.MovingClock;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.RecordDraft;
import cn.diming.core.record.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engines.class)
class MediaTest {

    private static final Actor OFFICER = new Actor(OptionalLong.of(7), "dms", Role.NAMING_OFFICER, "440115");

    private final MovingClock clock = new MovingClock();
    private final Core core;
    private Media media;
    private long place;

    @TempDir
    Path folder;

    MediaTest(Engines engine) {
        DbConfig database = engine.fresh();
        core = Core.open(database, clock);
    }

    @BeforeEach
    void open() {
        media = new Media(core.mediaSetting(), folder, MediaLimits.USUAL);
        place = place("RECORDED");
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void onlyWhoMaySeeTheRecordGetsTheFile() {
        long proposed = place("PROPOSED");
        MediaItem item = media.add(OFFICER, proposed, in(Sounds.mp3(50)), Optional.empty());
        assertThatThrownBy(() -> media.file(Actor.PUBLIC, item.sha256(), MediaSize.FULL))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> media.list(Actor.PUBLIC, proposed)).isInstanceOf(NotFound.class);
        assertThat(media.file(OFFICER, item.sha256(), MediaSize.FULL).mediaType())
                .isEqualTo("audio/mpeg");
        add(Sounds.mp3(50));
        assertThat(media.file(Actor.PUBLIC, item.sha256(), MediaSize.FULL).name())
                .isEqualTo(item.sha256().substring(0, 12) + ".mp3");
        assertThatThrownBy(() -> media.file(OFFICER, "0".repeat(64), MediaSize.FULL))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoMayNotEditTheRecordMayNotAdd() {
        Actor neighbour = new Actor(OptionalLong.of(8), "py", Role.NAMING_OFFICER, "440113");
        Actor reviewer = new Actor(OptionalLong.of(9), "sh", Role.REVIEWER, "440115");
        for (Actor stranger : List.of(neighbour, reviewer, Actor.PUBLIC)) {
            assertThatThrownBy(() -> media.add(stranger, place, in(Sounds.mp3(5)), Optional.empty()))
                    .isInstanceOf(Denied.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void captionsAndOrderCanBeChangedAndEveryStepIsAudited() {
        MediaItem first = add(Pictures.jpeg(50, 50));
        MediaItem second = add(Pictures.jpeg(60, 50));
        MediaItem third = add(Sounds.mp3(50));
        List<MediaItem> after = media.change(
                OFFICER, place, third.id(), new Media.Edit(Optional.of(" 村民读音 "), OptionalInt.of(0), Optional.empty()));
        assertThat(after).extracting(MediaItem::id).containsExactly(third.id(), first.id(), second.id());
        assertThat(after).extracting(MediaItem::position).containsExactly(0, 1, 2);
        assertThat(after.getFirst().caption()).hasValue("村民读音");
        media.remove(OFFICER, place, first.id());
        assertThat(media.of(RecordKind.PLACE, place))
                .extracting(MediaItem::id)
                .containsExactly(third.id(), second.id());
        assertThatThrownBy(() -> media.remove(OFFICER, place, first.id())).isInstanceOf(NotFound.class);
        assertThat(core.audit().entriesOf(RecordKind.PLACE, place))
                .extracting(AuditEntry::reason)
                .startsWith(Optional.of("删除照片"), Optional.of("修改读音“村民读音”的说明、次序或公开范围"), Optional.of("添加读音"));
    }

    @Test
    void filesThatNothingRefersToAreSweptLater() throws IOException {
        MediaItem kept = add(Pictures.jpeg(50, 50));
        MediaItem gone = add(Pictures.jpeg(60, 50));
        media.remove(OFFICER, place, gone.id());
        assertThat(media.sweep()).isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(clock.instant()));
            }
        }
        clock.forward(Duration.ofDays(3));
        assertThat(media.sweep()).isEqualTo(3);
        assertThat(file(kept, MediaSize.SMALL).path()).exists();
        core.records().delete(OFFICER, place, 1);
        assertThat(media.sweep()).isEqualTo(3);
    }

    @Test
    void oneRecordHoldsOnlySoMany() {
        media = new Media(
                core.mediaSetting(),
                folder,
                new MediaLimits(1000_000, 1000_000, 2560, 1000_000, Duration.ofMinutes(1), 1));
        add(Sounds.mp3(50));
        refused(Sounds.mp3(60), "一条记录至多有 1 张照片和录音");
    }

    private void refused(byte[] file, String words) {
        assertThatThrownBy(() -> add(file))
                .isInstanceOf(Refused.class)
                .message()
                .containsPattern(words);
    }

    private MediaItem add(byte[] file) {
        return media.add(OFFICER, place, in(file), Optional.empty());
    }

    private MediaFile file(MediaItem item, MediaSize size) {
        return media.file(OFFICER, item.sha256(), size);
    }

    private long place(String status) {
        RecordDraft draft = Drafts.with(Drafts.village("x", "细围", 113.45, 22.91), "status", status);
        return core.records()
                .create(OFFICER, RecordKind.PLACE, Drafts.with(draft, "division_code", "440115103208"))
                .id();
    }

    private static ByteArrayInputStream in(byte[] file) {
        return new ByteArrayInputStream(file);
    }
}
