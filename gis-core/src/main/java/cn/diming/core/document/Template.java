package cn.diming.core.document;

import java.util.List;
import java.util.Set;

/**
 * A template that has been read and checked.
 *
 * @param <T> what it is about
 */
public final class Template<T> {

    private final String file;
    private final Layout layout;
    private final FieldSet<T> fields;
    private final List<Node> nodes;
    private final Set<String> demanded;

    Template(String file, Layout layout, FieldSet<T> fields, List<Node> nodes, Set<String> demanded) {
        this.file = file;
        this.layout = layout;
        this.fields = fields;
        this.nodes = nodes;
        this.demanded = demanded;
    }

    /**
     * A document, and what it still lacks.
     *
     * @param lacks names of the fields that had no value, in the order of the paper; each stands as 〔待填〕 in the document
     */
    public record Filled(Document document, List<String> lacks) {
        public Filled {
            lacks = List.copyOf(lacks);
        }
    }

    /** @param note at the head of each page; empty = none */
    public Filled fill(T thing, String title, String note) {
        TemplateFiller filler = new TemplateFiller(layout);
        filler.fill(nodes, fields.read(thing));
        return new Filled(new Document(title, layout, note, filler.blocks()), filler.lacks());
    }

    /** Names of the fields that it cannot do without. */
    public Set<String> demanded() {
        return demanded;
    }

    public String file() {
        return file;
    }
}
