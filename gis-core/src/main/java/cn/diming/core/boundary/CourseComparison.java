package cn.diming.core.boundary;

import cn.diming.core.geo.CompassSector;
import cn.diming.core.geo.Ellipsoid;
import cn.diming.core.geo.LonLat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Walks a stated course along the line, its lengths stretched to the line's own, and compares the directions. */
final class CourseComparison {

    /** A description rounds: the neighbouring sector is no contradiction. */
    private static final int SECTORS_OFF = 1;

    private final LineMeasure measure;
    private final List<StatedCourse.Step> steps;

    CourseComparison(LineMeasure measure, List<StatedCourse.Step> steps) {
        this.measure = measure;
        this.steps = steps;
    }

    List<BoundaryFinding> differences() {
        List<BoundaryFinding> findings = new ArrayList<>();
        double stated =
                steps.stream().mapToDouble(StatedCourse.Step::lengthMetres).sum();
        double along = 0;
        for (int i = 0; i < steps.size(); i++) {
            StatedCourse.Step step = steps.get(i);
            double next = along + step.lengthMetres() * measure.lengthMetres() / stated;
            LonLat from = measure.at(along);
            CompassSector real = CompassSector.of(Ellipsoid.bearingDegrees(from, measure.at(next)));
            int apart = Math.abs(real.ordinal() - step.sector().ordinal());
            if (Math.min(apart, CompassSector.values().length - apart) > SECTORS_OFF) {
                findings.add(BoundaryFinding.at(
                        BoundaryRule.BL_08,
                        String.format(
                                Locale.ROOT,
                                "走向说明第 %d 段称向%s行 %.1f 米，图上为向%s",
                                i + 1,
                                step.sector().words(),
                                step.lengthMetres(),
                                real.words()),
                        from));
            }
            along = next;
        }
        return findings;
    }
}
