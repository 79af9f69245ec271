package cn.diming.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoorInterpolationTest {

    private static final double TINY = 1e-9;

    /** Even numbers in the north, odd ones in the south of a street that runs east. */
    private static List<Candidate> doors(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> new Candidate(
                        number,
                        new RankRow(
                                SearchKind.DOOR_PLATE,
                                0,
                                0.1f,
                                "440113012",
                                Integer.toString(number),
                                "",
                                List.of(new RankRow.Name("朝阳路", MatchKind.NAME))),
                        113 + number * 0.0001,
                        number % 2 == 0 ? 23.001 : 23.0))
                .toList();
    }

    @Test
    void aDoorStandsBetweenItsNeighboursOfTheSameParity() {
        DoorInterpolation door =
                DoorInterpolation.of(doors(7, 8, 9, 11, 16), 12).orElseThrow();
        assertThat(door.accuracy()).isEqualTo(Accuracy.INTERPOLATED);
        assertThat(door.position().lat()).isEqualTo(23.001, within(TINY));
        assertThat(door.position().lon()).isEqualTo(113.0012, within(TINY));
        assertThat(door.words()).contains("8 号", "16 号");
    }

    @Test
    void withoutNeighboursOnItsSideThoseOppositeDo() {
        DoorInterpolation door = DoorInterpolation.of(doors(7, 11), 8).orElseThrow();
        assertThat(door.accuracy()).isEqualTo(Accuracy.INTERPOLATED);
        assertThat(door.position().lon()).isEqualTo(113.0008, within(TINY));
    }

    @Test
    void beyondTheLastNumberTheLastOneIsNearest() {
        DoorInterpolation door = DoorInterpolation.of(doors(2, 4), 9).orElseThrow();
        assertThat(door.accuracy()).isEqualTo(Accuracy.NEAREST);
        assertThat(door.position().lon()).isEqualTo(113.0004, within(TINY));
    }

    @Test
    void aNumberFarFromAllOthersTellsNothing() {
        assertThat(DoorInterpolation.of(doors(2, 4), 900)).isEmpty();
        assertThat(DoorInterpolation.of(List.of(), 3)).isEmpty();
    }
}
