package cn.diming.core.collect;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.record.RecordSchema;
import cn.diming.core.record.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What became of each record at the map platforms (乡村著名行动 counts what was submitted and what was taken). */
public final class PlatformSubmissions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FieldCollection.Setting core;
    private final SubmissionStore store;

    PlatformSubmissions(FieldCollection.Setting core) {
        this.core = core;
        this.store = new SubmissionStore(core.db());
    }

    /** How a record stands with each platform that has it; whether it may be seen is for the caller to ask. */
    public List<PlatformSubmission> listOf(long recordId) {
        return store.list(recordId);
    }

    /** How a record stands with each platform that has it. */
    public List<PlatformSubmission> of(Actor actor, long recordId) {
        AccessPolicy.require(actor, Action.READ_COLLECTION);
        core.records().get(actor, recordId);
        return store.list(recordId);
    }

    /**
     * Notes how a record stands with a platform now.
     *
     * @throws cn.diming.core.record.Refused for a rejection without a reason
     */
    public List<PlatformSubmission> note(
            Actor actor,
            long recordId,
            MapPlatform platform,
            PlatformSubmission.Status status,
            Optional<String> reason) {
        return core.journal().write(actor, changes -> {
            changes.seq();
            AccessPolicy.require(actor, Action.MODERATE_COLLECTION);
            StoredRecord record = core.records().get(actor, recordId);
            AccessPolicy.require(
                    actor,
                    RecordSchema.of(record.kind()).action(),
                    record.divisionCode().orElse(null));
            boolean answered = status != PlatformSubmission.Status.SUBMITTED;
            PlatformSubmission now = new PlatformSubmission(
                    platform, status, reason, changes.at(), answered ? Optional.of(changes.at()) : Optional.empty());
            store.save(changes, record, now);
            changes.saved(record.kind(), recordId, record.box());
            core.audit()
                    .append(
                            changes,
                            "platform",
                            record.kind(),
                            recordId,
                            Optional.empty(),
                            Optional.of(JSON.writeValueAsString(Map.of(
                                    "version",
                                    record.version(),
                                    "platform",
                                    platform,
                                    "status",
                                    status,
                                    "reason",
                                    now.reason().orElse("")))));
            return store.list(recordId);
        });
    }

    /** Submitted, taken and not taken for each platform, within the actor's jurisdiction; of place names. */
    public List<PlatformSubmission.Tally> tallies(Actor actor) {
        AccessPolicy.require(actor, Action.READ_COLLECTION);
        Map<MapPlatform, PlatformSubmission.Tally> counted = store.tallies(actor.jurisdiction());
        return List.of(MapPlatform.values()).stream()
                .map(platform -> counted.getOrDefault(platform, new PlatformSubmission.Tally(platform, 0, 0, 0)))
                .toList();
    }
}
