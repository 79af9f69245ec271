package cn.diming.core.inspection;

import cn.diming.core.proof.Sha256;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SHA-256 that both sides sign. It covers this text in UTF-8, each line ended by a line feed:
 *
 * <pre>
 * diming-inspection 1
 * round 440113-440115 1 REGULAR   line, number of the round, kind
 * reason …                        empty for a regular round
 * line 2 9f86…                    agreement version and its digest
 * plan LEFT 2026-03-01 2026-03-31 [{"from":0.0,"to":1200.0,"side":"LEFT"}]
 * side LEFT [{"name":…}]          participants, then two lines: problems and opinion as JSON strings
 * answer LEFT desk-map FINE "…"   by side and item
 * record 6f0d5a3e-… LEFT 1 false 2026-03-05T01:30:00Z 1 {"marker":…}   id, side, revision, withdrawn, time, confirmed revision or 0
 * photo 0b0f9a52-… BEFORE ab12…   photos of the record by their ids, with the digest of the file
 * </pre>
 */
public final class RoundDigest {

    static String of(RoundFile file) {
        return Sha256.hex(text(file));
    }

    /** The text itself, for whoever wants to reckon the digest anew. */
    public static String text(RoundFile file) {
        InspectionRound round = file.round();
        StringBuilder text = new StringBuilder();
        line(text, "diming-inspection 1");
        line(text, "round", file.lineCode(), round.number(), round.kind());
        line(text, "reason", round.reason().map(RoundDigest::quoted).orElse(""));
        line(text, "line", round.lineNumber(), round.lineSha256());
        RoundPlan plan = round.plan();
        line(text, "plan", plan.leading(), plan.from(), plan.to(), FindingText.sections(plan.sections()));
        for (Side side : Side.values()) {
            SideWork work = file.side(side);
            line(text, "side", side, FindingText.participants(work.participants()));
            line(text, quoted(work.problems().orElse("")));
            line(text, quoted(work.opinion().orElse("")));
        }
        file.answers().stream()
                .sorted(Comparator.comparing(ItemAnswer::side).thenComparing(ItemAnswer::item))
                .forEach(one -> line(
                        text,
                        "answer",
                        one.side(),
                        one.item(),
                        one.verdict(),
                        quoted(one.note().orElse(""))));
        file.records().stream()
                .sorted(Comparator.comparing(record -> record.clientId().toString()))
                .forEach(record -> record(text, record));
        return text.toString();
    }

    private static void record(StringBuilder text, FieldRecord record) {
        line(
                text,
                "record",
                record.clientId(),
                record.side(),
                record.revision(),
                record.withdrawn(),
                record.checkedAt(),
                record.confirmation().map(FieldRecord.Confirmation::revision).orElse(0),
                FindingText.write(record.finding()));
        List<FieldRecord.FieldPhoto> photos = record.photos().stream()
                .sorted(Comparator.comparing(photo -> photo.id().toString()))
                .toList();
        for (FieldRecord.FieldPhoto photo : photos) {
            line(text, "photo", photo.id(), photo.phase(), photo.sha256().orElse("-"));
        }
    }

    private static String quoted(String words) {
        return JsonMapper.shared().writeValueAsString(words);
    }

    private static void line(StringBuilder text, Object... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : " ").append(words[i]);
        }
        text.append('\n');
    }

    private RoundDigest() {}
}
