package cn.diming.tiles.sheet;

import static cn.diming.tiles.sheet.SheetCheck.State.FAILED;
import static cn.diming.tiles.sheet.SheetCheck.State.PASSED;
import static cn.diming.tiles.sheet.SheetCheck.State.WARNING;

import cn.diming.tiles.sheet.SheetCheck.State;
import cn.diming.tiles.sheet.canvas.DisplayList;
import cn.diming.tiles.sheet.canvas.Op;
import cn.diming.tiles.sheet.frame.Box;
import cn.diming.tiles.sheet.frame.Frame;
import cn.diming.tiles.sheet.frame.ScaleLadder;
import cn.diming.tiles.sheet.label.NameToPlace;
import cn.diming.tiles.sheet.margin.IndexEntry;
import cn.diming.tiles.sheet.margin.ScaleBar;
import cn.diming.tiles.sheet.scene.SceneNames;
import cn.diming.tiles.sheet.style.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The gates of a sheet; docs/sheets.md tells what each is for. */
final class SheetChecks {

    private static final double SMALLEST_TYPE = 5;
    private static final double CLEAR_OF_FRAME = 4;
    private static final double CLEAR_OF_EDGE = 5;
    private static final double BAR_ERROR = 0.005;
    /** Names of at least this weight are of seats of government and committees, which no sheet may lack. */
    private static final double SEAT = 100;

    /** Stands where a font lacks a character. */
    private static final String MISSING = "〓";

    private static final int SHOWN_OF_MANY = 8;

    private final Sheet sheet;
    private final SheetPlan plan;
    private final SheetPages.Content content;
    private final List<SheetCheck> checks = new ArrayList<>();

    SheetChecks(Sheet sheet, SheetPlan plan, SheetPages.Content content) {
        this.sheet = sheet;
        this.plan = plan;
        this.content = content;
    }

    List<SheetCheck> all(List<String> faultsOfData) {
        LabelChecks labels = new LabelChecks(sheet);
        checks.addAll(labels.all());
        shares();
        reach();
        neighbours();
        index();
        legend();
        scale();
        frame();
        type();
        paper();
        imprint();
        faults(faultsOfData);
        return List.copyOf(checks);
    }

    private void add(String id, String title, boolean passed, State otherwise, String detail) {
        checks.add(new SheetCheck(id, title, passed ? PASSED : otherwise, detail));
    }

    /** Which share of the names of each kind is on the maps, where the style demands one (L4 to L8). */
    private void shares() {
        Set<String> shown = new HashSet<>();
        sheet.placed()
                .forEach(one -> shown.add(one.name().rule() + "/" + one.name().text()));
        sheet.keyed().forEach(name -> shown.add("key/" + name));
        Map<String, Set<String>> wanted = wanted();
        for (Rule rule : plan.view().style().rules()) {
            boolean seat = rule.label().filter(label -> label.weight() >= SEAT).isPresent();
            double share = rule.label().map(label -> label.mustShow()).orElse(0.0);
            Set<String> names = wanted.getOrDefault(rule.id(), Set.of());
            if (share > 0 && !names.isEmpty()) {
                long there = names.stream()
                        .filter(name -> shown.contains(rule.id() + "/" + name) || shown.contains("key/" + name))
                        .count();
                String title = rule.legend().map(Rule.Legend::text).orElse(rule.id());
                add(
                        "L4." + rule.id(),
                        title + "注记",
                        there >= share * names.size() - 1e-9,
                        seat ? FAILED : WARNING,
                        "%d／%d（应不少于 %.0f%%）".formatted(there, names.size(), share * 100));
            }
        }
    }

