package cn.diming.api.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Lays pictures over the cells of a workbook's only sheet: the drawing parts of ECMA-376 (DrawingML, part 1, 20.5), which
 * fastexcel does not write.
 */
final class SheetPictures {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/";
    private static final int EMU_PER_MILLIMETRE = 36_000;

    private final List<Workbooks.Picture> pictures;
    private final long side;

    /** @param sideMillimetres of each picture, all are squares */
    SheetPictures(List<Workbooks.Picture> pictures, double sideMillimetres) {
        this.pictures = pictures;
        this.side = Math.round(sideMillimetres * EMU_PER_MILLIMETRE);
    }

    /** The workbook with the pictures; by way of a file, for its streamed entries say their sizes only in the directory at the end. */
    byte[] into(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Files.write(file, workbook);
            copy(file, zip);
            put(zip, "xl/worksheets/_rels/sheet1.xml.rels", relations("drawing", List.of("../drawings/drawing1.xml")));
            put(zip, "xl/drawings/drawing1.xml", drawing());
            put(zip, "xl/drawings/_rels/drawing1.xml.rels", relations("image", media()));
            for (int i = 0; i < pictures.size(); i++) {
                put(zip, "xl/media/image" + (i + 1) + ".png", pictures.get(i).png());
            }
        } finally {
            Files.delete(file);
        }
        return out.toByteArray();
    }

    private static void copy(Path file, ZipOutputStream zip) throws IOException {
        try (ZipFile parts = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(parts.entries())) {
                byte[] content = parts.getInputStream(entry).readAllBytes();
                put(zip, entry.getName(), changed(entry.getName(), content));
            }
        }
    }

    private static byte[] changed(String name, byte[] content) {
        return switch (name) {
            case SHEET -> before(content, "</worksheet>", "<drawing xmlns:r=\"" + RELATION + "\" r:id=\"rId1\"/>");
            case TYPES ->
                before(
                        content,
                        "</Types>",
                        "<Default Extension=\"png\" ContentType=\"image/png\"/><Override PartName=\"/xl/drawings/drawing1.xml\""
                                + " ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/>");
            default -> content;
        };
    }

    private static byte[] before(byte[] content, String end, String insertion) {
        String text = new String(content, StandardCharsets.UTF_8);
        return bytes(text.replace(end, insertion + end));
    }

    private List<String> media() {
        return IntStream.rangeClosed(1, pictures.size())
                .mapToObj(i -> "../media/image" + i + ".png")
                .toList();
    }

    private static byte[] relations(String type, List<String> targets) {
        StringBuilder xml = new StringBuilder(HEADER + "<Relationships xmlns=\"" + PACKAGE + "\">");
        for (int i = 0; i < targets.size(); i++) {
            xml.append("<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
                    .formatted(i + 1, RELATION, type, targets.get(i)));
        }
        return bytes(xml.append("</Relationships>").toString());
    }

    private byte[] drawing() {
        StringBuilder xml = new StringBuilder(HEADER)
                .append("<xdr:wsDr xmlns:xdr=\"%sspreadsheetDrawing\" xmlns:a=\"%smain\" xmlns:r=\"%s\">"
                        .formatted(DRAWING, DRAWING, RELATION));
        for (int i = 0; i < pictures.size(); i++) {
            xml.append(anchor(i + 1, pictures.get(i)));
        }
        return bytes(xml.append("</xdr:wsDr>").toString());
    }

    private String anchor(int number, Workbooks.Picture picture) {
        return """
                <xdr:oneCellAnchor><xdr:from><xdr:col>%1$d</xdr:col><xdr:colOff>36000</xdr:colOff><xdr:row>%2$d</xdr:row>\
                <xdr:rowOff>36000</xdr:rowOff></xdr:from><xdr:ext cx="%3$d" cy="%3$d"/><xdr:pic><xdr:nvPicPr>\
                <xdr:cNvPr id="%4$d" name="QR %4$d"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId%4$d"/>\
                <a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%3$d" cy="%3$d"/>\
                </a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>""".formatted(picture.column(), picture.row(), side, number);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
