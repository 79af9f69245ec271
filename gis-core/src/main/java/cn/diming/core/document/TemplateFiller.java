package cn.diming.core.document;

import cn.diming.core.document.Block.Cell;
import cn.diming.core.document.Block.Content;
import cn.diming.core.document.Block.Paragraph;
import cn.diming.core.document.Block.Picture;
import cn.diming.core.document.Block.Row;
import cn.diming.core.document.FieldSet.Values;
import cn.diming.core.document.Node.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Puts the values of one thing into a template. */
final class TemplateFiller {

    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;
    private static final String MARK = "〔待填〕";
    private static final String COUNTER = "序";

    private final Layout layout;
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> lacks = new LinkedHashSet<>();
    private Optional<Node.TableStart> table = Optional.empty();
    private final List<Row> rows = new ArrayList<>();

    /** Of which item is spoken. */
    private String where = "";

    TemplateFiller(Layout layout) {
        this.layout = layout;
    }

    void fill(List<Node> nodes, Values values) {
        nodes.forEach(node -> fill(node, values));
    }

    List<Block> blocks() {
        endTable();
        return blocks;
    }

    List<String> lacks() {
        return List.copyOf(lacks);
    }

    private void fill(Node node, Values values) {
        switch (node) {
            case Node.TableRow row -> rows.add(row(row, values));
            case Node.Choice choice -> fill(holds(choice, values) ? choice.then() : choice.otherwise(), values);
            case Node.Loop loop -> fill(loop, values);
            case Node.TableStart start -> {
                endTable();
                table = Optional.of(start);
            }
            case Node.Line line -> add(written(line, values));
            case Node.Figure figure -> add(List.of(pictureOrMark(figure, values)));
            case Node.RuleLine rule -> add(List.of(new Block.Rule(rule.rgb(), rule.points())));
            case Node.NewPage page -> add(List.of(new Block.PageBreak()));
        }
    }

    private void add(List<? extends Block> more) {
        endTable();
        blocks.addAll(more);
    }

    private void endTable() {
        if (table.isPresent() && !rows.isEmpty()) {
            blocks.add(new Block.Table(table.get().widths(), table.get().framed(), rows));
        }
        rows.clear();
        table = Optional.empty();
    }

    private void fill(Node.Loop loop, Values values) {
        int number = 0;
        List<Values> items = values.lists().getOrDefault(loop.list(), List.of());
        for (Values item : items) {
            number++;
            where = items.size() > 1 ? "（第 " + number + " 条）" : "";
            Map<String, String> texts = new LinkedHashMap<>(item.texts());
            texts.put(COUNTER, Integer.toString(number));
            fill(loop.body(), new Values(texts, item.figures(), item.lists()).within(values));
        }
        where = "";
    }

    private static boolean holds(Node.Choice choice, Values values) {
        boolean holds = choice.value()
                .map(wanted -> wanted.equals(values.texts().get(choice.field())))
                .orElseGet(() -> values.has(choice.field()));
        return holds != choice.negated();
    }

    private Row row(Node.TableRow row, Values values) {
        List<Cell> cells = row.cells().stream()
                .map(cell -> new Cell(content(cell, values), cell.span()))
                .toList();
        return new Row(cells, row.repeats(), row.heightMm());
    }

    private Content content(Node.TableCell cell, Values values) {
        Optional<Content> figure =
                cell.figure().flatMap(wanted -> picture(wanted, values)).map(Content.Figure::new);
        return figure.orElseGet(() -> new Content.Text(
                cell.figure().isPresent()
                        ? List.of(missing(cell.figure().get()))
                        : paragraphs(cell.style(), cell.pieces(), values)));
    }

    /** A line of which nothing is left, because what it names is optional and missing, leaves no gap. */
    private List<Paragraph> written(Node.Line line, Values values) {
        List<Paragraph> paragraphs = paragraphs(line.style(), line.pieces(), values);
        boolean blank = paragraphs.stream()
                .flatMap(paragraph -> paragraph.runs().stream())
                .allMatch(run -> run.text().isBlank());
        return blank && !line.pieces().isEmpty() ? List.of() : paragraphs;
    }

    private Block pictureOrMark(Node.Figure figure, Values values) {
        Optional<Picture> picture = picture(figure, values);
        return picture.isPresent() ? picture.get() : missing(figure);
    }

    private Optional<Picture> picture(Node.Figure figure, Values values) {
        return Optional.ofNullable(values.figures().get(figure.field())).map(image -> fitted(image, figure));
    }

    /** As large as the box allows, in its own proportions. */
    private static Picture fitted(Image image, Node.Figure box) {
        if (box.widthMm() == 0 && image instanceof Image.Drawing drawing) {
            return new Picture(
                    drawing, drawing.width() * MILLIMETRES_PER_POINT, drawing.height() * MILLIMETRES_PER_POINT);
        }
        double ratio = switch (image) {
            case Image.Photo photo -> (double) photo.widthPixels() / photo.heightPixels();
            case Image.Drawing drawing -> drawing.width() / drawing.height();
        };
        double width = Math.min(box.widthMm(), box.heightMm() * ratio);
        return new Picture(image, width, width / ratio);
    }

    private Paragraph missing(Node.Figure figure) {
        lacks.add(figure.field() + where);
        return new Paragraph(style(Layout.CELL), List.of(new Run(MARK, Run.Kind.MISSING)));
    }

    /** One paragraph; more when a value has several lines. */
    private List<Paragraph> paragraphs(String style, List<Piece> pieces, Values values) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Run> open = new ArrayList<>();
        for (Piece piece : pieces) {
            String text = text(piece, values);
            String[] lines = piece instanceof Piece.Literal ? new String[] {text} : text.split("\\R+", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    paragraphs.add(new Paragraph(style(style), open));
                    open = new ArrayList<>();
                }
                open.add(new Run(lines[i], kind(piece, lines[i])));
            }
        }
        paragraphs.add(new Paragraph(style(style), open));
        return paragraphs;
    }

    private String text(Piece piece, Values values) {
        return switch (piece) {
            case Piece.Literal literal -> literal.text();
            case Piece.Slot slot ->
                Optional.ofNullable(values.texts().get(slot.field())).orElseGet(() -> without(slot));
            case Piece.Anchor anchor -> values.texts().getOrDefault(anchor.field(), "");
            case Piece.PageOf page -> values.texts().getOrDefault(page.field(), "");
        };
    }

    private String without(Piece.Slot slot) {
        if (slot.optional()) {
            return slot.otherwise();
        }
        lacks.add(slot.field() + where);
        return MARK;
    }

    private static Run.Kind kind(Piece piece, String text) {
        return switch (piece) {
            case Piece.Anchor anchor -> Run.Kind.ANCHOR;
            case Piece.PageOf page -> Run.Kind.PAGE;
            case Piece.Slot slot -> text.equals(MARK) ? Run.Kind.MISSING : Run.Kind.PLAIN;
            case Piece.Literal literal -> Run.Kind.PLAIN;
        };
    }

    private Style style(String name) {
        return Objects.requireNonNull(layout.styles().get(name));
    }
}
