package cn.diming.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.diming.core.access.Actor;
import cn.diming.core.board.Period;
import cn.diming.core.board.Stock;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.region.DivisionCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundsOnBoardTest {

    private static final List<String> NEIGHBOURS = List.of("440113101000", "440113102000");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engines.class)
    void aRoundStandsOnTheBoardsOfBothNeighboursInItsStateOfTheDay(Engines engine) {
        try (InspectionFixture site = new InspectionFixture(engine, folder)) {
            RoundFile round = site.open();
            Period planned = today(site);
            site.clock.forward(Duration.ofDays(3));
            site.act(InspectionFixture.LEFT, round, new RoundStep.Cancel("洪水未退"));

            for (String town : NEIGHBOURS) {
                assertThat(rounds(site, town, planned)).containsExactly(stock("PLANNED"));
                assertThat(rounds(site, town, today(site))).containsExactly(stock("CANCELLED"));
            }
            assertThat(rounds(site, "440113000000", planned)).containsExactly(stock("PLANNED"));
        }
    }

    private static Stock stock(String state) {
        return new Stock(Stock.Subject.INSPECTION_ROUND, state, 1);
    }

    private static List<Stock> rounds(InspectionFixture site, String division, Period period) {
        return site.core.board().year(Actor.OPERATOR, new DivisionCode(division), period).stocks().stream()
                .filter(stock -> stock.subject() == Stock.Subject.INSPECTION_ROUND)
                .toList();
    }

    private static Period today(InspectionFixture site) {
        LocalDate day = LocalDate.ofInstant(site.clock.instant(), Period.ZONE);
        return new Period(day.getYear(), day);
    }
}
