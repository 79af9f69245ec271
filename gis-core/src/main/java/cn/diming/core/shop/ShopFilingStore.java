package cn.diming.core.shop;

import cn.diming.core.change.ChangeSet;
import cn.diming.core.change.StateEventStore;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.db.Statement;
import cn.diming.core.geo.Bbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The tables of what merchants file, of its photos and of what was done with it. */
final class ShopFilingStore {

    private final Db db;
    private final StateEventStore<FilingState> events;

    ShopFilingStore(Db db) {
        this.db = db;
        this.events = new StateEventStore<>(db, "shop_filing_event", "filing_id", FilingState.class);
    }

    StateEventStore<FilingState> events() {
        return events;
    }

    Optional<ShopFiling> find(long id) {
        return db.sql("SELECT * FROM shop_filing WHERE id = :id")
                .param("id", id)
                .find(ShopFilingStore::read);
    }

    /** The filing that keeps a record of the register. */
    Optional<ShopFiling> ofShop(long shopId) {
        return db.sql("SELECT * FROM shop_filing WHERE shop_id = :id")
                .param("id", shopId)
                .find(ShopFilingStore::read);
    }

    List<ShopFiling> ofAccount(long account) {
        return db.sql("SELECT * FROM shop_filing WHERE account_id = :account ORDER BY id DESC")
                .param("account", account)
                .list(ShopFilingStore::read);
    }

    long insert(ChangeSet changes, long account, OptionalLong claimed, ShopContent content, String division) {
        long id = changes.newId();
        bind(db.sql("""
                INSERT INTO shop_filing (id, account_id, state, claimed_shop_id, name, phone, lon, lat, division_code, content,
                  created_at)
                VALUES (:id, :account, 'DRAFT', :claimed, :name, :phone, :lon, :lat, :division, :content, :at)"""), content, division)
                .param("id", id)
                .param("account", account)
                .param("claimed", claimed)
                .param("at", changes.at())
                .update();
        return id;
    }

