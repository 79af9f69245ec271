package cn.diming.core.document;

/** The forms a document is written in. */
public enum Written {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf");

    private final String mediaType;

    Written(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * The document as a file of this form; the same document is the same bytes.
     *
     * @throws cn.diming.core.font.MissingGlyph naming a character that no bundled face has
     */
    public byte[] of(Document document) {
        SetPages pages = Typesetter.set(document);
        return switch (this) {
            case PDF -> PdfWriter.write(pages);
            case DOCX -> WordWriter.write(document, pages.anchors());
        };
    }
}
