package cn.diming.dataimport.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.diming.dataimport.source.SourceFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectFileTest {

    private static final List<String> FIELDS = List.of("id", "=name", "note");

    @TempDir
    Path folder;

    @Test
    void refusedRowsStandWithNumberReasonsAndTheirOwnFields() throws IOException {
        Path target = folder.resolve("r.csv");
        try (RejectFile file = RejectFile.open(target, FIELDS)) {
            file.add(refused(3, Map.of("id", 5L, "=name", "大石, \"村\"", "note", "两\n行"), "缺少名称", "级别不是整数：高"));
            assertThat(target).doesNotExist();
            assertThat(file.finish()).contains(target);
        }
        assertThat(target)
                .hasContent("\uFEFF行号,原因,'=name,note".replace("原因,", "原因,id,")
                        + "\r\n3,缺少名称；级别不是整数：高,5,\"大石, \"\"村\"\"\",\"两\n行\"\r\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aSpreadsheetRunsNothingThatStandsInARow() throws IOException {
        Path target = folder.resolve("r.csv");
        try (RejectFile file = RejectFile.open(target, FIELDS)) {
            file.add(refused(1, Map.of("id", "=1+1", "=name", "@SUM(A1)", "note", "-2+3"), "+cmd"));
            file.add(refused(2, Map.of("id", "-12.5", "=name", "+86 138", "note", "＝1"), "x"));
            file.add(refused(3, Map.of("id", "-1.5E-7", "=name", "\tx", "note", "a=b"), "x"));
            file.finish();
        }
        assertThat(Files.readString(target).lines().skip(1))
                .containsExactly("1,'+cmd,'=1+1,'@SUM(A1),'-2+3", "2,x,-12.5,'+86 138,'＝1", "3,x,-1.5E-7,'\tx,a=b");
    }

    @Test
    void withoutRefusedRowsThereIsNoFileAndThatOfAnEarlierRunIsGone() throws IOException {
        Path target = folder.resolve("r.csv");
        Files.writeString(target, "\uFEFF行号,原因,id\r\n1,旧,1\r\n");
        Files.writeString(folder.resolve("r.csv.part"), "left by a killed run");
        try (RejectFile file = RejectFile.open(target, FIELDS)) {
            assertThat(file.finish()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileOfSomebodyElseIsNotTouched() throws IOException {
        Path target = folder.resolve("input.csv");
        Files.writeString(target, "id,name\n1,大石\n");
        assertThatThrownBy(() -> RejectFile.open(target, FIELDS))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("--rejects");
        assertThatThrownBy(() -> RejectFile.open(folder, FIELDS)).isInstanceOf(ImportRefused.class);
        assertThat(target).hasContent("id,name\n1,大石\n");
    }

    @Test
    void whereNothingCanBeWrittenAnotherPlaceIsAskedFor() {
        assertThatThrownBy(() -> RejectFile.open(folder.resolve("missing/r.csv"), FIELDS))
                .isInstanceOf(ImportRefused.class)
                .hasMessageStartingWith("无法写入")
                .hasMessageEndingWith("请用 --rejects 指定一个可以写的位置");
    }

    @Test
    void afterAFailureNothingStaysBehind() {
        try (RejectFile file = RejectFile.open(folder.resolve("r.csv"), FIELDS)) {
            file.add(refused(1, Map.of(), "x"));
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static Verdict.Rejected refused(long row, Map<String, Object> values, String... reasons) {
        return new Verdict.Rejected(new SourceFeature(row, Optional.empty(), values, List.of()), List.of(reasons));
    }
}
