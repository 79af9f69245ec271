package cn.diming.core.inspection;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * When a round is to be, who leads it and who walks which stretch.
 *
 * @param leading the side that calls the meetings and files the report
 * @param sections in the order of the line; may leave stretches to both
 */
public record RoundPlan(Side leading, LocalDate from, LocalDate to, List<AssignedSection> sections) {

    /** @throws cn.diming.core.record.Refused for days or stretches that contradict one another */
    public RoundPlan {
        sections = sections.stream()
                .sorted(Comparator.comparingDouble(AssignedSection::fromMetres))
                .toList();
        if (to.isBefore(from)) {
            throw Words.refused("计划的结束日期应不早于开始日期");
        }
        for (int i = 1; i < sections.size(); i++) {
            if (sections.get(i).fromMetres() < sections.get(i - 1).toMetres()) {
                throw Words.refused("分工段不能重叠");
            }
        }
    }
}
