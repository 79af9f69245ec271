package cn.diming.core.collect;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.StateEventStore;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import cn.diming.core.geo.LonLat;
import cn.diming.core.media.MediaItem;
import cn.diming.core.record.PlaceCategory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The tables of reports, their files and what was done with them. */
final class ReportStore {

    private final Db db;
    private final StateEventStore<ReportState> events;

    ReportStore(Db db) {
        this.db = db;
        this.events = new StateEventStore<>(db, "collection_event", "report_id", ReportState.class);
    }

    StateEventStore<ReportState> events() {
        return events;
    }

    Optional<CollectedReport> find(long id) {
        return db.sql("SELECT * FROM collection_report WHERE id = :id")
                .param("id", id)
                .find(ReportStore::report);
    }

    Optional<CollectedReport> find(UUID clientId) {
        return db.sql("SELECT * FROM collection_report WHERE client_id = :id")
                .param("id", clientId.toString())
                .find(ReportStore::report);
    }

    /** Where a report comes from and belongs. */
    record Origin(OptionalLong accountId, OptionalLong campaignId, String divisionCode) {}

    long insert(ChangeSet changes, ReportDraft draft, Origin origin) {
        long id = changes.newId();
        bind(db.sql("""
                INSERT INTO collection_report (id, client_id, revision, campaign_id, account_id, kind, state, place_id, spoken,
                  written, category, meaning, origin, told_by, note, lon, lat, accuracy_metres, position_source, division_code,
                  collected_at, received_at, files)
                VALUES (:id, :client, :revision, :campaign, :account, :kind, 'SUBMITTED', :place, :spoken,
                  :written, :category, :meaning, :origin, :toldBy, :note, :lon, :lat, :accuracy, :source, :division,
                  :collected, :at, :files)"""), draft, origin)
                .param("id", id)
                .param("client", draft.clientId().toString())
                .param("campaign", origin.campaignId)
                .param("account", origin.accountId)
                .param("at", changes.at())
                .update();
        insertFiles(id, draft.files(), 0);
        return id;
    }

    /** Takes a later revision in; it goes back to the queue. */
    void revise(CollectedReport before, ReportDraft draft, Origin origin, List<ReportFile> known) {
        List<ReportDraft.FileDraft> more = draft.files().stream()
                .filter(file -> known.stream().noneMatch(old -> old.id().equals(file.id())))
                .toList();
        bind(db.sql("""
                UPDATE collection_report SET revision = :revision, kind = :kind, state = 'SUBMITTED', place_id = :place,
                  spoken = :spoken, written = :written, category = :category, meaning = :meaning, origin = :origin,
                  told_by = :toldBy, note = :note, lon = :lon, lat = :lat, accuracy_metres = :accuracy,
                  position_source = :source, division_code = :division, collected_at = :collected, files = :files,
                  version = version + 1
                WHERE id = :id"""), draft, origin)
                .param("files", known.size() + more.size())
                .param("id", before.id())
                .update();
        insertFiles(before.id(), more, known.size());
    }

    private static Statement bind(Statement statement, ReportDraft draft, Origin origin) {
        return statement
                .param("revision", draft.revision())
                .param("kind", draft.kind())
                .param("place", draft.placeId())
                .param("spoken", draft.spoken())
                .param("written", draft.written())
                .param("category", draft.category())
                .param("meaning", draft.meaning())
                .param("origin", draft.origin())
                .param("toldBy", draft.toldBy())
                .param("note", draft.note())
                .param("lon", draft.position().at().lon())
                .param("lat", draft.position().at().lat())
                .param("accuracy", draft.position().accuracyMetres())
                .param("source", draft.position().source())
                .param("division", origin.divisionCode)
                .param("collected", draft.collectedAt())
                .param("files", draft.files().size());
    }

    private void insertFiles(long report, List<ReportDraft.FileDraft> files, int from) {
        for (int i = 0; i < files.size(); i++) {
            db.sql("""
                    INSERT INTO collection_file (id, report_id, kind, bytes, position)
                    VALUES (:id, :report, :kind, :bytes, :position)""")
                    .param("id", files.get(i).id().toString())
                    .param("report", report)
                    .param("kind", files.get(i).kind())
                    .param("bytes", files.get(i).bytes())
                    .param("position", from + i)
                    .update();
        }
    }

    List<ReportFile> filesOf(long report) {
        return db.sql("SELECT * FROM collection_file WHERE report_id = :report ORDER BY position")
                .param("report", report)
                .list(ReportStore::file);
    }

    Optional<ReportFile> findFile(UUID id) {
        return db.sql("SELECT * FROM collection_file WHERE id = :id")
                .param("id", id.toString())
                .find(ReportStore::file);
    }

    private static ReportFile file(Row row) {
        return new ReportFile(
                UUID.fromString(row.getText("id")),
                row.getLong("report_id"),
                MediaItem.Kind.valueOf(row.getText("kind")),
                row.getLong("bytes"),
                row.findLong("media_id"),
                row.findText("refusal"));
    }

    /** Notes what a file became, once. */
    void settle(ReportFile file, OptionalLong mediaId, Optional<String> refusal) {
        int settled = db.sql("""
                UPDATE collection_file SET media_id = :media, refusal = :refusal
                WHERE id = :id AND media_id IS NULL AND refusal IS NULL""")
                .param("media", mediaId)
                .param("refusal", refusal)
                .param("id", file.id().toString())
                .update();
        db.sql("UPDATE collection_report SET files_received = files_received + :settled WHERE id = :report")
                .param("settled", settled)
                .param("report", file.reportId())
                .update();
    }

