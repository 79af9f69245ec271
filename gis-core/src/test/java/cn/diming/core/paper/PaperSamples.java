package cn.diming.core.paper;

import cn.diming.core.document.TemplateFolder;
import cn.diming.core.document.Written;
import cn.diming.core.paper.Papers.PaperFile;
import cn.diming.core.paper.Papers.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes every paper into a folder, to be looked at: java … PaperSamples FOLDER. */
final class PaperSamples {

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Papers papers = new Papers(new TemplateFolder(Papers.class, Optional.empty()));
        List<CaseSheet> cases = List.of(
                Sheets.complete("命名", List.of(Sheets.street())),
                Sheets.complete("更名", List.of(Sheets.renamed())),
                Sheets.complete("销名", List.of(Sheets.cancelled())),
                Sheets.complete("批量处理", List.of(Sheets.street(), Sheets.renamed(), Sheets.cancelled())));
        for (CaseSheet sheet : cases) {
            for (CaseDocument kind : CaseDocument.values()) {
                if (kind.suits(sheet.type())) {
                    for (Written form : Written.values()) {
                        write(folder, sheet.type() + "-" + kind.key(), papers.write(kind, sheet, Purpose.FINAL, form));
                    }
                }
            }
        }
        for (CaseDocument kind : List.of(CaseDocument.APPLICATION, CaseDocument.APPROVAL, CaseDocument.ANNOUNCEMENT)) {
            for (Written form : Written.values()) {
                write(folder, "draft-" + kind.key(), papers.write(kind, Sheets.bare(), Purpose.DRAFT, form));
            }
        }
    }

    private static void write(Path folder, String name, PaperFile file) throws IOException {
        String end = file.fileName().substring(file.fileName().lastIndexOf('.'));
        Files.write(folder.resolve(name + end), file.content());
    }

    private PaperSamples() {}
}
