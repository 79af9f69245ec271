package cn.diming.core.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Says what a report leaves open. */
final class PatrolRemarks {

    static List<String> of(Patrol patrol, JsonNode report) {
        List<String> remarks = new ArrayList<>();
        JsonNode figures = report.path("figures");
        double explained = patrol.gaps().stream()
                .filter(gap -> gap.reason().isPresent())
                .mapToDouble(gap -> gap.toMetres() - gap.fromMetres())
                .sum();
        double line = figures.path("lineMetres").asDouble();
        double share = (figures.path("coveredMetres").asDouble() + explained) / line;
        if (share < report.path("requiredShare").asDouble()) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "走到和说明了原因的共 %.1f %%，应达到 %.0f %%",
                    share * 100,
                    report.path("requiredShare").asDouble() * 100));
        }
        long open = patrol.gaps().stream().filter(gap -> gap.reason().isEmpty()).count();
        add(remarks, open, "%d 处缺口没有说明原因");
        if (!patrol.missedMarkers().isEmpty()) {
            remarks.add("没有到过界桩 " + String.join("、", patrol.missedMarkers()));
        }
        add(remarks, figures.path("untimed").asLong(), "%d 个轨迹点没有时间，无法核对速度");
        add(remarks, figures.path("disordered").asLong(), "%d 处轨迹点的时间倒退");
        add(remarks, figures.path("future").asLong(), "%d 个轨迹点的时间在此之后");
        add(remarks, figures.path("jumps").asLong(), "%d 处跳变，其间不算走到");
        if (figures.path("fastMetres").asDouble() > 0) {
            remarks.add(String.format(
                    Locale.ROOT, "%.0f 米快于步行，不算走到", figures.path("fastMetres").asDouble()));
        }
        if (!report.path("position").path("asStored").asBoolean()) {
            remarks.add("轨迹坐标" + report.path("position").path("words").asString() + "；经办人确认坐标无误");
        }
        return remarks;
    }

    private static void add(List<String> remarks, long count, String words) {
        if (count > 0) {
            remarks.add(String.format(Locale.ROOT, words, count));
        }
    }

    private PatrolRemarks() {}
}
