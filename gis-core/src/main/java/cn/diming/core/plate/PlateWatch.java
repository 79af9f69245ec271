package cn.diming.core.plate;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.Change;
import cn.diming.core.change.ChangeJournal;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.numbering.PlateFinding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the checks say of the plates of each town as they are now, each street judged as its own numbers show. A town is checked
 * anew when it is asked for and a plate, a street or an outline in it has changed since: findings follow every edit and
 * every import without anybody asking for a check.
 */
public final class PlateWatch {

    private static final int CHANGES_AT_ONCE = 2_000;
    private static final Set<RecordKind> BEARING =
            EnumSet.of(RecordKind.DOOR_PLATE, RecordKind.PLACE, RecordKind.DIVISION);

    private final PlateStore store;
    private final ChangeJournal journal;
    private final PlateInspection inspection;
    private final Map<String, Town> towns = new ConcurrentHashMap<>();

    public PlateWatch(Db db, ChangeJournal journal, PlateInspection inspection) {
        this.store = new PlateStore(db);
        this.journal = journal;
        this.inspection = inspection;
    }

    /** A town as it was checked; true up to the journal's number. */
    private record Town(long seq, PlateInspection.Inspected inspected) {}

    /**
     * The findings of some plates.
     *
     * @param plates how many there are
     */
    public record Findings(int plates, List<PlateFinding> findings) {

        public Findings {
            findings = List.copyOf(findings);
        }
    }

    /** What is found of the plates of a division; those of its streets that lie in another are looked at too. */
    public Findings findings(Actor actor, Selection selection) {
        AccessPolicy.require(actor, Action.READ_STAFF, selection.divisionCode());
        return findings(selection.prefix());
    }

    /** What is found of one plate. */
    public List<PlateFinding> findings(Actor actor, PlateCard plate) {
        AccessPolicy.require(actor, Action.READ_STAFF, plate.divisionCode());
        return store.townsWithPlates(plate.divisionCode()).stream()
                .flatMap(town -> town(town).inspected.findings().stream())
                .filter(finding -> finding.plates().contains(plate.id()))
                .toList();
    }

    /** What is found in the towns in which plates, streets or outlines have changed after a number of the journal. */
    public Findings findingsSince(Actor actor, long seq) {
        AccessPolicy.require(actor, Action.IMPORT);
        int plates = 0;
        List<PlateFinding> found = new ArrayList<>();
        for (String town : store.townsChangedSince(seq)) {
            Findings there = findings(town);
            plates += there.plates;
            found.addAll(there.findings);
        }
        return new Findings(plates, found);
    }

    private Findings findings(String prefix) {
        int plates = 0;
        List<PlateFinding> found = new ArrayList<>();
        for (String name : store.townsWithPlates(prefix)) {
            PlateInspection.Inspected town = town(name).inspected;
            plates += (int) town.villages().values().stream()
                    .filter(village -> village.startsWith(prefix))
                    .count();
            town.findings().stream()
                    .filter(finding -> finding.plates().stream()
                            .anyMatch(id -> town.villages().getOrDefault(id, "").startsWith(prefix)))
                    .forEach(found::add);
        }
        return new Findings(plates, found);
    }

    private Town town(String name) {
        return towns.compute(name, (same, known) -> {
            long latest = journal.latest();
            return known == null || hasChanged(name, known, latest)
                    ? new Town(latest, inspection.inspect(new Selection(OptionalLong.empty(), name), Optional.empty()))
                    : new Town(latest, known.inspected);
        });
    }

    private boolean hasChanged(String name, Town known, long latest) {
        if (known.seq == latest) {
            return false;
        }
        List<Change> changes = journal.since(known.seq, CHANGES_AT_ONCE);
        return changes.size() >= CHANGES_AT_ONCE
                || changes.stream().anyMatch(change -> bearsOn(change, known))
                || store.townsChangedSince(known.seq).contains(name);
    }

    private static boolean bearsOn(Change change, Town known) {
        return BEARING.contains(change.kind())
                && known.inspected
                        .extent()
                        .flatMap(extent -> change.box().map(extent::intersects))
                        .orElse(true);
    }
}
