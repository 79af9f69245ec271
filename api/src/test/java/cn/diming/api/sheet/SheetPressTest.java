package cn.diming.api.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.api.config.DimingProperties;
import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaLimits;
import cn.diming.core.sheet.SheetJob;
import cn.diming.core.sheet.SheetRun;
import cn.diming.core.sheet.SheetTarget;
import cn.diming.core.sheet.SheetWish;
import cn.diming.core.village.Villages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What becomes of a batch when something goes wrong in the middle of it. */
@ParameterizedClass
@EnumSource(Engines.class)
class SheetPressTest {

    private static final SheetTarget VILLAGE = new SheetTarget("440115103208", "大稳村");
    private static final SheetWish WISH = new SheetWish("大稳村", "a4l", false, List.of("pdf", "svg"), null, "");
    private static final String CHINESE = ".*\\p{IsHan}.*";

    @TempDir
    Path data;

    private final Core core;

    SheetPressTest(Engines engine) {
        this.core = engine.open();
        core.intake().take(Actor.OPERATOR, RecordKind.DIVISION, "divisions", Drafts.dawen());
        core.divisions().rebuild();
    }

    @AfterEach
    void close() {
        core.close();
    }

    /** Before the sheet of a number is drawn, this happens. */
    private SheetPress press(Map<Integer, Runnable> before) {
        DimingProperties properties = new Binder(new MapConfigurationPropertySource(Map.of("diming.data", data)))
                .bindOrCreate("diming", DimingProperties.class);
        Media media = new Media(core.mediaSetting(), data.resolve("media"), MediaLimits.USUAL);
        Villages villages =
                new Villages(core.db(), core.divisions(), core.store(), core.records(), core.protectionList());
        SheetStudio studio = new SheetStudio(core, media, villages, properties) {
            @Override
            Draft draft(Ground ground, SheetWish wish, String code, int number, int count) {
                before.getOrDefault(number, () -> {}).run();
                return super.draft(ground, wish, code, number, count);
            }
        };
        return new SheetPress(core, studio, properties);
    }

    /** The same village three times, so that there are three sheets. */
    private long order() {
        return core.sheetRuns()
                .create(Actor.OPERATOR, WISH, List.of(VILLAGE, VILLAGE, VILLAGE))
                .id();
    }

    private SheetRun run(long id) {
        return core.sheetRuns().get(Actor.OPERATOR, id);
    }

    private List<SheetJob> sheets(long id) {
        return core.sheetRuns().jobs(Actor.OPERATOR, id);
    }

