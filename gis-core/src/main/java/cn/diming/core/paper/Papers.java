package cn.diming.core.paper;

import cn.diming.core.document.Document;
import cn.diming.core.document.FieldSet;
import cn.diming.core.document.Template;
import cn.diming.core.document.Template.Filled;
import cn.diming.core.document.TemplateFault;
import cn.diming.core.document.TemplateFolder;
import cn.diming.core.document.Written;
import cn.diming.core.font.MissingGlyph;
import cn.diming.core.record.Refused;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Writes papers. Everything that stops one (a fault in the office's template, a character that no font has, a final paper
 * without what the law asks for) is {@link Refused} in words for the officer.
 */
public final class Papers {

    private static final String DRAFT_NOTE = "草　稿";

    private final TemplateFolder templates;

    public Papers(TemplateFolder templates) {
        this.templates = templates;
    }

    /** What a paper is written for. */
    public enum Purpose {
        /** With a note at the head and 〔待填〕 where something lacks. */
        DRAFT,
        /** Refused as long as something lacks. */
        FINAL
    }

    /** A paper as a file. */
    public record PaperFile(String fileName, String mediaType, byte[] content) {}

    public PaperFile write(CaseDocument kind, CaseSheet sheet, Purpose purpose, Written form) {
        return refusing(() -> {
            String title = sheet.title() + kind.title();
            Filled filled = fill(kind, sheet, purpose);
            if (purpose == Purpose.FINAL && !filled.lacks().isEmpty()) {
                throw new Refused(
                        filled.lacks().stream().map(field -> "还缺：" + field).toList());
            }
            return file(title, filled.document(), form);
        });
    }

    /** What the paper still lacks; empty when it can be final. */
    public List<String> lacks(CaseDocument kind, CaseSheet sheet) {
        return refusing(() -> fill(kind, sheet, Purpose.DRAFT).lacks());
    }

    public PaperFile write(RegisterSheet sheet, Written form) {
        String name = sheet.values().getOrDefault("标准名称", "");
        return written("register-form.txt", RegisterSheet.FIELDS, sheet, name + "地名登记表", form);
    }

    public PaperFile write(RegisterList list, Written form) {
        return written("register-list.txt", RegisterList.FIELDS, list, list.title(), form);
    }

    public PaperFile write(ProtectionBook book, Written form) {
        return written("protection-book.txt", ProtectionBook.FIELDS, book, book.area() + "地名保护名录", form);
    }

    public PaperFile write(PlateConfirmation paper, Written form) {
        return written("plate-confirmation.txt", PlateConfirmation.FIELDS, paper, paper.number() + "门楼号确认书", form);
    }

    public PaperFile write(PlateProofSheet sheet, Written form) {
        return written("plate-proof.txt", PlateProofSheet.FIELDS, sheet, "门牌号码核查证明", form);
    }

    public PaperFile write(SignDrawings drawings, Written form) {
        return written("sign-drawings.txt", SignDrawings.FIELDS, drawings, drawings.area() + "地名标志版面图", form);
    }

    public PaperFile write(BoardSheet sheet, Written form) {
        return written("board-report.txt", BoardSheet.FIELDS, sheet, sheet.title(), form);
    }

    public PaperFile write(MarkerForm form, Written file) {
        return written("marker-form.txt", MarkerForm.FIELDS, form, form.number() + "号界桩登记表", file);
    }

    public PaperFile write(PatrolSheet sheet, Written form) {
        return written(
                "patrol-proof.txt", PatrolSheet.FIELDS, sheet, sheet.patrol().lineName() + "巡查证明", form);
    }

    public PaperFile inspectionReport(InspectionSheet sheet, Written form) {
        return written("inspection-report.txt", InspectionSheet.FIELDS, sheet, sheet.title() + "报告", form);
    }

    public PaperFile inspectionAnnex(InspectionSheet sheet, Written form) {
        return written("inspection-annex.txt", InspectionSheet.FIELDS, sheet, sheet.title() + "附表", form);
    }

    private Filled fill(CaseDocument kind, CaseSheet sheet, Purpose purpose) {
        Template<CaseSheet> template = templates.read(kind.template(), CaseSheet.FIELDS);
        List<String> omitted = kind.contents().stream()
                .filter(content -> !template.demanded().contains(content))
                .map(content -> "文书模板 " + template.file() + " 中没有“" + content + "”，" + kind.basis() + "要求写明")
                .toList();
        if (!omitted.isEmpty()) {
            throw new Refused(omitted);
        }
        return template.fill(sheet, sheet.title() + kind.title(), purpose == Purpose.DRAFT ? DRAFT_NOTE : "");
    }

    private <T> PaperFile written(String template, FieldSet<T> fields, T sheet, String title, Written form) {
        return refusing(() -> file(
                title, templates.read(template, fields).fill(sheet, title, "").document(), form));
    }

    private static PaperFile file(String title, Document document, Written form) {
        return new PaperFile(title + "." + form.name().toLowerCase(Locale.ROOT), form.mediaType(), form.of(document));
    }

    static <R> R refusing(Supplier<R> work) {
        try {
            return work.get();
        } catch (TemplateFault | MissingGlyph stopped) {
            throw new Refused(List.of(String.valueOf(stopped.getMessage())));
        }
    }
}
