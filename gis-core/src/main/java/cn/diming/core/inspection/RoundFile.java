package cn.diming.core.inspection;

import cn.diming.core.change.StateEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A round and everything in it: what signatures cover, and what became of them. */
public record RoundFile(
        InspectionRound round,
        String lineCode,
        Map<Side, SideWork> sides,
        List<ItemAnswer> answers,
        List<FieldRecord> records,
        List<RoundSignature> signatures,
        List<StateEvent<RoundState>> events) {

    public RoundFile {
        sides = Map.copyOf(sides);
        answers = List.copyOf(answers);
        records = List.copyOf(records);
        signatures = List.copyOf(signatures);
        events = List.copyOf(events);
    }

    public SideWork side(Side side) {
        return sides.getOrDefault(side, SideWork.NONE);
    }

    /** Records that count. */
    public List<FieldRecord> valid() {
        return records.stream().filter(record -> !record.withdrawn()).toList();
    }

    public Optional<ItemAnswer> answer(Side side, String item) {
        return answers.stream()
                .filter(one -> one.side() == side && one.item().equals(item))
                .findFirst();
    }

    /** A side's signature that holds. */
    public Optional<RoundSignature> signature(Side side) {
        return signatures.stream()
                .filter(one -> one.side() == side && one.holds())
                .findFirst();
    }

    /** The SHA-256 of the content as it is now. */
    public String sha256() {
        return RoundDigest.of(this);
    }
}
