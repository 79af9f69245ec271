package cn.diming.api.sheet;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.generated.SheetsApi;
import cn.diming.api.generated.model.SheetFormat;
import cn.diming.api.generated.model.SheetPin;
import cn.diming.api.generated.model.SheetPinList;
import cn.diming.api.generated.model.SheetPreview;
import cn.diming.api.generated.model.SheetProfile;
import cn.diming.api.generated.model.SheetTemplateList;
import cn.diming.api.problem.ProblemException;
import cn.diming.api.problem.ProblemType;
import cn.diming.api.security.Visitor;
import cn.diming.core.Core;
import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.casework.NamingCase;
import cn.diming.core.geo.Bbox;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.Refused;
import cn.diming.core.record.StoredRecord;
import cn.diming.tiles.sheet.Sheet;
import cn.diming.tiles.sheet.SheetSubject;
import cn.diming.tiles.sheet.canvas.PngCanvas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Sheets one by one: previews, names put by hand, plans. Batches are the business of {@link SheetRunDesk}. */
@RestController
class SheetController implements SheetsApi {

    private final Core core;
    private final SheetStudio studio;
    private final SheetRunDesk desk;
    private final Visitor visitor;
    private final Situations situations;

    SheetController(Core core, SheetStudio studio, SheetRunDesk desk, Visitor visitor) {
        this.core = core;
        this.studio = studio;
        this.desk = desk;
        this.visitor = visitor;
        this.situations = new Situations(core.store());
    }

    @Override
    public ResponseEntity<SheetTemplateList> listSheetTemplates() {
        AccessPolicy.require(visitor.actor(), Action.PRINT_SHEET);
        try {
            return ResponseEntity.ok(SheetDtos.templates(studio.templates()));
        } catch (IllegalArgumentException faulty) {
            throw new Refused(List.of(String.valueOf(faulty.getMessage())));
        }
    }

    @Override
    public ResponseEntity<SheetPreview> getSheetPreview(String division, String template, SheetProfile profile) {
        return ResponseEntity.ok(SheetDtos.preview(drawn(division, template, profile)));
    }

    @Override
    public ResponseEntity<Resource> getSheetPreviewFile(
            SheetFormat format, String division, String template, SheetProfile profile, Integer page, Integer dpi) {
        Sheet sheet = drawn(division, template, profile);
        return switch (format) {
            case PDF -> pdf(sheet);
            case SVG ->
                FileAnswers.saved(
                        sheet.svg().getBytes(StandardCharsets.UTF_8),
                        MediaType.valueOf("image/svg+xml"),
                        sheet.title() + ".svg");
            case PNG -> FileAnswers.saved(png(sheet, page, dpi), MediaType.IMAGE_PNG, sheet.title() + ".png");
        };
    }

    private Sheet drawn(String division, String template, SheetProfile profile) {
        AccessPolicy.require(visitor.actor(), Action.PRINT_SHEET, division);
        if (core.divisions().find(division).isEmpty()) {
            throw new NotFound("没有区划代码为 " + division + " 的行政区划");
        }
        return studio.preview(SheetDtos.wish(template, profile), division);
    }

    private static byte[] png(Sheet sheet, int page, int dpi) {
        if (page > sheet.pages().size()) {
            throw new NotFound("这幅图只有 " + sheet.pages().size() + " 面");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PngCanvas.write(sheet.pages().get(page - 1), dpi, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public ResponseEntity<SheetPinList> listSheetPins(String division) {
        AccessPolicy.require(visitor.actor(), Action.PRINT_SHEET, division);
        return ResponseEntity.ok(new SheetPinList(
                core.labelPins().of(division).stream().map(SheetDtos::pin).toList()));
    }

    @Override
    public ResponseEntity<Void> setSheetPin(String division, SheetPin pin) {
        core.labelPins().put(visitor.actor(), division, SheetDtos.pin(pin));
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Void> removeSheetPin(String division, Long feature, String rule) {
        core.labelPins().remove(visitor.actor(), division, feature, rule);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Resource> getPlacePlan(Long placeId, String template) {
        AccessPolicy.require(visitor.actor(), Action.PRINT_SHEET);
        StoredRecord place = core.records().get(visitor.actor(), placeId);
        AccessPolicy.require(
                visitor.actor(), Action.PRINT_SHEET, place.divisionCode().orElse(""));
        return pdf(studio.plan(situations.of(place), template));
    }

    @Override
    public ResponseEntity<Resource> getCasePlan(Long caseId, String template) {
        AccessPolicy.require(visitor.actor(), Action.PRINT_SHEET);
        NamingCase about = core.casework().cases().get(visitor.actor(), caseId);
        return pdf(studio.plan(situations.of(about), template));
    }

    @Override
    public ResponseEntity<Resource> getViewPrint(
            List<Double> bbox, String title, String template, @Nullable Integer scale) {
        AccessPolicy.require(visitor.actor(), Action.PRINT_SHEET);
        Bbox box = new Bbox(bbox.get(0), bbox.get(1), bbox.get(2), bbox.get(3));
        if (box.minLon() == box.maxLon() || box.minLat() == box.maxLat()) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "范围没有大小，无法成图。");
        }
        SheetSubject window = new SheetSubject.Window(title.isBlank() ? "地图" : title, box);
        return pdf(studio.plan(window, template, Optional.ofNullable(scale)));
    }

    private static ResponseEntity<Resource> pdf(Sheet sheet) {
        return FileAnswers.saved(sheet.pdf(), MediaType.APPLICATION_PDF, sheet.title() + ".pdf");
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.SheetRunList> listSheetRuns() {
        return ResponseEntity.ok(desk.list(visitor.actor()));
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.SheetRun> createSheetRun(
            cn.diming.api.generated.model.SheetRunDraft draft) {
        return ResponseEntity.accepted().body(desk.create(visitor.actor(), draft));
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.SheetRunDetail> getSheetRun(Long runId) {
        return ResponseEntity.ok(desk.detail(visitor.actor(), runId));
    }

    @Override
    public ResponseEntity<Void> deleteSheetRun(Long runId) {
        desk.delete(visitor.actor(), runId);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.SheetRun> cancelSheetRun(Long runId) {
        return ResponseEntity.ok(desk.cancel(visitor.actor(), runId));
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.SheetRun> resumeSheetRun(Long runId) {
        return ResponseEntity.ok(desk.resume(visitor.actor(), runId));
    }

    @Override
    public ResponseEntity<cn.diming.api.generated.model.SheetRun> publishSheetRun(Long runId) {
        return ResponseEntity.ok(desk.publish(visitor.actor(), runId));
    }

    @Override
    public ResponseEntity<Resource> getSheetFile(Long runId, Integer number, SheetFormat format, Integer page) {
        return desk.file(visitor.actor(), runId, number, SheetDtos.format(format), Objects.requireNonNull(page));
    }

    @Override
    public ResponseEntity<Resource> getSheetThumbnail(Long runId, Integer number) {
        return desk.file(visitor.actor(), runId, number, SheetFiles.THUMBNAIL, 1);
    }

    @Override
    public ResponseEntity<Resource> getSheetZip(Long runId) {
        return desk.zip(visitor.actor(), runId);
    }

    @Override
    public ResponseEntity<Resource> getMergedSheets(Long runId) {
        return desk.book(visitor.actor(), runId);
    }
}