    private Map<String, Set<String>> wanted() {
        Map<String, Set<String>> wanted =
                new HashMap<>(new SceneNames(content.main().scene()).wanted());
        if (plan.wantsWhole()) {
            content.inset()
                    .ifPresent(whole -> new SceneNames(whole.map().scene())
                            .wanted()
                            .forEach((rule, names) -> wanted.merge(rule, names, SheetChecks::both)));
        }
        return wanted;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Every name is on a map, under a number, or in the index (L9). */
    private void reach() {
        Set<String> reached = new HashSet<>(sheet.indexed());
        reached.addAll(sheet.keyed());
        sheet.placed().forEach(one -> reached.add(one.name().text()));
        Set<String> lost = new TreeSet<>();
        wanted().forEach((rule, names) -> {
            if (!rule.equals("plate")) {
                names.stream().filter(name -> !reached.contains(name)).forEach(lost::add);
            }
        });
        add("L9", "全部地名可查", lost.isEmpty(), FAILED, lost.isEmpty() ? "注记、编号或索引中都有" : "缺：" + some(lost));
    }

    private void neighbours() {
        List<String> lost = content.main().unplaced().stream()
                .filter(name ->
                        name.rule().equals(SceneNames.NEIGHBOUR) && name.style().mustShow() == 1)
                .map(NameToPlace::text)
                .toList();
        add("B2", "相邻区划注记", lost.isEmpty(), WARNING, lost.isEmpty() ? "齐全" : "缺：" + some(lost));
    }

    /** The squares are computed anew from the ground, the order is tested pair by pair (I1, I3). */
    private void index() {
        Frame frame = content.main().frame();
        Map<String, Set<String>> squares = content.index().stream()
                .collect(Collectors.groupingBy(
                        IndexEntry::name,
                        Collectors.flatMapping(entry -> entry.squares().stream(), Collectors.toSet())));
        Set<String> wrong = new TreeSet<>();
        content.main().scene().drawn().stream()
                .filter(one -> one.own()
                        && one.rule().symbol().isPresent()
                        && one.rule().indexGroup().isPresent())
                .filter(one -> one.feature().name().isPresent()
                        && frame.map().envelope().covers(one.page().getCoordinate()))
                .forEach(one -> {
                    String name = one.feature().name().get();
                    var ground = one.feature().geometry().getCentroid().getCoordinate();
                    var low = frame.toGround(frame.map().x(), frame.map().y());
                    double cell = sheet.grid().cell() * frame.metresPerMm();
                    int column = (int) Math.floor((ground.x - low.x) / cell);
                    int row = (int) Math.floor((low.y - ground.y) / cell);
                    String square = sheet.grid().columnName(column) + (row + 1);
                    if (!squares.getOrDefault(name, Set.of()).contains(square)) {
                        wrong.add(name);
                    }
                });
        add(
                "I1",
                "索引格位",
                wrong.isEmpty(),
                FAILED,
                wrong.isEmpty() ? content.index().size() + " 条" : "不符：" + some(wrong));
    }

    private void legend() {
        Set<String> drawn = new TreeSet<>();
        sheet.maps()
                .forEach(map -> map.scene()
                        .rulesSeen()
                        .forEach(rule -> rule.legend().ifPresent(entry -> drawn.add(entry.text()))));
        Set<String> told = new TreeSet<>(sheet.legend());
        add("G1", "图例与图面一致", drawn.equals(told), FAILED, told.size() + " 项");
    }

    private void scale() {
        int denominator = content.main().frame().denominator();
        ScaleBar bar = new Foot(sheet.spec(), plan, LocalDate.EPOCH).bar();
        double error = Math.abs(bar.segment() * content.main().frame().metresPerMm() - bar.segmentMetres())
                / bar.segmentMetres();
        add(
                "S1",
                "比例尺",
                error <= BAR_ERROR && ScaleLadder.STEPS.contains(denominator),
                FAILED,
                "1:%d，每段 %.0f 米".formatted(denominator, bar.segmentMetres()));
    }

    /** Nothing of a town touches the frame (S4); of a village the whole is on the second map. */
    private void frame() {
        if (plan.territory().isEmpty() || plan.wantsWhole()) {
            return;
        }
        Box inner = content.main().frame().map().inset(CLEAR_OF_FRAME - 0.01);
        boolean within = content.main()
                .scene()
                .outline()
                .filter(area -> inner.holds(Box.of(area.getEnvelopeInternal())))
                .isPresent();
        add("S4", "全境在图廓内", within, FAILED, within ? "四周净空不少于 4 mm" : "辖区超出或贴近图廓");
    }

    private void type() {
        double smallest = Double.MAX_VALUE;
        Set<String> odd = new TreeSet<>();
        Set<String> holes = new TreeSet<>();
        for (DisplayList page : sheet.pages()) {
            for (Op op : page.ops()) {
                if (op instanceof Op.Text text) {
                    smallest = Math.min(smallest, text.font().points());
                    if (hasRadical(text.whole())) {
                        odd.add(text.whole());
                    }
                    if (text.whole().contains(MISSING)) {
                        holes.add(text.whole());
                    }
                }
            }
        }
        add("T1", "最小字号", smallest >= SMALLEST_TYPE, FAILED, "%.1f pt（图内不小于 5，图外不小于 6）".formatted(smallest));
        add("T2", "字形齐全", holes.isEmpty(), FAILED, holes.isEmpty() ? "每个字都有字形" : "字体缺字：" + some(holes));
        add("T4", "文字编码", odd.isEmpty(), FAILED, odd.isEmpty() ? "没有部首或兼容区字符" : "含部首或兼容区字符：" + some(odd));
    }

    private static boolean hasRadical(String text) {
        return text.codePoints().anyMatch(c -> (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF));
    }

    /** Printers do not print to the edge (P2). */
    private void paper() {
        boolean within = true;
        for (DisplayList page : sheet.pages()) {
            Box inner = new Box(0, 0, page.width(), page.height()).inset(CLEAR_OF_EDGE - 0.5);
            int clips = 0;
            for (Op op : page.ops()) {
                clips += op instanceof Op.Clip ? 1 : op instanceof Op.Unclip ? -1 : 0;
                if (clips == 0 && op instanceof Op.Fill fill) {
                    within &= fill.shape().getBounds2D().isEmpty()
                            || inner.shape().contains(fill.shape().getBounds2D());
                }
                if (op instanceof Op.Text text) {
                    within &=
                            text.parts().stream().allMatch(part -> inner.shape().contains(part.x(), part.y()));
                }
            }
        }
        add("P2", "页边", within, FAILED, within ? "纸边 5 mm 内没有图文" : "有图文距纸边不足 5 mm");
    }

    private void imprint() {
        boolean internal = Foot.isInternal(sheet.spec());
        boolean asked = sheet.spec().profile() == SheetProfile.INTERNAL;
        add(
                "D2",
                "审图号",
                !internal || asked,
                WARNING,
                internal ? asked ? "内部用图" : "没有审图号，已标注内部用图，不得公开" : Foot.approval(sheet.spec()));
    }

    private void faults(List<String> faultsOfData) {
        add("X1", "数据", faultsOfData.isEmpty(), WARNING, faultsOfData.isEmpty() ? "图形全部可用" : some(faultsOfData));
        List<String> missing = sheet.spec().subject() instanceof SheetSubject.Division
                        && content.main().scene().drawn().size() < 3
                ? List.of("辖区内没有可绘的要素")
                : List.of();
        List<String> inserts = new ArrayList<>(content.inserts().faults());
        inserts.addAll(missing);
        add("X2", "插图与内容", inserts.isEmpty(), WARNING, inserts.isEmpty() ? "齐全" : some(inserts));
    }

    static String some(Collection<String> all) {
        String shown = all.stream().limit(SHOWN_OF_MANY).collect(Collectors.joining("、"));
        return all.size() > SHOWN_OF_MANY ? shown + " 等 " + all.size() + " 项" : shown;
    }
}
