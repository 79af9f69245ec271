package cn.diming.core.document;

import java.util.List;

/**
 * What is written, before it is set in pages.
 *
 * @param title for the file's properties
 * @param note stands small at the head of each page, as 草稿 does on a draft; empty = none
 */
public record Document(String title, Layout layout, String note, List<Block> blocks) {
    public Document {
        blocks = List.copyOf(blocks);
    }
}
