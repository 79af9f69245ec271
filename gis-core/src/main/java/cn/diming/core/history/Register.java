package cn.diming.core.history;

import cn.diming.core.access.AccessPolicy;
import cn.diming.core.access.Action;
import cn.diming.core.access.Actor;
import cn.diming.core.change.RecordKind;
import cn.diming.core.db.Db;
import cn.diming.core.db.Row;
import cn.diming.core.geo.Bbox;
import cn.diming.core.geo.LonLat;
import cn.diming.core.record.AsOf;
import cn.diming.core.record.Disclosure;
import cn.diming.core.record.NotFound;
import cn.diming.core.record.PlaceState;
import cn.diming.core.record.PlaceStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** The place-name register (地名册): lists for staff, and single places and maps of any day for all. */
public final class Register {

    private static final int EXPORT_PAGE = 2000;

    private final Db db;
    private final PlaceStates states;

    public Register(Db db, PlaceStates states) {
        this.db = db;
        this.states = states;
    }

    /** The first page. */
    public RegisterPage list(Actor actor, RegisterFilter filter, RegisterOrder order, int limit) {
        return list(actor, filter, order, Optional.empty(), limit);
    }

    /**
     * A page of the register.
     *
     * @param after where the page before ended; empty = the first page, which counts as well
     * @throws cn.diming.core.access.Denied for others than staff
     */
    public RegisterPage list(
            Actor actor, RegisterFilter filter, RegisterOrder order, Optional<RegisterCursor> after, int limit) {
        RegisterPage page = page(actor, filter, order, after, limit);
        return after.isPresent()
                ? page
                : new RegisterPage(page.rows(), OptionalLong.of(count(actor, filter)), page.next());
    }

    private RegisterPage page(
            Actor actor, RegisterFilter filter, RegisterOrder order, Optional<RegisterCursor> after, int limit) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        List<Found> found = new ArrayList<>();
        for (boolean current : tables(filter)) {
            RegisterQuery query = new RegisterQuery(current, actor, filter);
            found.addAll(query.bind(db, states, query.page(order, after))
                    .param("limit", limit + 1)
                    .list(row -> read(row, order)));
        }
        found.sort(Found.in(order));
        List<Found> page = found.subList(0, Math.min(limit, found.size()));
        return new RegisterPage(
                rows(page),
                OptionalLong.empty(),
                found.size() > limit ? Optional.of(page.getLast().cursor()) : Optional.empty());
    }

    /** How many places fit. */
    public long count(Actor actor, RegisterFilter filter) {
        AccessPolicy.require(actor, Action.READ_STAFF);
        long count = 0;
        for (boolean current : tables(filter)) {
            RegisterQuery query = new RegisterQuery(current, actor, filter);
            count += query.bind(db, states, query.count()).getLong();
        }
        return count;
    }

    /** All places that fit, page by page in constant memory. */
    public void forEach(Actor actor, RegisterFilter filter, RegisterOrder order, Consumer<RegisterRow> work) {
        Optional<RegisterCursor> after = Optional.empty();
        do {
            RegisterPage page = page(actor, filter, order, after, EXPORT_PAGE);
            page.rows().forEach(work);
            after = page.next();
        } while (after.isPresent());
    }

    /**
     * What a place was at a point of both times; out of force as well.
     *
     * @throws NotFound when there was no such place then, or none that this actor may see
     */
    public PlaceState get(Actor actor, long id, AsOf at) {
        return states.find(id, at)
                .filter(state -> maySee(actor, state))
                .orElseThrow(() -> new NotFound("编号 " + id + " 在 " + at.day() + " 没有地名"));
    }

    /** Places in force then whose box meets {@code box}, as this actor may see them; at most about {@code limit}. */
    public List<PlaceState> inBox(Actor actor, Bbox box, AsOf at, int limit) {
        return states.inBox(box, at, limit).stream()
                .filter(state -> maySee(actor, state))
                .toList();
    }

    private static boolean maySee(Actor actor, PlaceState state) {
        return Disclosure.maySee(actor, RecordKind.PLACE, state.text("status"), state.text("division_code"));
    }

    private static List<Boolean> tables(RegisterFilter filter) {
        return filter.asOf().isPresent() ? List.of(true, false) : List.of(true);
    }

    private List<RegisterRow> rows(List<Found> page) {
        List<Long> ids = page.stream().map(Found::id).toList();
        Map<Long, List<String>> former = formerNames(ids);
        Set<Long> listed = listed(ids);
        return page.stream()
                .map(found -> new RegisterRow(
                        found.id,
                        found.values,
                        found.version,
                        found.updatedAt,
                        found.position,
                        former.getOrDefault(found.id, List.of()),
                        listed.contains(found.id)))
                .toList();
    }

    private Map<Long, List<String>> formerNames(List<Long> ids) {
        Map<Long, List<String>> names = new HashMap<>();
        if (!ids.isEmpty()) {
            db.sql(
                            "SELECT place_id, name FROM place_name WHERE place_id IN (:ids) AND kind = 'FORMER' ORDER BY to_date, id")
                    .param("ids", ids)
                    .list(row -> names.computeIfAbsent(row.getLong("place_id"), id -> new ArrayList<>())
                            .add(row.getText("name")));
        }
        return names;
    }

    private Set<Long> listed(List<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(db.sql("SELECT place_id FROM protected_name WHERE place_id IN (:ids)")
                        .param("ids", ids)
                        .list(row -> row.getLong("place_id")));
    }

    private static Found read(Row row, RegisterOrder order) {
        return new Found(
                row.getText("row_key"),
                row.getLong("row_id"),
                PlaceStates.values(row),
                row.findInt("now_version").orElse(0),
                row.findInstant("now_updated").orElse(Instant.EPOCH),
                row.findGeometry("geom").filter(g -> !g.isEmpty()).map(LonLat::within));
    }

    private record Found(
            String key,
            long id,
            Map<String, Object> values,
            int version,
            Instant updatedAt,
            Optional<LonLat> position) {

        static Comparator<Found> in(RegisterOrder order) {
            Comparator<Found> ascending =
                    Comparator.comparing(Found::key, order.by()::compare).thenComparing(Found::id);
            return order.descending() ? ascending.reversed() : ascending;
        }

        RegisterCursor cursor() {
            return new RegisterCursor(key, id);
        }
    }
}
