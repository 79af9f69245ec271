package cn.diming.core.document;

import cn.diming.core.document.Node.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Cuts a line of a template at its braces: {项目}, {项目?}, {项目?另写}, {锚 项目}, {页 项目}; {{ is a brace itself. */
final class PieceReader {

    private final Function<String, TemplateFault> fault;

    PieceReader(Function<String, TemplateFault> fault) {
        this.fault = fault;
    }

    List<Piece> read(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' && text.startsWith("{{", i)) {
                literal.append(c);
                i++;
            } else if (c == '{') {
                int end = text.indexOf('}', i);
                if (end < 0) {
                    throw fault.apply("“{”没有“}”");
                }
                addLiteral(pieces, literal);
                pieces.add(slot(text.substring(i + 1, end).strip()));
                i = end;
            } else if (text.startsWith("\\n", i) || text.startsWith("\\t", i)) {
                literal.append(text.charAt(i + 1) == 'n' ? '\n' : Run.TAB);
                i++;
            } else {
                literal.append(c);
            }
        }
        addLiteral(pieces, literal);
        return pieces;
    }

    private static void addLiteral(List<Piece> pieces, StringBuilder literal) {
        if (!literal.isEmpty()) {
            pieces.add(new Piece.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private Piece slot(String inner) {
        if (inner.isEmpty()) {
            throw fault.apply("“{}”中没有写项目");
        }
        if (inner.startsWith("锚 ")) {
            return new Piece.Anchor(inner.substring(2).strip());
        }
        if (inner.startsWith("页 ")) {
            return new Piece.PageOf(inner.substring(2).strip());
        }
        int mark = inner.indexOf('?');
        return mark < 0
                ? new Piece.Slot(inner, false, "")
                : new Piece.Slot(inner.substring(0, mark).strip(), true, inner.substring(mark + 1));
    }
}