    private List<String> folder(long id) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("sheets/runs/" + id))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> packed(SheetPress press, long id) throws IOException {
        try (ZipFile zip = new ZipFile(press.files().zip(id, "一批", sheets(id)).toFile())) {
            return zip.stream().map(entry -> entry.getName()).sorted().toList();
        }
    }

    private static List<String> packedSheets(int... numbers) {
        return Stream.concat(
                        Stream.of("index.html"),
                        java.util.Arrays.stream(numbers)
                                .boxed()
                                .flatMap(n -> Stream.of(
                                        "%02d_大稳村.pdf".formatted(n),
                                        "%02d_大稳村.svg".formatted(n),
                                        "previews/%04d.png".formatted(n))))
                .sorted()
                .toList();
    }

    private void resumed(SheetPress press, long id) throws Exception {
        core.sheetRuns().resume(Actor.OPERATOR, id);
        press.doNext();
        assertThat(run(id).state()).isEqualTo(SheetRun.State.DONE);
        assertThat(run(id).message()).isEmpty();
        assertThat(sheets(id))
                .allMatch(SheetJob::isThere)
                .allMatch(sheet -> sheet.error().isEmpty());
        assertThat(packed(press, id)).isEqualTo(packedSheets(1, 2, 3));
        assertThat(folder(id)).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aSheetThatFailsIsToldInChineseAndTheOthersAreKeptUntilItIsTriedAgain() throws Exception {
        for (Throwable fault : List.of(
                new IllegalStateException("index 3 out of bounds"),
                new IllegalArgumentException("Points of LinearRing do not form a closed linestring"),
                new StackOverflowError())) {
            Map<Integer, Runnable> before = new HashMap<>(Map.of(2, () -> raise(fault)));
            SheetPress press = press(before);
            long id = order();
            assertThat(press.doNext()).isTrue();
            assertThat(run(id).state()).isEqualTo(SheetRun.State.DONE);
            assertThat(run(id).counts().failed()).isEqualTo(1);
            assertThat(sheets(id)).extracting(SheetJob::isThere).containsExactly(true, false, true);
            assertThat(sheets(id).get(1).error().orElseThrow()).matches(CHINESE).doesNotContain("index", "LinearRing");
            assertThat(packed(press, id)).isEqualTo(packedSheets(1, 3));
            before.clear();
            resumed(press, id);
            assertThat(sheets(id)).extracting(SheetJob::attempt).containsExactly(1, 2, 1);
        }
    }

    private static void raise(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }

    @Test
    void aFileThatCannotBeWrittenStopsTheRunWithAClearWordAndKeepsWhatIsMade() throws Exception {
        SheetPress press = press(Map.of());
        long id = order();
        Path inTheWay = data.resolve("sheets/runs/" + id + "/0002.svg/x");
        Files.createDirectories(inTheWay);
        press.doNext();
        assertThat(run(id).state()).isEqualTo(SheetRun.State.FAILED);
        assertThat(run(id).message().orElseThrow()).contains("磁盘空间", "继续");
        assertThat(sheets(id).get(1).error().orElseThrow()).contains("磁盘空间");
        assertThat(folder(id)).noneMatch(name -> name.endsWith(".part"));
        long made = sheets(id).stream().filter(SheetJob::isThere).count();
        assertThat(run(id).counts().done()).isEqualTo((int) made);
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        resumed(press, id);
    }

    @Test
    void whatIsNoSheetsFaultStopsTheRunInChineseAndItCanBeContinued() throws Exception {
        Map<Integer, Runnable> before = new HashMap<>(Map.of(1, () -> raise(new LinkageError("no such class"))));
        SheetPress press = press(before);
        long id = order();
        press.doNext();
        assertThat(run(id).state()).isEqualTo(SheetRun.State.FAILED);
        assertThat(run(id).message().orElseThrow()).matches(CHINESE).doesNotContain("磁盘", "class");
        before.clear();
        resumed(press, id);
    }

    @Test
    void aRunThatIsCancelledWhileItIsDrawnHoldsWholeSheetsOnly() throws Exception {
        SheetPress press = press(Map.of());
        Map<Integer, Runnable> before = new HashMap<>();
        SheetPress cancelled = press(before);
        long id = order();
        before.put(2, () -> core.sheetRuns().cancel(Actor.OPERATOR, id));
        cancelled.doNext();
        assertThat(run(id).state()).isEqualTo(SheetRun.State.CANCELLED);
        int[] there = sheets(id).stream()
                .filter(SheetJob::isThere)
                .mapToInt(SheetJob::number)
                .toArray();
        assertThat(there).doesNotContain(2);
        assertThat(packed(cancelled, id)).isEqualTo(packedSheets(there));
        assertThat(folder(id)).noneMatch(name -> name.startsWith("0002") || name.endsWith(".part"));
        resumed(press, id);
    }

    @Test
    void whatACrashHasCutOffIsNeitherPackedNorTakenOverByALaterRun() throws Exception {
        SheetPress press = press(Map.of());
        long id = order();
        core.sheetRuns().begin(id);
        Path left = Files.createDirectories(data.resolve("sheets/runs/" + id));
        for (String name : List.of(
                "0001.pdf.part", "0002-3.png.part", "0002-3.png", "0003.svg", "sheets.zip.part", "sheets.zip")) {
            Files.writeString(left.resolve(name), "cut off");
        }
        press.doNext();
        assertThat(run(id).state()).isEqualTo(SheetRun.State.DONE);
        assertThat(packed(press, id)).isEqualTo(packedSheets(1, 2, 3));
        Files.writeString(left.resolve("0001.png.part"), "cut off");
        assertThat(packed(press, id)).isEqualTo(packedSheets(1, 2, 3));
        long later = order();
        press.doNext();
        assertThat(run(later).counts().unchanged()).isEqualTo(3);
        assertThat(folder(later)).noneMatch(name -> name.contains("part") || name.contains("-3"));
    }

    @Test
    void aRunThatIsDeletedWhileItIsDrawnLeavesNoFiles() throws Exception {
        Map<Integer, Runnable> before = new HashMap<>();
        SheetPress press = press(before);
        long id = order();
        before.put(3, () -> core.sheetRuns().delete(Actor.OPERATOR, id));
        press.doNext();
        assertThat(data.resolve("sheets/runs/" + id)).doesNotExist();
        assertThat(press.doNext()).isFalse();
    }
}
