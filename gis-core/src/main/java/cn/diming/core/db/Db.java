package cn.diming.core.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The open database. Reading goes through a pool of its own so that readers of the embedded database never queue behind
 * a writer; inside {@link #inTransaction} everything, reads included, uses the writing connection.
 */
public final class Db implements AutoCloseable {

    private static final String SCHEMA = "diming";
    private static final String MIGRATIONS = "classpath:cn/diming/core/db/";
    private static final int POOL = 8;
    private static final int FETCH = 2000;
    /** A database that does not answer within this is away: people get a 503 instead of a page that hangs. */
    private static final long WAIT_MILLIS = 10_000;
    /** The embedded database has one writer; a batch of an import may hold it for some seconds. */
    private static final long WAIT_FOR_WRITER_MILLIS = 60_000;

    private final DbConfig config;
    private final SpatialDialect dialect;
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    private Db(DbConfig config, SpatialDialect dialect, HikariDataSource writing, HikariDataSource reading) {
        this.config = config;
        this.dialect = dialect;
        this.writing = writing;
        this.reading = reading;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(writing));
        this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(reading));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Opens, migrates and checks the database. */
    public static Db open(DbConfig config) {
        return switch (config) {
            case DbConfig.Embedded embedded -> openGeoPackage(embedded);
            case DbConfig.Server server -> openPostgis(server);
        };
    }

    private static Db openGeoPackage(DbConfig.Embedded config) {
        Path file = config.file().toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException broken) {
            throw new DbException("cannot make the folder " + file.getParent(), broken);
        }
        SpatialDialect dialect = new GeoPackageDialect();
        DataSource plain = new GeoPackageDataSource(file, TransactionMode.DEFERRED);
        migrate(plain, dialect, null);
        try (Connection connection = plain.getConnection()) {
            connection.setAutoCommit(false);
            GeoPackageLayers.registerAll(connection);
            connection.commit();
        } catch (SQLException broken) {
            throw new DbException("cannot register the layers of " + file, broken);
        }
        HikariDataSource writing =
                pool("write", new GeoPackageDataSource(file, TransactionMode.IMMEDIATE), 1, WAIT_FOR_WRITER_MILLIS);
        return new Db(config, dialect, writing, pool("read", plain, POOL, WAIT_MILLIS));
    }

    private static Db openPostgis(DbConfig.Server config) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {config.host()});
        source.setPortNumbers(new int[] {config.port()});
        source.setDatabaseName(config.database());
        config.user().ifPresent(source::setUser);
        config.password().ifPresent(source::setPassword);
        source.setCurrentSchema(SCHEMA + ",public");
        source.setStringType("unspecified"); // text binds to timestamptz, date and jsonb alike
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        SpatialDialect dialect = new PostgisDialect();
        migrate(source, dialect, SCHEMA);
        HikariDataSource both = pool("postgis", source, POOL, WAIT_MILLIS);
        return new Db(config, dialect, both, both);
    }

    private static HikariDataSource pool(String name, DataSource source, int size, long waitMillis) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(source);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(waitMillis);
        return new HikariDataSource(pool);
    }

    private static void migrate(DataSource source, SpatialDialect dialect, @Nullable String schema) {
        var flyway = Flyway.configure()
                .dataSource(source)
                .locations(MIGRATIONS + "common", MIGRATIONS + dialect.vendor())
                .placeholders(dialect.columnTypes());
        if (schema != null) {
            flyway.schemas(schema).defaultSchema(schema).createSchemas(true);
        }
        flyway.load().migrate();
    }

    /** Whether the database refused a value because of what is in it already, or because a rule of its own forbids it. */
    public static boolean isConflict(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && (String.valueOf(sql.getSQLState()).startsWith("23")
                                || sql instanceof SQLiteException
                                        && (sql.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_CONSTRAINT.code));
    }

    /** For what takes a plain {@link DataSource}, such as the session repository. */
    public DataSource dataSource() {
        return writing;
    }

    /** {@code geopackage} or {@code postgis}. */
    public String kind() {
        return dialect.vendor();
    }

    public DbConfig config() {
        return config;
    }

    public Statement sql(String text) {
        DataSource source = inTransaction() && !inSnapshot() ? writing : reading;
        return new Statement(JdbcClient.create(source).sql(text), dialect);
    }

    /** SQL that holds where the row's geometry box meets the box bound by {@link Statement#box}. */
    public String boxTest(String table, String alias) {
        return dialect.boxTest(table, alias);
    }

    /** SQL that holds where the row's geometry box meets that of the geometry bound by {@link Statement#area}. */
    public String boxTest(String table, String alias, String name) {
        return dialect.boxTest(table, alias, name);
    }

    /** SQL that holds where the row's geometry and the one bound by {@link Statement#area} have a point in common. */
    public String meets(String table, String alias, String name) {
        return boxTest(table, alias, name) + " AND ST_Intersects(" + alias + ".geom, :" + name + ")";
    }

    /** SQL of the box around all geometries, which {@link Row#findBbox} reads. */
    public String extent(String alias) {
        return dialect.extent(alias);
    }

    /** SQL of a text column whose values compare code point by code point, whatever the database's language. */
    public String byCodePoint(String column) {
        return dialect.byCodePoint(column);
    }

    /** All of {@code work} or nothing; joins a transaction that is already open on this thread. */
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** Hears what a server tells its clients; closing ends it. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs {@code listener} whenever somebody notifies a channel of the server; never for the embedded database. */
    public Listening listen(String channel, Runnable listener) {
        return config instanceof DbConfig.Server ? new Notifications(writing, channel, listener) : () -> {};
    }

    /** All that {@code work} reads is of one moment, however much is written meanwhile; it must not write. */
    public <T> T inSnapshot(Supplier<T> work) {
        return Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }

    /** Runs {@code work} when the open transaction has been committed, and not at all when it has not. */
    public void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** The fastest plain insert of many rows; only inside a transaction. */
    public void insertAll(String table, List<String> columns, Iterable<@Nullable Object[]> rows) {
        Connection connection = DataSourceUtils.getConnection(writing);
        try {
            dialect.insertAll(connection, table, columns, rows);
        } catch (SQLException broken) {
            throw new DbException("bulk insert into " + table + " failed", broken);
        } finally {
            DataSourceUtils.releaseConnection(connection, writing);
        }
    }

    /** Walks through a large answer in constant memory, in one snapshot; {@code text} has no parameters. */
    public void forEach(String text, Consumer<Row> work) {
        if (inSnapshot()) {
            walk(DataSourceUtils.getConnection(reading), text, work); // the transaction's own, which it closes itself
            return;
        }
        try (Connection connection = reading.getConnection()) {
            connection.setAutoCommit(false);
            try {
                walk(connection, text, work);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            throw new DbException("cannot read: " + text, broken);
        }
    }

    private void walk(Connection connection, String text, Consumer<Row> work) {
        try (PreparedStatement query = connection.prepareStatement(text)) {
            query.setFetchSize(FETCH);
            try (ResultSet rows = query.executeQuery()) {
                Row row = new Row(rows, dialect);
                while (rows.next()) {
                    work.accept(row);
                }
            }
        } catch (SQLException broken) {
            throw new DbException("cannot read: " + text, broken);
        }
    }

    /**
     * Copies the embedded database, while it is being written to, into a new file.
     *
     * @throws IllegalStateException for a server, which has its own tools for this
     */
    public void backUp(Path target) {
        if (!(config instanceof DbConfig.Embedded)) {
            throw new IllegalStateException("PostGIS 数据库请用 pg_dump 备份");
        }
        sql("VACUUM INTO :file")
                .param("file", target.toAbsolutePath().toString())
                .update();
    }

    @Override
    public void close() {
        reading.close();
        writing.close();
    }

    private static boolean inSnapshot() {
        Integer isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
        return isolation != null && isolation == TransactionDefinition.ISOLATION_REPEATABLE_READ;
    }

    private static boolean inTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }
}
