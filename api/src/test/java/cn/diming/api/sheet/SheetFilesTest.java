package cn.diming.api.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.core.sheet.SheetJob;
import cn.diming.core.sheet.SheetTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of runs are whole or not there. */
class SheetFilesTest {

    @TempDir
    Path folder;

    private static SheetJob job(long run, int number, String name) {
        return new SheetJob(
                run,
                number,
                new SheetTarget("440115103208", name),
                SheetJob.State.DONE,
                1,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aDiskThatIsFullHalfwayLeavesTheOldFileAndNothingElse() throws IOException {
        SheetFiles files = new SheetFiles(folder);
        Path sheet = files.file(7, 1, "pdf", 1);
        files.write(sheet, out -> out.write(new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> files.write(sheet, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(Files.readAllBytes(sheet)).containsExactly(1, 2, 3);
        assertThat(folder.resolve("7")).isDirectoryContaining(file -> file.equals(sheet));
        try (var left = Files.list(folder.resolve("7"))) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void aSheetIsTakenOverWithAllItsPagesOrNotAtAll() throws IOException {
        SheetFiles files = new SheetFiles(folder);
        files.write(files.file(7, 1, "png", 1), out -> out.write(1));
        files.write(files.file(7, 1, "png", 2), out -> out.write(2));
        assertThat(files.adopt(job(7, 1, "甲"), job(8, 3, "甲"), List.of("png"))).isFalse();
        files.write(files.file(7, 1, SheetFiles.THUMBNAIL, 1), out -> out.write(3));
        assertThat(files.adopt(job(7, 1, "甲"), job(8, 3, "甲"), List.of("png"))).isTrue();
        assertThat(files.file(8, 3, "png", 2)).hasBinaryContent(new byte[] {2});
        files.write(files.file(7, 1, "svg", 1), out -> out.write(4));
        assertThat(files.adopt(job(7, 1, "甲"), job(9, 1, "甲"), List.of("png"))).isTrue();
        assertThat(files.file(9, 1, "svg", 1)).doesNotExist();
        assertThat(files.adopt(job(7, 1, "甲"), job(8, 3, "甲"), List.of("png", "pdf")))
                .isFalse();
        files.discard(8, 3);
        try (var left = Files.list(folder.resolve("8"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatIsHalfWrittenIsNeitherPackedNorTakenOver() throws IOException {
        SheetFiles files = new SheetFiles(folder);
        files.write(files.file(7, 1, "pdf", 1), out -> out.write(1));
        files.write(files.file(7, 1, SheetFiles.THUMBNAIL, 1), out -> out.write(2));
        Files.writeString(folder.resolve("7/0001.svg.part"), "cut off");
        try (ZipFile zip =
                new ZipFile(files.zip(7, "一批", List.of(job(7, 1, "甲"))).toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .doesNotContain("01_甲.svg.part")
                    .contains("01_甲.pdf");
        }
        assertThat(files.adopt(job(7, 1, "甲"), job(8, 1, "甲"), List.of("pdf"))).isTrue();
        assertThat(folder.resolve("8/0001.svg.part")).doesNotExist();
        files.unbind(7);
        assertThat(folder.resolve("7/0001.svg.part")).doesNotExist();
        assertThat(folder.resolve("7/sheets.zip")).doesNotExist();
        assertThat(files.file(7, 1, "pdf", 1)).exists();
    }

    @Test
    void aNameNeverBecomesAPath() {
        assertThat(SheetFiles.name(job(7, 1, "../甲/乙\\丙:\n"))).isEqualTo("01_.._甲_乙_丙__");
    }
}
