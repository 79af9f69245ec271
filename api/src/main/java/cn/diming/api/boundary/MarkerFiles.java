package cn.diming.api.boundary;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Workbooks;
import cn.diming.core.Core;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.document.Written;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaSize;
import cn.diming.core.paper.Documents;
import cn.diming.core.paper.MarkerForm;
import cn.diming.core.paper.Papers;
import cn.diming.core.paper.ProtectionBook;
import cn.diming.core.region.DivisionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The registration form of a marker and the table of a line's markers. */
@Component
final class MarkerFiles {

    private final Core core;
    private final Media media;
    private final BoundaryCards cards;
    private final Papers papers;

    MarkerFiles(Core core, Media media, BoundaryCards cards, Documents documents) {
        this.core = core;
        this.media = media;
        this.cards = cards;
        this.papers = documents.papers();
    }

    ResponseEntity<Resource> form(BoundaryMarker marker, Optional<BoundaryLine> line, Written written) {
        BoundaryMarker.Detail detail = marker.detail();
        Papers.PaperFile paper = papers.write(
                new MarkerForm(
                        marker.officialNumber(),
                        marker.key(),
                        line.map(BoundaryLine::name).orElse("—"),
                        marker.kind().title(),
                        marker.status().title(),
                        marker.position().map(at -> degrees(at.lon()) + " E　" + degrees(at.lat()) + " N"),
                        detail.heightMetres().isPresent()
                                ? Optional.of(metres(detail.heightMetres().getAsDouble()))
                                : Optional.empty(),
                        survey(detail),
                        detail.placeText(),
                        detail.managingCode().map(code -> cards.name(new DivisionCode(code))),
                        joined(Stream.of(detail.material(), detail.size()).flatMap(Optional::stream)),
                        joined(detail.faces().stream()),
                        detail.setOn(),
                        marker.witnesses().stream()
                                .map(witness -> new MarkerForm.WitnessLine(
                                        witness.description(), witness.bearingDegrees(), witness.distanceMetres()))
                                .toList(),
                        pictures(marker),
                        LocalDate.now(core.clock())),
                written);
        return FileAnswers.saved(paper);
    }

    private List<ProtectionBook.BookPicture> pictures(BoundaryMarker marker) {
        return cards.photos(marker).stream()
                .flatMap(item -> media
                        .photo(item, MediaSize.MEDIUM)
                        .flatMap(path -> ProtectionBook.BookPicture.read(path, item.caption()))
                        .stream())
                .toList();
    }

    private static Optional<String> survey(BoundaryMarker.Detail detail) {
        return joined(Stream.concat(
                detail.method().stream(),
                detail.rmseMetres().isPresent()
                        ? Stream.of("中误差 " + metres(detail.rmseMetres().getAsDouble()))
                        : Stream.empty()));
    }

    private static Optional<String> joined(Stream<String> words) {
        return words.filter(word -> !word.isBlank()).reduce((one, other) -> one + "，" + other);
    }

    private static String metres(double metres) {
        return String.format(Locale.ROOT, "%.2f 米", metres);
    }

    /** With seconds to a ten-thousandth, three millimetres. */
    private static String degrees(double value) {
        long parts = Math.round(Math.abs(value) * 3600 * 10_000);
        return String.format(
                Locale.ROOT, "%d°%02d′%07.4f″", parts / 36_000_000, parts / 600_000 % 60, parts % 600_000 / 10_000.0);
    }

    /** 界桩成果表. */
    ResponseEntity<Resource> table(BoundaryLine line, List<BoundaryMarker> markers) {
        List<List<Object>> rows = new ArrayList<>();
        for (BoundaryMarker marker : markers) {
            BoundaryMarker.Detail detail = marker.detail();
            rows.add(List.of(
                    rows.size() + 1,
                    marker.officialNumber(),
                    marker.key(),
                    marker.kind().title(),
                    marker.position().<Object>map(at -> at.lon()).orElse(""),
                    marker.position().<Object>map(at -> at.lat()).orElse(""),
                    detail.heightMetres().isPresent() ? detail.heightMetres().getAsDouble() : "",
                    detail.method().orElse(""),
                    detail.rmseMetres().isPresent() ? detail.rmseMetres().getAsDouble() : "",
                    detail.placeText().orElse(""),
                    detail.managingCode()
                            .map(code -> cards.name(new DivisionCode(code)))
                            .orElse(""),
                    marker.status().title()));
        }
        List<String> head =
                List.of("序号", "界桩号", "内部编号", "类型", "经度", "纬度", "高程（米）", "测定方法", "中误差（米）", "位置", "管理方", "状态");
        return Workbooks.answer(new Workbooks.Table("界桩成果表", head, rows), line.name() + "界桩成果表.xlsx");
    }
}
