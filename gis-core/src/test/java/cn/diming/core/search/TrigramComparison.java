package cn.diming.core.search;

import cn.diming.core.Core;
import cn.diming.core.db.DbConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The same queries on the same records asked of us and of PostgreSQL with pg_trgm, one after the other in one run. Arguments:
 * the data folder with the set taken in, the address of a PostgreSQL ({@code postgresql://user@host:port/database}), the queries.
 *
 * <p>PostgreSQL gets what somebody would build in an afternoon: the full address of each record with its former names in one
 * column, a trigram index, and an order by how alike the whole is and how well the name is contained.
 */
final class TrigramComparison {

    private static final String TABLE = """
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            DROP SCHEMA IF EXISTS trigram_comparison CASCADE;
            CREATE SCHEMA trigram_comparison;
            CREATE TABLE trigram_comparison.place (
              key text NOT NULL, name text NOT NULL, label text NOT NULL, lon float8 NOT NULL, lat float8 NOT NULL)""";
    private static final String INDEX = """
            CREATE INDEX ON trigram_comparison.place USING gin (label gin_trgm_ops);
            ANALYZE trigram_comparison.place;
            SET pg_trgm.similarity_threshold = 0.25""";
    private static final String QUERY = """
            SELECT key, lon, lat, similarity(label, ?) + 0.5 * word_similarity(name, ?) AS alike FROM trigram_comparison.place
            WHERE label % ?
            ORDER BY alike DESC, key LIMIT 10""";
    private static final int BATCH = 2000;

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        List<EvaluationQuery> queries = EvaluationQuery.read(Path.of(arguments[2]));
        try (Core core = Core.open(DbConfig.embedded(folder), Clock.systemUTC());
                SearchIndex index = SearchIndex.open(folder.resolve("search"));
                SearchFollower follower = new SearchFollower(index, core.store(), core.journal());
                Connection postgres = connect(arguments[1])) {
            if (follower.cursor() == 0) {
                follower.rebuild();
            }
            long bytes = fill(postgres, core);
            say("Diming: %,d records, %,d queries", index.size(), queries.size());
            new SearchEvaluation(new PlaceSearch(index, core.store(), core.divisions()))
                    .run(queries, miss -> {})
                    .table()
                    .forEach(TrigramComparison::say);
            say("PostgreSQL + pg_trgm: table and index %,d bytes", bytes);
            try (PreparedStatement ask = postgres.prepareStatement(QUERY);
                    Statement end = postgres.createStatement()) {
                new SearchEvaluation(query -> ask(ask, query))
                        .run(queries, miss -> {})
                        .table()
                        .forEach(TrigramComparison::say);
                end.execute("DROP SCHEMA trigram_comparison CASCADE");
            }
        }
    }

    private static Connection connect(String address) throws SQLException {
        java.net.URI uri = java.net.URI.create(address);
        String user = uri.getUserInfo() == null ? "" : "?user=" + uri.getUserInfo();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath() + user);
    }

    private static long fill(Connection postgres, Core core) throws SQLException {
        SearchRecords records = new SearchRecords(core.store());
        try (Statement statement = postgres.createStatement();
                PreparedStatement insert =
                        prepared(postgres, statement, "INSERT INTO trigram_comparison.place VALUES (?, ?, ?, ?, ?)")) {
            List<SearchRecord> waiting = new ArrayList<>();
            records.forEachChunk(waiting::addAll);
            for (int i = 0; i < waiting.size(); i++) {
                add(insert, waiting.get(i), core);
                if (i % BATCH == 0 || i == waiting.size() - 1) {
                    insert.executeBatch();
                }
            }
            statement.execute(INDEX);
            try (ResultSet size = statement.executeQuery("SELECT pg_total_relation_size('trigram_comparison.place')")) {
                size.next();
                return size.getLong(1);
            }
        }
    }

    private static PreparedStatement prepared(Connection postgres, Statement statement, String sql)
            throws SQLException {
        statement.execute(TABLE);
        return postgres.prepareStatement(sql);
    }

    private static void add(PreparedStatement insert, SearchRecord record, Core core) throws SQLException {
        if (record.position().isEmpty()) {
            return;
        }
        String division =
                record.stored().divisionCode().map(core.divisions()::address).orElse("");
        String name = record.stored().title();
        String others = String.join(
                " ",
                record.names().stream().skip(1).map(SearchRecord.Name::text).toList());
        insert.setString(
                1, record.sources().isEmpty() ? "" : record.sources().getFirst().key());
        insert.setString(2, name);
        insert.setString(3, (division.endsWith(name) ? division : division + name) + " " + others);
        insert.setDouble(4, record.position().get().lon());
        insert.setDouble(5, record.position().get().lat());
        insert.addBatch();
    }

    private static List<EvaluatedAnswer> ask(PreparedStatement ask, EvaluationQuery query) {
        try {
            for (int i = 1; i <= 3; i++) {
                ask.setString(i, query.text());
            }
            List<EvaluatedAnswer> answers = new ArrayList<>();
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    answers.add(new EvaluatedAnswer(
                            List.of(rows.getString(1)),
                            Math.min(1, rows.getDouble(4)),
                            rows.getDouble(2),
                            rows.getDouble(3)));
                }
            }
            return answers;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private TrigramComparison() {}
}
