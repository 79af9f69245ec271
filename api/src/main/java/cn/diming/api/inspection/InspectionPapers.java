package cn.diming.api.inspection;

import cn.diming.api.answer.FileAnswers;
import cn.diming.api.answer.Officers;
import cn.diming.api.answer.Times;
import cn.diming.core.Core;
import cn.diming.core.boundary.BoundaryLine;
import cn.diming.core.boundary.BoundaryMarker;
import cn.diming.core.boundary.LineMeasure;
import cn.diming.core.boundary.LineVersion;
import cn.diming.core.boundary.MarkerStatus;
import cn.diming.core.change.RecordKind;
import cn.diming.core.document.Written;
import cn.diming.core.geo.LonLat;
import cn.diming.core.inspection.FieldRecord;
import cn.diming.core.inspection.Finding;
import cn.diming.core.inspection.InspectionItem;
import cn.diming.core.inspection.InspectionRound;
import cn.diming.core.inspection.InspectionRules;
import cn.diming.core.inspection.Inspections;
import cn.diming.core.inspection.ItemAnswer;
import cn.diming.core.inspection.RoundFile;
import cn.diming.core.inspection.Side;
import cn.diming.core.media.Media;
import cn.diming.core.media.MediaItem;
import cn.diming.core.media.MediaSize;
import cn.diming.core.paper.Documents;
import cn.diming.core.paper.InspectionSheet;
import cn.diming.core.paper.ProtectionBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The report of a round and its annex. */
@Component
final class InspectionPapers {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String NOTHING = "—";

    private final Core core;
    private final Inspections inspections;
    private final InspectionCards cards;
    private final Officers officers;
    private final Media media;
    private final Documents documents;

    InspectionPapers(
            Core core,
            Inspections inspections,
            InspectionCards cards,
            Officers officers,
            Media media,
            Documents documents) {
        this.core = core;
        this.inspections = inspections;
        this.cards = cards;
        this.officers = officers;
        this.media = media;
        this.documents = documents;
    }

    ResponseEntity<Resource> report(RoundFile file, Written form) {
        return FileAnswers.saved(documents.papers().inspectionReport(sheet(file), form));
    }

    ResponseEntity<Resource> annex(RoundFile file, Written form) {
        return FileAnswers.saved(documents.papers().inspectionAnnex(sheet(file), form));
    }

    private InspectionSheet sheet(RoundFile file) {
        BoundaryLine line = inspections.line(file.round());
        InspectionRules rules = inspections.rules(line);
        Map<Long, BoundaryMarker> markers = core.boundaryMarkers().of(line).stream()
                .collect(Collectors.toMap(BoundaryMarker::id, marker -> marker, (a, b) -> a, LinkedHashMap::new));
        return new InspectionSheet(
                round(file, line, markers),
                people(file),
                file.round().plan().sections().stream()
                        .map(section -> new InspectionSheet.Share(
                                stretch(section.fromMetres(), section.toMetres()), side(file, section.side())))
                        .toList(),
                items(file, rules, InspectionItem.Part.DESK),
                items(file, rules, InspectionItem.Part.PEACE),
                markerLines(file, rules, markers),
                stretchLines(file),
                Arrays.stream(Side.values()).map(side -> opinion(file, side)).toList(),
                Arrays.stream(Side.values()).map(side -> signed(file, side)).toList(),
                photos(file, markers),
                Optional.of(map(file, line, markers)),
                file.sha256(),
                LocalDate.ofInstant(core.clock().instant(), core.clock().getZone()));
    }

    private InspectionSheet.Round round(RoundFile file, BoundaryLine line, Map<Long, BoundaryMarker> markers) {
        InspectionRound round = file.round();
        LineVersion version = inspections.version(round);
        return new InspectionSheet.Round(
                line.name(),
                cards.name(round.left()),
                cards.name(round.right()),
                round.number(),
                round.kind().title(),
                round.reason(),
                version.agreement().title(),
                version.number(),
                metres(new LineMeasure(version.geometry()).lengthMetres()),
                round.plan().from(),
                round.plan().to(),
                side(file, round.plan().leading()),
                line.inspectedOn().filter(last -> !round.filedOn().equals(Optional.of(last))),
                markersSummary(file, markers),
                stretchesSummary(file),
                round.filedOn(),
                round.receiver());
    }

