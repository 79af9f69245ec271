package cn.diming.core.shop;

import cn.diming.core.record.Refused;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a shop is open in an ordinary week, in its local time.
 *
 * @param rules days that are open alike; a day stands in one rule at most, and what stands in none is closed
 * @param note about what is not ordinary, such as 春节休息
 */
public record OpeningHours(List<Rule> rules, Optional<String> note) {

    public static final OpeningHours UNKNOWN = new OpeningHours(List.of(), Optional.empty());

    private static final int MOST_SPANS = 3;
    private static final int LONGEST_NOTE = 60;
    private static final int MINUTES_OF_DAY = 24 * 60;

    /** @throws Refused for days named twice and spans that overlap, also past midnight */
    public OpeningHours {
        rules = List.copyOf(rules);
        note = Words.line(note, LONGEST_NOTE, "营业时间的备注");
        Set<DayOfWeek> seen = EnumSet.noneOf(DayOfWeek.class);
        for (Rule rule : rules) {
            for (DayOfWeek day : rule.days) {
                if (!seen.add(day)) {
                    throw Words.refused("营业时间里，" + title(day) + "写了两次");
                }
            }
        }
        refuseOverlap(rules);
    }

    /** Days that are open alike. */
    public record Rule(Set<DayOfWeek> days, List<Span> spans) {
        public Rule {
            days = Set.copyOf(days);
            spans = spans.stream().sorted(Comparator.comparing(Span::from)).toList();
            if (days.isEmpty() || spans.isEmpty() || spans.size() > MOST_SPANS) {
                throw Words.refused("营业时间的每一行应有至少一天和 1 至 " + MOST_SPANS + " 个时段");
            }
        }

        private List<DayOfWeek> week() {
            return days.stream().sorted().toList();
        }
    }

    /**
     * From when to when; to before from is on the next day, and both alike is a whole day.
     *
     * @param to not open any more
     */
    public record Span(LocalTime from, LocalTime to) {
        int begins() {
            return from.getHour() * 60 + from.getMinute();
        }

        int minutes() {
            int length = to.getHour() * 60 + to.getMinute() - begins();
            return length <= 0 ? length + MINUTES_OF_DAY : length;
        }

        @Override
        public String toString() {
            return minutes() == MINUTES_OF_DAY ? "全天" : from + "–" + (to.isAfter(from) ? "" : "次日") + to;
        }
    }

    private static void refuseOverlap(List<Rule> rules) {
        List<int[]> week = new ArrayList<>();
        for (Rule rule : rules) {
            for (DayOfWeek day : rule.days) {
                for (Span span : rule.spans) {
                    int begin = (day.getValue() - 1) * MINUTES_OF_DAY + span.begins();
                    week.add(new int[] {begin, begin + span.minutes()});
                }
            }
        }
        week.sort(Comparator.comparingInt(span -> span[0]));
        for (int i = 0; i < week.size(); i++) {
            boolean last = i == week.size() - 1;
            int next = last ? week.getFirst()[0] + 7 * MINUTES_OF_DAY : week.get(i + 1)[0];
            if (week.get(i)[1] > next) {
                throw Words.refused("营业时间的时段有重叠");
            }
        }
    }

    public boolean isKnown() {
        return !rules.isEmpty();
    }

    /** Whether it is open at a time of its own clock; a shop whose hours nobody knows is not. */
    public boolean isOpenAt(ZonedDateTime time) {
        int minute = (time.getDayOfWeek().getValue() - 1) * MINUTES_OF_DAY + time.getHour() * 60 + time.getMinute();
        return rules.stream()
                .anyMatch(rule -> rule.days.stream()
                        .anyMatch(day -> rule.spans.stream().anyMatch(span -> {
                            int begin = (day.getValue() - 1) * MINUTES_OF_DAY + span.begins();
                            int since = Math.floorMod(minute - begin, 7 * MINUTES_OF_DAY);
                            return since < span.minutes();
                        })));
    }

    /** For people: 周一至周五 09:00–14:00、17:00–21:00；周六、周日 全天. */
    public String text() {
        String week = rules.stream()
                .sorted(Comparator.comparing(rule -> rule.week().getFirst()))
                .map(rule -> days(rule.week()) + " "
                        + rule.spans.stream().map(Span::toString).collect(Collectors.joining("、")))
                .collect(Collectors.joining("；"));
        return note.map(words -> week + "（" + words + "）").orElse(week);
    }

    private static String days(List<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return "每天";
        }
        int from = days.getFirst().getValue();
        boolean row = days.getLast().getValue() - from == days.size() - 1;
        return row && days.size() > 2
                ? title(days.getFirst()) + "至" + title(days.getLast())
                : days.stream().map(OpeningHours::title).collect(Collectors.joining("、"));
    }

    private static String title(DayOfWeek day) {
        return "周" + "一二三四五六日".charAt(day.getValue() - 1);
    }
}
