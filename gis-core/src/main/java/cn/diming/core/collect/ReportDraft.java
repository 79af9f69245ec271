package cn.diming.core.collect;

import cn.diming.core.geo.LonLat;
import cn.diming.core.media.MediaItem;
import cn.diming.core.record.PlaceCategory;
import cn.diming.core.record.RecordRules;
import cn.diming.core.record.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A report as a telephone sends it, once or many times.
 *
 * @param clientId made by the telephone; the same id is the same report
 * @param revision counts up when its writer changes it; an older one changes nothing
 * @param placeId the record it is about, where it is about one
 * @param spoken the name as people say it, in their words
 * @param written the name as it is written
 * @param toldBy who told it; personal data
 * @param files what will follow in pieces
 */
public record ReportDraft(
        UUID clientId,
        int revision,
        ReportKind kind,
        OptionalLong placeId,
        Optional<String> spoken,
        Optional<String> written,
        Optional<PlaceCategory> category,
        Optional<String> meaning,
        Optional<String> origin,
        Optional<String> toldBy,
        Optional<String> note,
        Position position,
        Instant collectedAt,
        List<FileDraft> files) {

    private static final int LONGEST_WORDS = 60;
    private static final int LONGEST_TEXT = 1000;

    /**
     * Where it is.
     *
     * @param accuracyMetres as the receiver said
     */
    public record Position(LonLat at, OptionalDouble accuracyMetres, PositionSource source) {

        /** @throws Refused for an accuracy that is none */
        public Position {
            if (accuracyMetres.isPresent()
                    && !(accuracyMetres.getAsDouble() >= 0 && accuracyMetres.getAsDouble() < 1e6)) {
                throw new Refused(List.of("定位精度应为 0 至 1000000 米"));
            }
        }
    }

    /** A file that is announced: its id is made by the telephone, too. */
    public record FileDraft(UUID id, MediaItem.Kind kind, long bytes) {}

    /** @throws Refused with a sentence for each fault */
    public ReportDraft {
        files = List.copyOf(files);
        spoken = clean(spoken);
        written = clean(written);
        meaning = clean(meaning);
        origin = clean(origin);
        toldBy = clean(toldBy);
        note = clean(note);
        List<String> faults = new ArrayList<>();
        written.ifPresent(name -> faults.addAll(RecordRules.nameFaults(name)));
        checkLength(spoken, LONGEST_WORDS, "口头叫法", faults);
        checkLength(toldBy, LONGEST_WORDS, "讲述人", faults);
        checkLength(meaning, LONGEST_TEXT, "含义", faults);
        checkLength(origin, LONGEST_TEXT, "来历", faults);
        checkLength(note, LONGEST_TEXT, "说明", faults);
        if (kind == ReportKind.ERROR && note.isEmpty()) {
            faults.add("请写明哪里不对");
        }
        if (kind != ReportKind.ERROR && spoken.isEmpty() && written.isEmpty()) {
            faults.add("请填写名称：口头怎么叫，或者怎么写");
        }
        if (kind == ReportKind.VERIFICATION && placeId.isEmpty()) {
            faults.add("核名应指明是哪条地名");
        }
        if (revision < 1) {
            faults.add("版次应从 1 起");
        }
        if (files.stream().map(FileDraft::id).distinct().count() < files.size()) {
            faults.add("同一个文件重复给出");
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private static Optional<String> clean(Optional<String> text) {
        return text.map(String::strip).filter(words -> !words.isEmpty());
    }

    private static void checkLength(Optional<String> text, int most, String title, List<String> faults) {
        if (text.filter(words -> words.length() > most || words.indexOf('\0') >= 0)
                .isPresent()) {
            faults.add(title + "至多 " + most + " 字，不能有不可见的控制字符");
        }
    }
}