    /** What the merchant says now; empty state = as before. */
    boolean save(ShopFiling seen, FilingState state, ShopContent content, String division) {
        return bind(db.sql("""
                        UPDATE shop_filing SET state = :state, name = :name, phone = :phone, lon = :lon, lat = :lat,
                          division_code = :division, content = :content, version = version + 1
                        WHERE id = :id AND version = :version"""), content, division)
                        .param("state", state)
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    private static Statement bind(Statement statement, ShopContent content, String division) {
        return statement
                .param("name", content.name())
                .param("phone", content.phone())
                .param("lon", content.position().map(position -> position.at().lon()))
                .param("lat", content.position().map(position -> position.at().lat()))
                .param("division", division)
                .param("content", ShopJson.write(content));
    }

    boolean submit(ChangeSet changes, ShopFiling seen) {
        return db.sql("""
                        UPDATE shop_filing SET state = 'SUBMITTED', submitted_at = :at, version = version + 1
                        WHERE id = :id AND version = :version""")
                        .param("at", changes.at())
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** What was decided; {@code shop} is the record it became. */
    record Decision(FilingState to, Optional<String> answer, OptionalLong shop, Optional<ShopContent> accepted) {}

    boolean decide(ChangeSet changes, ShopFiling seen, Decision decision) {
        return db.sql("""
                        UPDATE shop_filing SET state = :state, answer = :answer, shop_id = :shop, accepted = :accepted,
                          decided_at = :at, decided_by = :by, version = version + 1
                        WHERE id = :id AND version = :version""")
                        .param("state", decision.to)
                        .param("answer", decision.answer)
                        .param("shop", decision.shop)
                        .param("accepted", decision.accepted.map(ShopJson::write))
                        .param("at", changes.at())
                        .param("by", changes.actor().accountId())
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    void delete(long id) {
        for (String table : List.of("shop_photo", "shop_filing_event")) {
            db.sql("DELETE FROM " + table + " WHERE filing_id = :id")
                    .param("id", id)
                    .update();
        }
        db.sql("DELETE FROM shop_filing WHERE id = :id").param("id", id).update();
    }

    /** The newest first. */
    List<ShopFiling> list(FilingFilter filter, int limit) {
        List<String> conditions = conditions(filter);
        filter.state().ifPresent(state -> conditions.add("state = :state"));
        filter.beforeId().ifPresent(id -> conditions.add("id < :before"));
        Statement query = bind(
                        db.sql("SELECT * FROM shop_filing WHERE " + String.join(" AND ", conditions)
                                + " ORDER BY id DESC LIMIT :limit"),
                        filter)
                .param("limit", limit);
        filter.state().ifPresent(state -> query.param("state", state));
        filter.beforeId().ifPresent(id -> query.param("before", id));
        return query.list(ShopFilingStore::read);
    }

    /** How many there are in each state, whatever state the filter names. */
    Map<FilingState, Integer> counts(FilingFilter filter) {
        Map<FilingState, Integer> counts = new EnumMap<>(FilingState.class);
        bind(
                        db.sql("SELECT state, COUNT(*) AS filings FROM shop_filing WHERE "
                                + String.join(" AND ", conditions(filter)) + " GROUP BY state"),
                        filter)
                .list(row -> counts.put(FilingState.valueOf(row.getText("state")), row.getInt("filings")));
        return counts;
    }

    /** What was never submitted is nobody's business but its merchant's. */
    private static List<String> conditions(FilingFilter filter) {
        List<String> conditions =
                new ArrayList<>(List.of("submitted_at IS NOT NULL", "division_code >= :from AND division_code < :to"));
        filter.text().ifPresent(text -> conditions.add("(name LIKE :text ESCAPE '!' OR phone = :phone)"));
        return conditions;
    }

    private static Statement bind(Statement query, FilingFilter filter) {
        query.param("from", filter.division()).param("to", filter.division() + ":"); // the character after the digits
        filter.text()
                .ifPresent(text -> query.param("text", "%" + text.replaceAll("([!%_])", "!$1") + "%")
                        .param("phone", text));
        return query;
    }

    /** Submitted filings with this phone, or near a place. */
    List<ShopFiling> alike(ShopFiling filing, Bbox around, int limit) {
        return db.sql("""
                        SELECT * FROM shop_filing WHERE id <> :id AND submitted_at IS NOT NULL
                          AND (phone = :phone OR (lon BETWEEN :minLon AND :maxLon AND lat BETWEEN :minLat AND :maxLat))
                        ORDER BY id DESC LIMIT :limit""")
                .param("id", filing.id())
                .param("phone", filing.content().phone().orElse(""))
                .param("limit", limit)
                .box(around)
                .list(ShopFilingStore::read);
    }

    int submittedSince(long account, Instant since) {
        return (int) db.sql("""
                        SELECT COUNT(*) FROM shop_filing_event e JOIN shop_filing f ON f.id = e.filing_id
                        WHERE f.account_id = :account AND e.to_state = 'SUBMITTED' AND e.at > :since""").param("account", account).param("since", since).getLong();
    }

    void insertPhoto(long filing, long mediaId, PhotoPurpose purpose) {
        db.sql("""
                INSERT INTO shop_photo (media_id, filing_id, purpose) VALUES (:media, :filing, :purpose)
                ON CONFLICT (media_id) DO UPDATE SET purpose = excluded.purpose""")
                .param("media", mediaId)
                .param("filing", filing)
                .param("purpose", purpose)
                .update();
    }

    void deletePhoto(long mediaId) {
        db.sql("DELETE FROM shop_photo WHERE media_id = :media")
                .param("media", mediaId)
                .update();
    }

    Map<Long, PhotoPurpose> purposes(long filing) {
        Map<Long, PhotoPurpose> purposes = new LinkedHashMap<>();
        db.sql("SELECT media_id, purpose FROM shop_photo WHERE filing_id = :filing")
                .param("filing", filing)
                .list(row -> purposes.put(row.getLong("media_id"), PhotoPurpose.valueOf(row.getText("purpose"))));
        return purposes;
    }

    /** Who keeps a record of the register; empty when nobody does, or there is no such shop. */
    OptionalLong ownerOf(long shopId) {
        return db.sql("SELECT owner_account_id FROM shop WHERE id = :id")
                .param("id", shopId)
                .find(row -> row.findLong("owner_account_id"))
                .orElse(OptionalLong.empty());
    }

    /** Gives a record of the register to a merchant; its journal entry is the caller's. */
    void give(long shopId, long account, OptionalLong doorPlateId) {
        db.sql("UPDATE shop SET owner_account_id = :account, door_plate_id = :plate WHERE id = :id")
                .param("account", account)
                .param("plate", doorPlateId)
                .param("id", shopId)
                .update();
    }

    /** Accepted filings below a division that a platform has not been given yet, or did not take. */
    List<ShopFiling> notAt(String platform, String division, int limit) {
        return db.sql("""
                        SELECT f.* FROM shop_filing f LEFT JOIN platform_submission s ON s.record_id = f.shop_id AND s.platform = :platform
                        WHERE f.accepted IS NOT NULL AND f.division_code >= :from AND f.division_code < :to
                          AND (s.status IS NULL OR s.status = 'REJECTED') ORDER BY f.id LIMIT :limit""")
                .param("platform", platform)
                .param("from", division)
                .param("to", division + ":")
                .param("limit", limit)
                .list(ShopFilingStore::read);
    }

    private static ShopFiling read(Row row) {
        return new ShopFiling(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("account_id"),
                FilingState.valueOf(row.getText("state")),
                row.findLong("claimed_shop_id"),
                row.findLong("shop_id"),
                ShopJson.read(row.getText("content")),
                row.findText("accepted").map(ShopJson::read),
                row.getText("division_code"),
                row.findText("answer"),
                row.getInstant("created_at"),
                row.findInstant("submitted_at"),
                row.findInstant("decided_at"),
                row.findLong("decided_by"));
    }
}