    private static String markersSummary(RoundFile file, Map<Long, BoundaryMarker> markers) {
        List<Finding.MarkerCheck> checks = file.valid().stream()
                .flatMap(record -> record.marker().stream())
                .toList();
        long seen =
                checks.stream().map(Finding.MarkerCheck::markerId).distinct().count();
        Map<MarkerStatus, Long> faults = checks.stream()
                .filter(check -> check.status() != MarkerStatus.INTACT)
                .collect(Collectors.groupingBy(
                        Finding.MarkerCheck::status,
                        TreeMap::new,
                        Collectors.mapping(
                                Finding.MarkerCheck::markerId,
                                Collectors.collectingAndThen(Collectors.toSet(), ids -> (long) ids.size()))));
        String found = faults.isEmpty()
                ? "均完好"
                : faults.entrySet().stream()
                        .map(entry -> entry.getKey().title() + " " + entry.getValue() + " 颗")
                        .collect(Collectors.joining("、", "其中", "，其余完好"));
        return "界线共有界桩 " + markers.size() + " 颗，实地检查 " + seen + " 颗，" + found + "。";
    }

    private static String stretchesSummary(RoundFile file) {
        List<Finding.SegmentCheck> walked = file.valid().stream()
                .flatMap(record -> record.segment().stream())
                .toList();
        long unclear = walked.stream().filter(one -> !one.identifiable()).count();
        long disputes =
                walked.stream().filter(one -> one.disputes().isPresent()).count();
        int interviews =
                walked.stream().mapToInt(Finding.SegmentCheck::interviews).sum();
        long projects = walked.stream().mapToLong(one -> one.projects().size()).sum();
        return "实地检查界线 " + walked.size() + " 段，" + (unclear == 0 ? "走向均可辨认" : "其中 " + unclear + " 段不易辨认")
                + "；跨界生产建设项目 " + projects + " 个；走访群众 " + interviews + " 人；"
                + (disputes == 0 ? "未发现边界争议。" : "发现争议 " + disputes + " 处。");
    }

    private List<InspectionSheet.Person> people(RoundFile file) {
        List<InspectionSheet.Person> people = new ArrayList<>();
        for (Side side : Side.values()) {
            file.side(side)
                    .participants()
                    .forEach(one ->
                            people.add(new InspectionSheet.Person(side.title(), one.name(), one.duty(), one.office())));
        }
        return people;
    }

    private static List<InspectionSheet.ItemLine> items(
            RoundFile file, InspectionRules rules, InspectionItem.Part part) {
        return rules.items().stream()
                .filter(item -> item.part() == part)
                .map(item -> new InspectionSheet.ItemLine(
                        item.title(),
                        verdict(file.answer(Side.LEFT, item.key())),
                        verdict(file.answer(Side.RIGHT, item.key())),
                        item.source()))
                .toList();
    }

    private static String verdict(Optional<ItemAnswer> answer) {
        return answer.map(one -> one.verdict().title()
                        + one.note().map(note -> "：" + note).orElse(""))
                .orElse(NOTHING);
    }

    private List<InspectionSheet.MarkerLine> markerLines(
            RoundFile file, InspectionRules rules, Map<Long, BoundaryMarker> markers) {
        List<InspectionSheet.MarkerLine> lines = new ArrayList<>();
        for (BoundaryMarker marker : markers.values()) {
            for (FieldRecord record : file.valid()) {
                record.marker()
                        .filter(check -> check.markerId() == marker.id())
                        .ifPresent(check -> lines.add(markerLine(file, rules, marker, record, check)));
            }
        }
        return lines;
    }

    private InspectionSheet.MarkerLine markerLine(
            RoundFile file,
            InspectionRules rules,
            BoundaryMarker marker,
            FieldRecord record,
            Finding.MarkerCheck check) {
        return new InspectionSheet.MarkerLine(
                marker.officialNumber(),
                side(file, record.side()),
                check.status().title(),
                check.fix()
                        .map(fix -> "%.6f，%.6f（±%.1f 米）"
                                .formatted(fix.at().lon(), fix.at().lat(), fix.accuracyMetres()))
                        .orElse(NOTHING),
                check.offsetMetres().isPresent()
                        ? "%.2f".formatted(check.offsetMetres().getAsDouble()) + (rules.isMoved(check) ? "＊" : "")
                        : NOTHING,
                check.cause().orElse(NOTHING),
                check.action().title(),
                check.otherSide().orElse(NOTHING)
                        + record.confirmation()
                                .filter(one -> record.isConfirmed())
                                .map(one -> "；" + officers.name(one.accountId(), true) + "确认")
                                .orElse(""),
                minute(record.checkedAt()) + " " + officers.name(record.accountId(), true));
    }

