package cn.diming.core.deadline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which days are working days, from the yearly notices of the State Council on holidays; beyond the last notice weekends
 * alone are free.
 *
 * <p>Days are counted as 民法典 Art. 201 and 203 say: the day of the event does not count, and a limit whose last day is
 * free ends on the next working day.
 */
public final class WorkCalendar {

    private static final String TABLE = "holidays.tsv";

    private final Map<LocalDate, Boolean> exceptions;

    private WorkCalendar(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = Map.copyOf(exceptions);
    }

    /** The notices this program came with. */
    public static WorkCalendar bundled() {
        try (var file = new InputStreamReader(
                Objects.requireNonNull(WorkCalendar.class.getResourceAsStream(TABLE)), StandardCharsets.UTF_8)) {
            return read(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads rows of: first day, last day, OFF or WORK, occasion, notice; separated by tabs.
     *
     * @throws IllegalArgumentException naming the row that is not of that form
     */
    public static WorkCalendar read(Reader rows) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        List<String> lines = new BufferedReader(rows)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 5 || !List.of("OFF", "WORK").contains(cells[2]) || cells[4].isBlank()) {
                throw new IllegalArgumentException("节假日表的一行应为：首日、末日、OFF 或 WORK、节日、文号，而不是 " + line);
            }
            LocalDate.parse(cells[0])
                    .datesUntil(LocalDate.parse(cells[1]).plusDays(1))
                    .forEach(day -> exceptions.put(day, cells[2].equals("WORK")));
        }
        return new WorkCalendar(exceptions);
    }

    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, !weekend);
    }

    /** The last day of a limit that an event on {@code start} sets running. */
    public LocalDate due(LocalDate start, int length, TimeUnit unit) {
        return switch (unit) {
            case CALENDAR_DAY -> rollForward(start.plusDays(length));
            case WORKING_DAY -> plusWorkingDays(start, length);
            case MONTH -> rollForward(start.plusMonths(length));
            case YEAR -> rollForward(start.plusYears(length));
        };
    }

    /**
     * The last day of a limit that stood still from {@code paused} until {@code resumed}: it moves by as many days of its
     * kind as it stood still.
     */
    LocalDate moved(LocalDate due, LocalDate paused, LocalDate resumed, TimeUnit unit) {
        if (unit != TimeUnit.WORKING_DAY) {
            return rollForward(due.plusDays(resumed.toEpochDay() - paused.toEpochDay()));
        }
        int still = (int) paused.plusDays(1)
                .datesUntil(resumed.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
        return plusWorkingDays(due, still);
    }

    private LocalDate rollForward(LocalDate day) {
        LocalDate last = day;
        while (!isWorkingDay(last)) {
            last = last.plusDays(1);
        }
        return last;
    }

    private LocalDate plusWorkingDays(LocalDate start, int count) {
        LocalDate day = start;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
