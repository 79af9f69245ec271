package cn.diming.core.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a DOCX (ECMA-376) and what points to what. */
final class WordPackage {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /** The earliest moment a ZIP file can name; the same document is the same file. */
    private static final FileTime MOMENT = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String[]> relations = new LinkedHashMap<>();
    private final Map<Image, String[]> pictures = new IdentityHashMap<>();

    /** Adds a part that the document refers to. */
    String relate(String file, String type, byte[] content) {
        String id = "r" + (relations.size() + 1);
        files.put("word/" + file, content);
        relations.put(id, new String[] {OFFICE + type, file});
        return id;
    }

    /** Names of the picture's parts: the pixels, and for a drawing its vectors as well. */
    String[] picture(Image image, double dotsPerPoint) {
        return pictures.computeIfAbsent(image, wanted -> switch (wanted) {
            case Image.Photo photo -> new String[] {media(photo.type(), photo.bytes())};
            case Image.Drawing drawing ->
                new String[] {media("png", Drawings.png(drawing, dotsPerPoint)), media("svg", Drawings.svg(drawing))};
        });
    }

    private String media(String type, byte[] content) {
        return relate("media/image" + (relations.size() + 1) + "." + type, "image", content);
    }

    byte[] zip(String title, byte[] document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", types());
            put(zip, "_rels/.rels", rootRelations());
            put(zip, "word/document.xml", document);
            put(zip, "word/_rels/document.xml.rels", documentRelations());
            put(zip, "docProps/core.xml", properties(title));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("writing a DOCX", broken);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(MOMENT);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private byte[] types() {
        Xml xml = new Xml().open("Types", "xmlns", PACKAGE + "content-types");
        xml.empty(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
        xml.empty("Default", "Extension", "png", "ContentType", "image/png");
        xml.empty("Default", "Extension", "jpeg", "ContentType", "image/jpeg");
        xml.empty("Default", "Extension", "svg", "ContentType", "image/svg+xml");
        override(xml, "/word/document.xml", WORD + "document.main+xml");
        override(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        files.keySet().stream()
                .filter(name -> name.endsWith(".xml"))
                .forEach(name -> override(xml, "/" + name, WORD + kind(name) + "+xml"));
        return xml.close("Types").bytes();
    }

    /** {@code word/footer2.xml} is a footer. */
    private static String kind(String file) {
        return file.replaceAll("^word/|\\d*\\.xml$", "");
    }

    private static void override(Xml xml, String part, String type) {
        xml.empty("Override", "PartName", part, "ContentType", type);
    }

    private static byte[] rootRelations() {
        Xml xml = new Xml().open("Relationships", "xmlns", PACKAGE + "relationships");
        xml.empty("Relationship", "Id", "r1", "Type", OFFICE + "officeDocument", "Target", "word/document.xml");
        xml.empty(
                "Relationship",
                "Id",
                "r2",
                "Type",
                PACKAGE + "relationships/metadata/core-properties",
                "Target",
                "docProps/core.xml");
        return xml.close("Relationships").bytes();
    }

    private byte[] documentRelations() {
        Xml xml = new Xml().open("Relationships", "xmlns", PACKAGE + "relationships");
        relations.forEach((id, target) -> xml.empty("Relationship", "Id", id, "Type", target[0], "Target", target[1]));
        return xml.close("Relationships").bytes();
    }

    private static byte[] properties(String title) {
        return new Xml()
                .open(
                        "cp:coreProperties",
                        "xmlns:cp",
                        PACKAGE + "metadata/core-properties",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .open("dc:title")
                .text(title)
                .close("dc:title")
                .open("dc:language")
                .text("zh-CN")
                .close("dc:language")
                .close("cp:coreProperties")
                .bytes();
    }
}
