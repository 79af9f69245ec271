package cn.diming.tiles.sheet;

import cn.diming.core.geo.GaussKruger;
import cn.diming.tiles.sheet.canvas.FontStyle;
import cn.diming.tiles.sheet.canvas.Ink;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.margin.ScaleBar;
import cn.diming.tiles.sheet.margin.Sketch;
import java.time.LocalDate;
import java.util.List;

/** The line below the map: approval number, scale, and what the map is made of. */
final class Foot {

    private static final FontStyle NOTE = Sketch.hei(7);
    private static final Ink GREY = Ink.of("#444444");

    private final SheetSpec spec;
    private final SheetPlan plan;
    private final LocalDate date;

    Foot(SheetSpec spec, SheetPlan plan, LocalDate date) {
        this.spec = spec;
        this.plan = plan;
        this.date = date;
    }

    /** A map without an approval number is for the office only (地图管理条例 Art. 15, 37), whatever was asked for. */
    static boolean isInternal(SheetSpec spec) {
        return spec.profile() == SheetProfile.INTERNAL
                || spec.imprint().mapApprovalNumber().isEmpty();
    }

    static String approval(SheetSpec spec) {
        return isInternal(spec)
                ? "未经审核　内部使用　不得公开"
                : "审图号：" + spec.imprint().mapApprovalNumber().orElseThrow();
    }

    static String scale(int denominator) {
        return "1∶%,d".formatted(denominator);
    }

    List<String> notes() {
        GaussKruger zone = plan.view().ground().zone();
        String system = "2000国家大地坐标系　高斯-克吕格投影（3°带，中央经线%d°）".formatted(zone.centralMeridian());
        String rest = "资料截至%d年%d月　图内界线不作划界依据".formatted(date.getYear(), date.getMonthValue());
        String compiler = spec.imprint().compiler();
        return List.of(system, compiler.isBlank() ? rest : rest + "　编制：" + compiler);
    }

    ScaleBar bar() {
        return ScaleBar.of(
                plan.view().frame().metresPerMm(),
                Math.clamp(plan.layout().foot().width() * 0.16, 36, 90));
    }

    void draw(Sketch sketch, Box box) {
        double middle = box.y() + box.height() * 0.5;
        FontStyle approval = Sketch.hei(8);
        sketch.text(approval, isInternal(spec) ? Ink.of("#b01218") : Ink.BLACK, approval(spec), box.x(), middle + 1);
        double notesWidth = notes().stream().mapToDouble(NOTE::width).max().orElse(0);
        FontStyle scale = Sketch.hei(10).bold();
        ScaleBar bar = bar();
        double group = scale.width(scale(plan.view().frame().denominator())) + 7 + bar.length() + 6;
        double left = box.x() + approval.width(approval(spec)) + 4;
        double right = box.right() - notesWidth - 4;
        double x = Math.max(left, left + (right - left - group) / 2);
        sketch.text(scale, Ink.BLACK, scale(plan.view().frame().denominator()), x, middle + 1.3);
        bar.draw(sketch, x + scale.width(scale(plan.view().frame().denominator())) + 7, middle - 0.2);
        sketch.right(NOTE, GREY, notes().get(0), box.right(), middle - 0.6);
        sketch.right(NOTE, GREY, notes().get(1), box.right(), middle + 2.8);
    }
}
