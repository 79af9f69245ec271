package cn.diming.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchEvaluationTest {

    @TempDir
    Path folder;

    @Test
    void recallPrecisionAndErrorAreCountedByClass() throws IOException {
        List<EvaluationQuery> queries = read("""
                {"cls":"a","q":"right","exp":"440113","pt":[113,23]}
                {"cls":"a","q":"second","exp":["S1","S2"]}
                {"cls":"b","q":"nothing","exp":[]}
                {"cls":"b","q":"claims","exp":null}
                """);
        List<String> misses = new ArrayList<>();
        EvaluationReport report =
                new SearchEvaluation(SearchEvaluationTest::answer).run(queries, miss -> misses.add(miss.text()));
        assertThat(report.groups()).extracting(EvaluationReport.Group::name).containsExactly("a", "b");
        EvaluationReport.Group a = report.groups().getFirst();
        assertThat(a.recallAt1()).isEqualTo(0.5);
        assertThat(a.recallAt5()).isEqualTo(1);
        assertThat(a.meanReciprocalRank()).isEqualTo(0.75);
        assertThat(a.precision()).isEqualTo(0.5);
        assertThat(a.low()).isEqualTo(0.09, within(0.01));
        assertThat(a.errorMetres().p50()).isZero();
        assertThat(report.groups().getLast().recallAt1()).isEqualTo(0.5);
        assertThat(misses).containsExactly("second", "claims");
        assertThat(report.table()).hasSize(6).anyMatch(line -> line.startsWith("| 各类平均"));
    }

    @Test
    void aLineThatIsNoQueryIsNamed() {
        assertThatThrownBy(() -> read("{\"cls\":\"a\",\"q\":\"x\",\"exp\":\"y\"}\n{\"cls\":\"a\"}\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("第 2 行");
    }

    private static List<EvaluatedAnswer> answer(EvaluationQuery query) {
        EvaluatedAnswer right = new EvaluatedAnswer(List.of("440113000000"), 0.9, 113, 23);
        EvaluatedAnswer street = new EvaluatedAnswer(List.of("S2"), 0.8, 113, 23);
        return switch (query.text()) {
            case "right" -> List.of(right);
            case "second" -> List.of(right, street);
            case "claims" -> List.of(street);
            default -> List.of(new EvaluatedAnswer(List.of("x"), 0.3, 0, 0));
        };
    }

    private List<EvaluationQuery> read(String lines) throws IOException {
        return EvaluationQuery.read(Files.writeString(folder.resolve("queries.jsonl"), lines));
    }
}