    /** What an officer decided. */
    record Decision(ReportState to, Optional<String> answer, Optional<String> proposed, OptionalLong resultPlace) {}

    boolean decide(ChangeSet changes, CollectedReport seen, Decision decision) {
        return db.sql("""
                UPDATE collection_report SET state = :state, answer = :answer, proposed = :proposed, decided_at = :at,
                  decided_by = :by, result_place_id = :result, version = version + 1
                WHERE id = :id AND version = :version""")
                        .param("state", decision.to)
                        .param("answer", decision.answer)
                        .param("proposed", decision.proposed)
                        .param("at", changes.at())
                        .param("by", changes.actor().accountId())
                        .param("result", decision.resultPlace)
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    Optional<String> proposedOf(long report) {
        return db.sql("SELECT proposed FROM collection_report WHERE id = :id")
                .param("id", report)
                .find(row -> row.findText("proposed"))
                .flatMap(found -> found);
    }

    /** How many an account has sent since. */
    int countSince(long account, Instant since) {
        return (int) db.sql("""
                        SELECT COUNT(*) FROM collection_report WHERE account_id = :account AND received_at >= :since""").param("account", account).param("since", since).getLong();
    }

    List<CollectedReport> ofAccount(long account, OptionalLong beforeId, int limit) {
        return db.sql("""
                        SELECT * FROM collection_report WHERE account_id = :account AND id < :before
                        ORDER BY id DESC LIMIT :limit""")
                .param("account", account)
                .param("before", beforeId.orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .list(ReportStore::report);
    }

    /** The newest first. */
    List<CollectedReport> list(ReportFilter filter, int limit) {
        List<String> conditions = conditions(filter);
        filter.state().ifPresent(state -> conditions.add("state = :state"));
        filter.beforeId().ifPresent(id -> conditions.add("id < :before"));
        String where = String.join(" AND ", conditions);
        if (filter.text()
                .isPresent()) { // the index holds the words; in the order of the numbers every row would be read
            where = "id IN (SELECT id FROM collection_report WHERE " + where + ")";
        }
        Statement query = bind(
                        db.sql("SELECT * FROM collection_report WHERE " + where + " ORDER BY id DESC LIMIT :limit"),
                        filter)
                .param("limit", limit);
        filter.state().ifPresent(state -> query.param("state", state));
        filter.beforeId().ifPresent(id -> query.param("before", id));
        return query.list(ReportStore::report);
    }

    /** How many there are in each state, whatever state the filter names. */
    Map<ReportState, Integer> counts(ReportFilter filter) {
        Map<ReportState, Integer> counts = new EnumMap<>(ReportState.class);
        bind(
                        db.sql("SELECT state, COUNT(*) AS reports FROM collection_report WHERE "
                                + String.join(" AND ", conditions(filter)) + " GROUP BY state"),
                        filter)
                .list(row -> counts.put(ReportState.valueOf(row.getText("state")), row.getInt("reports")));
        return counts;
    }

    private static List<String> conditions(ReportFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("division_code >= :from AND division_code < :to"));
        filter.kind().ifPresent(kind -> conditions.add("kind = :kind"));
        filter.campaignId().ifPresent(id -> conditions.add("campaign_id = :campaign"));
        filter.accountId().ifPresent(id -> conditions.add("account_id = :account"));
        filter.text()
                .ifPresent(text -> conditions.add("(written LIKE :text ESCAPE '!' OR spoken LIKE :text ESCAPE '!')"));
        return conditions;
    }

    private static Statement bind(Statement query, ReportFilter filter) {
        query.param("from", filter.division()).param("to", filter.division() + ":");
        filter.kind().ifPresent(kind -> query.param("kind", kind));
        filter.campaignId().ifPresent(id -> query.param("campaign", id));
        filter.accountId().ifPresent(id -> query.param("account", id));
        filter.text().ifPresent(text -> query.param("text", "%" + text.replaceAll("([!%_])", "!$1") + "%"));
        return query;
    }

    private static CollectedReport report(Row row) {
        return new CollectedReport(
                row.getLong("id"),
                row.getInt("version"),
                row.getText("client_id"),
                row.getInt("revision"),
                row.findLong("campaign_id"),
                row.findLong("account_id"),
                ReportKind.valueOf(row.getText("kind")),
                ReportState.valueOf(row.getText("state")),
                row.findLong("place_id"),
                row.findText("spoken"),
                row.findText("written"),
                row.findText("category").flatMap(PlaceCategory::find),
                row.findText("meaning"),
                row.findText("origin"),
                row.findText("told_by"),
                row.findText("note"),
                new LonLat(
                        row.findDouble("lon").orElseThrow(),
                        row.findDouble("lat").orElseThrow()),
                row.findDouble("accuracy_metres"),
                PositionSource.valueOf(row.getText("position_source")),
                row.getText("division_code"),
                row.getInstant("collected_at"),
                row.getInstant("received_at"),
                row.getInt("files"),
                row.getInt("files_received"),
                row.findText("answer"),
                row.findInstant("decided_at"),
                row.findLong("decided_by"),
                row.findLong("result_place_id"));
    }
}
