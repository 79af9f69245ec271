package cn.diming.core.boundary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A stretch of a line and what defines it. A river or road that moves does not move the line (Art. 7).
 *
 * @param fromMetres along the line from its start, geodesic
 * @param toMetres further along
 * @param feature the name of the river, road or ridge
 */
public record LineSection(
        double fromMetres, double toMetres, Basis basis, Optional<String> feature, Optional<String> description) {

    /** Agreements give whole metres. */
    private static final double SLACK_METRES = 1;

    public LineSection {
        if (!(fromMetres >= 0 && toMetres > fromMetres)) {
            throw new IllegalArgumentException("界线段的起止里程有误：" + fromMetres + " 至 " + toMetres);
        }
    }

    /**
     * What is wrong with the stretches of a line of that length: one that reaches beyond its end, two that overlap. Between them may
     * be gaps, for not every agreement describes the whole line.
     *
     * @return Chinese sentences that count stretches from the line's start
     */
    static List<String> faults(List<LineSection> sections, double lineMetres) {
        List<String> faults = new ArrayList<>();
        double reached = 0;
        int number = 0;
        for (LineSection section : inOrder(sections)) {
            number++;
            if (section.toMetres > lineMetres + SLACK_METRES) {
                faults.add(String.format(
                        Locale.ROOT, "第 %d 段止于 %.1f 米，超出界线长度 %.1f 米", number, section.toMetres, lineMetres));
            }
            if (section.fromMetres < reached - SLACK_METRES) {
                faults.add(String.format(
                        Locale.ROOT, "第 %d 段起于 %.1f 米，与前一段（止于 %.1f 米）重叠", number, section.fromMetres, reached));
            }
            reached = Math.max(reached, section.toMetres);
        }
        return faults;
    }

    static List<LineSection> inOrder(List<LineSection> sections) {
        return sections.stream()
                .sorted(Comparator.comparingDouble(LineSection::fromMetres))
                .toList();
    }

    /** What a stretch follows. */
    public enum Basis {
        RIVER("以河流为界"),
        ROAD("以道路为界"),
        RIDGE("以山脊、分水岭为界"),
        STRAIGHT("直线"),
        CUSTOM("按现状习惯线");

        private final String title;

        Basis(String title) {
            this.title = title;
        }

        /** In Chinese, for people. */
        public String title() {
            return title;
        }

        /** Whether it can move by itself, after which a special inspection is due (Art. 12). */
        public boolean canMove() {
            return this == RIVER || this == ROAD;
        }

        public static Optional<Basis> find(String text) {
            return Arrays.stream(values())
                    .filter(basis -> basis.name().equals(text) || basis.title.equals(text))
                    .findFirst();
        }
    }
}
