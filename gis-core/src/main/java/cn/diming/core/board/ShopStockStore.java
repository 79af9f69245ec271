package cn.diming.core.board;

import cn.diming.core.db.Db;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts shops by state. They have no table of events: what a shop was on a past day stands in the audit log, as the state before
 * whatever happened to it first since then.
 */
final class ShopStockStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Db db;

    ShopStockStore(Db db) {
        this.db = db;
    }

    private record Standing(String division, String state) {}

    List<Stock> stocks(Period period, String prefix) {
        Map<Long, Standing> shops = new HashMap<>();
        db.sql("SELECT id, division_code, status FROM shop WHERE created_at < :known")
                .param("known", period.knownUntil())
                .list(row -> shops.put(
                        row.getLong("id"),
                        new Standing(row.findText("division_code").orElse(""), row.getText("status"))));
        shops.putAll(before(period));
        Map<String, Long> amounts = new TreeMap<>();
        shops.values().stream()
                .filter(shop -> shop.division.startsWith(prefix))
                .forEach(shop -> amounts.merge(shop.state, 1L, Long::sum));
        return amounts.entrySet().stream()
                .map(one -> new Stock(Stock.Subject.SHOP, one.getKey(), one.getValue()))
                .toList();
    }

    /** What the shops were that changed or disappeared since the period's day. */
    private Map<Long, Standing> before(Period period) {
        Map<Long, Standing> before = new HashMap<>();
        Map<Long, Boolean> made = new HashMap<>();
        db.sql("SELECT record_id, before_json FROM audit WHERE kind = 'SHOP' AND at >= :known ORDER BY seq")
                .param("known", period.knownUntil())
                .list(row -> {
                    long id = row.getLong("record_id");
                    boolean first =
                            made.putIfAbsent(id, row.findText("before_json").isEmpty()) == null;
                    return first
                            ? row.findText("before_json")
                                    .flatMap(ShopStockStore::read)
                                    .map(was -> before.put(id, was))
                            : Optional.empty();
                });
        return before;
    }

    private static Optional<Standing> read(String json) {
        try {
            JsonNode was = JSON.readTree(json);
            return was.path("status").isString()
                    ? Optional.of(new Standing(
                            was.path("division_code").asString(""),
                            was.path("status").asString()))
                    : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty(); // an entry of another form says nothing of the state
        }
    }
}
