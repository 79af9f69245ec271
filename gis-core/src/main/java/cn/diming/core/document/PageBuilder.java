package cn.diming.core.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lays slabs down the page and begins a new one where it may. */
final class PageBuilder {

    private final Document document;
    private final LineBreaker breaker;
    private final double left;
    private final double top;
    private final double height;
    private final List<List<Slab>> pages = new ArrayList<>();
    private List<Slab> page = new ArrayList<>();
    private double used;

    PageBuilder(Document document, LineBreaker breaker) {
        this.document = document;
        this.breaker = breaker;
        Layout.Page sheet = document.layout().page();
        this.left = Layout.points(sheet.left());
        this.top = Layout.points(sheet.top());
        this.height = Layout.points(sheet.textHeight());
    }

    void addAll(List<Slab> slabs) {
        slabs.forEach(this::add);
    }

    private void add(Slab slab) {
        if (used + slab.height() > height + 0.5 && !page.isEmpty()) {
            List<Slab> carried = new ArrayList<>();
            if (slab.glued()) {
                carried = takeGlued();
            }
            breakPage();
            carried.forEach(this::place);
        }
        place(slab);
    }

    /** Takes back what may not be parted from the next slab; nothing if that would be the whole page. */
    private List<Slab> takeGlued() {
        int from = page.size() - 1;
        while (from > 0 && page.get(from).glued()) {
            from--;
        }
        if (from <= 0) {
            return new ArrayList<>();
        }
        List<Slab> taken = new ArrayList<>(page.subList(from, page.size()));
        page = new ArrayList<>(page.subList(0, from));
        used = page.stream().mapToDouble(Slab::height).sum();
        return taken;
    }

    private void place(Slab slab) {
        if (page.isEmpty()) {
            if (slab.space() && !pages.isEmpty()) {
                return;
            }
            for (Slab head : slab.head()) {
                push(head);
            }
        }
        push(slab);
    }

    private void push(Slab slab) {
        page.add(slab);
        used += slab.height();
    }

    void breakPage() {
        if (!page.isEmpty()) {
            pages.add(page);
            page = new ArrayList<>();
            used = 0;
        }
    }

    /** Puts something at the foot of the page, on the next if there is no room. */
    void foot(List<Slab> slabs) {
        double tall = slabs.stream().mapToDouble(Slab::height).sum();
        if (tall == 0) {
            return;
        }
        if (used + tall > height) {
            breakPage();
        }
        push(Slab.space(Math.max(0, height - used - tall), false));
        slabs.forEach(this::push);
    }

    SetPages finished() {
        breakPage();
        if (pages.isEmpty()) {
            pages.add(List.of());
        }
        List<List<Mark>> marks = new ArrayList<>();
        Map<String, Integer> anchors = new LinkedHashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            marks.add(marks(pages.get(i), i + 1, anchors));
        }
        return new SetPages(document, marks, anchors);
    }

    private List<Mark> marks(List<Slab> slabs, int number, Map<String, Integer> anchors) {
        List<Mark> marks = new ArrayList<>();
        double y = top;
        for (int i = 0; i < slabs.size(); i++) {
            Slab slab = slabs.get(i);
            int firstOfRow = slab.head().size();
            if (i == firstOfRow || i == 0) {
                addAll(marks, slab.frame().opening(), y);
            }
            addAll(marks, slab.marks(), y);
            slab.anchors().forEach(anchor -> anchors.putIfAbsent(anchor, number));
            y += slab.height();
            if (i + 1 == slabs.size()) {
                addAll(marks, slab.frame().closing(), y);
            }
        }
        marks.addAll(note());
        marks.addAll(folio(number));
        return marks;
    }

    private void addAll(List<Mark> marks, List<Mark> more, double y) {
        for (Mark mark : more) {
            marks.add(mark.moved(left, y));
        }
    }

    private List<Mark> note() {
        if (document.note().isEmpty()) {
            return List.of();
        }
        Style style = document.layout().styles().get(Layout.NOTE);
        return line(document.note(), Objects.requireNonNull(style), top / 2);
    }

    private List<Mark> folio(int number) {
        Layout.Folio folio = document.layout().folio();
        Style style = folio.style();
        if (number == 1 && !folio.onFirst()) {
            return List.of();
        }
        double y = top + height + Layout.points(folio.drop());
        if (!folio.outer()) {
            return line(folio.text(number), aligned(style, Style.Align.CENTRE, 0), y);
        }
        boolean odd = number % 2 == 1;
        return line(folio.text(number), aligned(style, odd ? Style.Align.RIGHT : Style.Align.LEFT, 1), y);
    }

    private static Style aligned(Style style, Style.Align align, double inset) {
        return new Style(
                style.name(),
                style.face(),
                style.wordFace(),
                style.strong(),
                style.size(),
                style.size(),
                align,
                0,
                inset,
                inset,
                0,
                0,
                style.spacing(),
                style.rgb(),
                style.glue(),
                0);
    }

    private List<Mark> line(String text, Style style, double y) {
        double width = Layout.points(document.layout().page().textWidth());
        LineBreaker.TextLine line =
                breaker.lines(List.of(Run.plain(text)), style, width).getFirst();
        return new LineSetter(style).marks(line, left, y);
    }
}
