package cn.diming.core.search;

import cn.diming.core.Core;
import cn.diming.core.access.Actor;
import cn.diming.core.change.ChangePump;
import cn.diming.core.change.RecordKind;
import cn.diming.core.fixtures.Drafts;
import cn.diming.core.fixtures.Engines;
import cn.diming.core.record.RecordDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** A core with a search index beside it that follows when told to. */
final class SearchFixture implements AutoCloseable {

    final Core core;
    private final Path folder;
    private SearchIndex index;
    private SearchFollower follower;
    private PlaceSearch search;

    SearchFixture(Engines engine, Path folder) {
        this(engine.open(), folder);
    }

    private SearchFixture(Core core, Path folder) {
        this.core = core;
        this.folder = folder;
        this.index = SearchIndex.open(folder);
        this.follower = new SearchFollower(index, core.store(), core.journal());
        this.search = new PlaceSearch(index, core.store(), core.divisions());
    }

    PlaceSearch search() {
        return search;
    }

    SearchIndex index() {
        return index;
    }

    SearchFollower follower() {
        return follower;
    }

    /** Brings the divisions and the index up to date, as the server's threads do. */
    SearchFixture follow() {
        new ChangePump(core.journal(), core.divisions()).catchUp();
        if (follower.cursor() == 0) {
            follower.rebuild();
        }
        new ChangePump(core.journal(), follower).catchUp();
        return this;
    }

    /** As after {@code kill -9}: nothing is committed, and the index is opened again. */
    void crash() {
        index.abandon();
        open();
    }

    /** An orderly stop and start. */
    void restart() {
        follower.close();
        index.close();
        open();
    }

    private void open() {
        index = SearchIndex.open(folder);
        follower = new SearchFollower(index, core.store(), core.journal());
        search = new PlaceSearch(index, core.store(), core.divisions());
    }

    void take(RecordKind kind, RecordDraft... drafts) {
        core.intake().take(Actor.OPERATOR, kind, "test", List.of(drafts));
    }

    List<String> keys(List<SearchHit> hits) {
        return hits.stream().map(hit -> hit.sourceKey().orElse("")).toList();
    }

    /** Takes in what stands in documents.csv. */
    SearchFixture takeDocuments() {
        for (String[] cells : table("documents.csv", 8)) {
            take(
                    switch (cells[0]) {
                        case "STREET" -> RecordKind.PLACE;
                        default -> RecordKind.valueOf(cells[0]);
                    },
                    draft(cells));
        }
        return follow();
    }

    /** The rows of a table beside the test; lines that begin with # are for people. */
    static List<String[]> table(String name, int columns) {
        try (var stream = SearchFixture.class.getResourceAsStream(name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> Arrays.copyOf(line.split("\\|", -1), columns))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RecordDraft draft(String[] cells) {
        double lon = Double.parseDouble(cells[4].split(" ")[0]);
        double lat = Double.parseDouble(cells[4].split(" ")[1]);
        Map<String, Object> values = new HashMap<>();
        Optional<Geometry> geometry = Optional.of(Drafts.point(lon, lat));
        switch (cells[0]) {
            case "DIVISION" -> {
                values.putAll(
                        Map.of("code", cells[1], "name", cells[2], "level", Long.valueOf(cells[3]), "seat_lon", lon));
                values.put("seat_lat", lat);
                new cn.diming.core.region.DivisionCode(cells[1])
                        .parent()
                        .ifPresent(parent -> values.put("parent_code", parent.digits()));
                geometry = Optional.empty();
            }
            case "DOOR_PLATE" ->
                values.putAll(Map.of("number_text", cells[2], "street_name", cells[7], "division_code", cells[3]));
            case "STREET" -> {
                values.putAll(Map.of("name", cells[2], "category", "STREET", "division_code", cells[3]));
                geometry = Optional.of(Drafts.wkt("LINESTRING (%s %s, %s %s)".formatted(lon, lat, lon + 0.001, lat)));
            }
            case "PLACE" ->
                values.putAll(Map.of("name", cells[2], "category", "NATURAL_VILLAGE", "division_code", cells[3]));
            default -> {
                values.putAll(Map.of("name", cells[2], "category", "other", "division_code", cells[3]));
                if (!cells[7].isEmpty()) {
                    values.put("address", cells[7]);
                }
            }
        }
        return new RecordDraft(cells[1], values, geometry, names(cells[5], cells[6]), List.of());
    }

    private static List<RecordDraft.Name> names(String former, String alias) {
        List<RecordDraft.Name> names = new ArrayList<>();
        if (!former.isEmpty()) {
            names.add(name(former, RecordDraft.NameKind.FORMER));
        }
        if (!alias.isEmpty()) {
            names.add(name(alias, RecordDraft.NameKind.ALIAS));
        }
        return names;
    }

    static RecordDraft.Name name(String text, RecordDraft.NameKind kind) {
        return new RecordDraft.Name(text, kind, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
        index.close();
        core.close();
    }
}