    private List<InspectionSheet.StretchLine> stretchLines(RoundFile file) {
        List<InspectionSheet.StretchLine> lines = new ArrayList<>();
        for (FieldRecord record : file.valid()) {
            record.segment()
                    .ifPresent(one -> lines.add(new InspectionSheet.StretchLine(
                            stretch(one.fromMetres(), one.toMetres()),
                            side(file, record.side()),
                            one.identifiable() ? "是" : "否",
                            one.changes().orElse("无"),
                            one.oneSided().orElse("无"),
                            projects(one),
                            one.interviews() + " 人"
                                    + one.heard().map(words -> "：" + words).orElse(""),
                            one.disputes().orElse("无"))));
        }
        return lines;
    }

    private static String projects(Finding.SegmentCheck segment) {
        return segment.projects().isEmpty()
                ? "无"
                : segment.projects().stream()
                        .map(one -> one.name() + (one.bothConsented() ? "（双方同意）" : "（未经双方同意）"))
                        .collect(Collectors.joining("；"));
    }

    private InspectionSheet.Opinion opinion(RoundFile file, Side side) {
        return new InspectionSheet.Opinion(
                side(file, side), file.side(side).problems(), file.side(side).opinion());
    }

    private InspectionSheet.Signed signed(RoundFile file, Side side) {
        return new InspectionSheet.Signed(
                side(file, side),
                file.signature(side).map(one -> officers.name(one.accountId(), true)),
                file.signature(side).map(one -> minute(one.signedAt())));
    }

    private List<ProtectionBook.BookPicture> photos(RoundFile file, Map<Long, BoundaryMarker> markers) {
        List<ProtectionBook.BookPicture> pictures = new ArrayList<>();
        for (FieldRecord record : file.valid()) {
            Map<Long, MediaItem> items = media.of(RecordKind.INSPECTION_RECORD, record.id()).stream()
                    .collect(Collectors.toMap(MediaItem::id, item -> item));
            for (FieldRecord.FieldPhoto photo : record.photos()) {
                Optional.ofNullable(items.get(photo.mediaId().orElse(0)))
                        .flatMap(item -> media.photo(item, MediaSize.MEDIUM))
                        .flatMap(path -> ProtectionBook.BookPicture.read(
                                path, Optional.of(caption(file, markers, record, photo))))
                        .ifPresent(pictures::add);
            }
        }
        return pictures;
    }

    private String caption(
            RoundFile file, Map<Long, BoundaryMarker> markers, FieldRecord record, FieldRecord.FieldPhoto photo) {
        String what = record.marker()
                .map(check -> Optional.ofNullable(markers.get(check.markerId()))
                        .map(marker ->
                                marker.officialNumber() + "号界桩（" + photo.phase().title() + "）")
                        .orElse(""))
                .orElseGet(() -> record.segment()
                        .map(one -> "界线段 " + stretch(one.fromMetres(), one.toMetres()))
                        .orElse(""));
        return what + "　" + side(file, record.side()) + "　" + minute(record.checkedAt());
    }

    private cn.diming.core.document.Image map(RoundFile file, BoundaryLine line, Map<Long, BoundaryMarker> markers) {
        Map<String, LonLat> marks = new LinkedHashMap<>();
        markers.values().forEach(marker -> marker.position().ifPresent(at -> marks.put(marker.officialNumber(), at)));
        return documents.lineMap(line.name(), inspections.version(file.round()).geometry(), marks);
    }

    private String side(RoundFile file, Side side) {
        return cards.name(file.round().division(side)) + "（" + side.title() + "）";
    }

    private static String stretch(double from, double to) {
        return String.format(Locale.ROOT, "里程 %.0f 至 %.0f 米", from, to);
    }

    private static String metres(double metres) {
        return String.format(Locale.ROOT, "%.1f 米", metres);
    }

    private static String minute(Instant at) {
        return MINUTE.format(Times.of(at));
    }
}
