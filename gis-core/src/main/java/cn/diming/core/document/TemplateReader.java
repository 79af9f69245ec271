package cn.diming.core.document;

import cn.diming.core.document.Node.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one template line by line and checks every name in it. The language is laid out in docs/papers.md. */
final class TemplateReader {

    /** A drawing keeps its own scale. */
    private static final String AS_DRAWN = "原大";

    private static final Pattern COMMAND = Pattern.compile("【([^】]*)】(.*)");
    private static final String COUNTER = "序";

    private final String file;
    private final List<String> lines;
    private final Layout layout;
    private final PieceReader pieces = new PieceReader(this::fault);
    private final Set<String> demanded = new HashSet<>();
    private int at;
    private double rowHeight;
    private int columns;
    private String size = "";

    private TemplateReader(String file, List<String> lines, Layout layout) {
        this.file = file;
        this.lines = lines;
        this.layout = layout;
    }

    /** @throws TemplateFault with file and line, when something in it is not understood */
    static <T> Template<T> read(String file, String text, Map<String, Layout> layouts, FieldSet<T> fields) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        Matcher first = COMMAND.matcher(lines.isEmpty() ? "" : lines.getFirst().strip());
        if (!first.matches() || !first.group(1).startsWith("版式 ")) {
            throw new TemplateFault(file, 1, "第一行应写明版式，如“【版式 公文】”");
        }
        Layout layout = layouts.get(first.group(1).substring(3).strip());
        if (layout == null) {
            throw new TemplateFault(file, 1, "没有这种版式；可用：" + String.join("、", layouts.keySet()));
        }
        TemplateReader reader = new TemplateReader(file, lines, layout);
        reader.at = 1;
        List<Node> nodes = reader.nodes(fields, false);
        if (reader.at < lines.size()) {
            throw reader.fault("这里的“" + lines.get(reader.at).strip() + "”没有对应的开头");
        }
        return new Template<>(file, layout, fields, nodes, Set.copyOf(reader.demanded));
    }

    /** Up to the end, or up to 【否则】 or 【完】, which stay. */
    private List<Node> nodes(FieldSet<?> fields, boolean inLoop) {
        List<Node> nodes = new ArrayList<>();
        while (at < lines.size()) {
            String line = lines.get(at).strip();
            if (line.equals("【否则】") || line.equals("【完】")) {
                break;
            }
            if (line.startsWith("|")) {
                nodes.add(row(line, fields, inLoop));
                at++;
                continue;
            }
            Matcher command = COMMAND.matcher(line);
            if (command.matches()) {
                command(command.group(1).strip(), command.group(2), fields, inLoop)
                        .ifPresent(nodes::add);
            } else if (!line.isEmpty()) {
                nodes.add(new Node.Line(Layout.BODY, pieces(line, fields, inLoop)));
            }
            at++;
        }
        return nodes;
    }

    private Optional<Node> command(String head, String rest, FieldSet<?> fields, boolean inLoop) {
        String[] words = head.split("\\s+");
        String[] arguments = Arrays.copyOfRange(words, 1, words.length);
        return switch (words[0]) {
            case "注" -> Optional.empty();
            case "如" -> Optional.of(choice(arguments, false, fields, inLoop));
            case "如无" -> Optional.of(choice(arguments, true, fields, inLoop));
            case "每" -> Optional.of(loop(arguments, fields, inLoop));
            case "表", "小表", "无框表" -> Optional.of(table(words[0], arguments));
            case "行高" -> {
                rowHeight = number(arguments, 0);
                yield Optional.empty();
            }
            case "图" -> Optional.of(figure(arguments, fields));
            case "红线" -> Optional.of(new Node.RuleLine(0xE60012, 1.5));
            case "细线" -> Optional.of(new Node.RuleLine(0, 1));
            case "换页" -> Optional.of(new Node.NewPage());
            default -> {
                if (arguments.length > 0 || !layout.styles().containsKey(words[0])) {
                    throw fault("没有“" + head + "”这种样式或指令；样式有："
                            + String.join(
                                    "、",
                                    layout.styles().keySet().stream().sorted().toList()));
                }
                yield Optional.of(new Node.Line(words[0], pieces(rest, fields, inLoop)));
            }
        };
    }

    /** 【如 项目】, 【如 项目 是 值】, 【如无 项目】. */
    private Node choice(String[] words, boolean negated, FieldSet<?> fields, boolean inLoop) {
        boolean compares = words.length == 3 && words[1].equals("是");
        if (words.length != 1 && !compares) {
            throw fault("应写作“【如 项目】”或“【如 项目 是 值】”");
        }
        known(words[0], fields);
        int begin = at++;
        List<Node> then = nodes(fields, inLoop);
        List<Node> otherwise = List.of();
        if (at < lines.size() && lines.get(at).strip().equals("【否则】")) {
            at++;
            otherwise = nodes(fields, inLoop);
        }
        closed(begin);
        return new Node.Choice(words[0], negated, compares ? Optional.of(words[2]) : Optional.empty(), then, otherwise);
    }

    private Node loop(String[] words, FieldSet<?> fields, boolean inLoop) {
        if (words.length != 1 || !fields.listNames().contains(words[0])) {
            throw fault("“每”后应是一个列表：" + String.join("、", fields.listNames()));
        }
        demanded.add(words[0]);
        int begin = at++;
        List<Node> body = nodes(FieldSet.namesOf(fields.itemsOf(words[0]), fields), true);
        closed(begin);
        return new Node.Loop(words[0], body);
    }

    private void closed(int begin) {
        if (at >= lines.size() || !lines.get(at).strip().equals("【完】")) {
            int here = at;
            at = begin;
            throw fault("从这里开始的一段没有“【完】”（读到第 " + Math.min(here + 1, lines.size()) + " 行）");
        }
    }

    private Node table(String word, String[] widths) {
        if (widths.length == 0 || widths.length > 12) {
            throw fault("“表”后应是各栏的宽度比，如“【表 3 5】”");
        }
        columns = widths.length;
        size = word.equals("小表") ? "小" : "";
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            numbers.add(number(widths, i));
        }
        return new Node.TableStart(numbers, !word.equals("无框表"));
    }

    /** A cell begins with * for a label, ^ for the middle, > for the right; &lt; alone joins it to the cell before. */
    private Node row(String line, FieldSet<?> fields, boolean inLoop) {
        boolean repeats = line.startsWith("|+");
        String inner = line.substring(repeats ? 2 : 1);
        if (!inner.endsWith("|")) {
            throw fault("表格的一行应以“|”结束");
        }
        List<Node.TableCell> cells = new ArrayList<>();
        int count = 0;
        for (String cell : inner.substring(0, inner.length() - 1).split("\\|", -1)) {
            count++;
            String text = cell.strip();
            if (!text.equals("<")) {
                cells.add(cell(text, fields, inLoop));
            } else if (cells.isEmpty()) {
                throw fault("一行的第一格不能是“<”");
            } else {
                Node.TableCell last = cells.removeLast();
                cells.add(new Node.TableCell(last.style(), last.pieces(), last.figure(), last.span() + 1));
            }
        }
        if (count != columns) {
            throw fault("这一行有 " + count + " 格，表格有 " + columns + " 栏");
        }
        double height = rowHeight;
        rowHeight = 0;
        return new Node.TableRow(cells, repeats, height);
    }

    private Node.TableCell cell(String text, FieldSet<?> fields, boolean inLoop) {
        Matcher command = COMMAND.matcher(text);
        if (command.matches() && command.group(1).startsWith("图 ")) {
            String[] words = command.group(1).split("\\s+");
            return new Node.TableCell(
                    Layout.CELL, List.of(), Optional.of(figure(Arrays.copyOfRange(words, 1, words.length), fields)), 1);
        }
        String style = switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '*' -> Layout.CELL_HEAD;
            case '^' -> "表中";
            case '>' -> "表右";
            default -> Layout.CELL;
        };
        if (!layout.styles().containsKey(style + size)) {
            throw fault("版式“" + layout.name() + "”没有样式“" + style + size + "”");
        }
        String content = style.equals(Layout.CELL) ? text : text.substring(1).strip();
        return new Node.TableCell(style + size, pieces(content, fields, inLoop), Optional.empty(), 1);
    }

    private Node.Figure figure(String[] words, FieldSet<?> fields) {
        boolean asDrawn = words.length == 2 && words[1].equals(AS_DRAWN);
        if ((words.length != 3 && !asDrawn) || !fields.figureNames().contains(words[0])) {
            throw fault("应写作“【图 名称 宽 高】”或“【图 名称 原大】”，图有：" + String.join("、", fields.figureNames()));
        }
        demanded.add(words[0]);
        return asDrawn
                ? new Node.Figure(words[0], 0, 0)
                : new Node.Figure(words[0], number(words, 1), number(words, 2));
    }

    private double number(String[] words, int index) {
        try {
            double number = Double.parseDouble(words[index]);
            if (number > 0 && number <= 1000) {
                return number;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException notANumber) {
            throw fault("这里应是大于 0 的数");
        }
        throw fault("“" + words[index] + "”应是 0 到 1000 之间的数");
    }

    private List<Piece> pieces(String text, FieldSet<?> fields, boolean inLoop) {
        List<Piece> read = pieces.read(text);
        for (Piece piece : read) {
            String field = switch (piece) {
                case Piece.Literal literal -> "";
                case Piece.Slot slot -> slot.field();
                case Piece.Anchor anchor -> anchor.field();
                case Piece.PageOf page -> page.field();
            };
            if (!field.isEmpty() && !(inLoop && field.equals(COUNTER))) {
                known(field, fields);
                if (!(piece instanceof Piece.Slot slot) || !slot.optional()) {
                    demanded.add(field);
                }
            }
        }
        return read;
    }

    private void known(String field, FieldSet<?> fields) {
        if (!fields.textNames().contains(field)
                && !fields.listNames().contains(field)
                && !fields.figureNames().contains(field)) {
            throw fault("没有“" + field + "”这一项；可用的有：" + String.join("、", fields.textNames()));
        }
    }

    private TemplateFault fault(String words) {
        return new TemplateFault(file, at + 1, words);
    }
}
