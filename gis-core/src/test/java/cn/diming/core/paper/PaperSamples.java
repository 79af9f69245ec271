package cn.diming.core.paper;

import cn.diming.core.casework.CaseType;
import cn.diming.core.document.Image;
import cn.diming.core.document.TemplateFolder;
import cn.diming.core.document.Written;
import cn.diming.core.paper.Papers.PaperFile;
import cn.diming.core.paper.Papers.Purpose;
import cn.diming.core.paper.ProtectionBook.BookPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Writes every paper into a folder, to be looked at: java … PaperSamples FOLDER. */
final class PaperSamples {

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Papers papers = new Papers(new TemplateFolder(Papers.class, Optional.empty()));
        List<CaseSheet> cases = List.of(
                Sheets.complete(CaseType.NAME, List.of(Sheets.street())),
                Sheets.complete(CaseType.RENAME, List.of(Sheets.renamed())),
                Sheets.complete(CaseType.CANCEL, List.of(Sheets.cancelled())),
                Sheets.complete(CaseType.BATCH, List.of(Sheets.street(), Sheets.renamed(), Sheets.cancelled())));
        for (CaseSheet sheet : cases) {
            for (CaseDocument kind : CaseDocument.values()) {
                if (kind.suits(sheet.type())) {
                    for (Written form : Written.values()) {
                        write(
                                folder,
                                sheet.type().title() + "-" + kind.key(),
                                papers.write(kind, sheet, Purpose.FINAL, form));
                    }
                }
            }
        }
        for (CaseDocument kind : List.of(CaseDocument.APPLICATION, CaseDocument.APPROVAL, CaseDocument.ANNOUNCEMENT)) {
            for (Written form : Written.values()) {
                write(folder, "draft-" + kind.key(), papers.write(kind, Sheets.bare(), Purpose.DRAFT, form));
            }
        }
        registers(folder, papers);
    }

    private static void registers(Path folder, Papers papers) throws IOException {
        List<BookPicture> pictures = List.of(
                new BookPicture(SketchMapTest.sketch(), Optional.of("恩宁路位置")),
                new BookPicture(photo(), Optional.of("骑楼街景")));
        for (Written form : Written.values()) {
            write(folder, "register-form", papers.write(Sheets.register(), form));
            write(folder, "register-list", papers.write(Sheets.registerList(60), form));
            write(folder, "protection-book", papers.write(Sheets.book(pictures), form));
        }
    }

    /** A small picture made here. */
    static Image photo() throws IOException {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 200; y++) {
                image.setRGB(x, y, x << 16 | y << 8 | 0x60);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return new Image.Photo(bytes.toByteArray(), "jpeg", 300, 200);
    }

    private static void write(Path folder, String name, PaperFile file) throws IOException {
        String end = file.fileName().substring(file.fileName().lastIndexOf('.'));
        Files.write(folder.resolve(name + end), file.content());
    }

    private PaperSamples() {}
}
