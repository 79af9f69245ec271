package cn.diming.core.db;

import cn.diming.core.geo.GeoPackageBlob;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * Connections to a GeoPackage file: WAL with every commit on disk (synchronous=FULL), foreign keys on, the five SQL
 * functions that the R*Tree triggers of the GeoPackage standard (annex F.3) call, and the one that tells exactly whether two
 * geometries meet.
 */
final class GeoPackageDataSource extends SQLiteDataSource {

    private static final int BUSY_MILLIS = 30_000;
    /** The log may grow to 40 MB before it is written back: at SQLite's 4 MB each batch of an import would be. */
    private static final String CHECKPOINT_PAGES = "10000";

    /** Writers begin IMMEDIATE: a transaction that reads first and writes later would fail with BUSY_SNAPSHOT. */
    GeoPackageDataSource(Path file, TransactionMode mode) {
        super(config(mode));
        setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    }

    @Override
    public SQLiteConnection getConnection(String user, String password) throws SQLException {
        SQLiteConnection connection = super.getConnection(user, password);
        Function.create(connection, "ST_IsEmpty", new EmptyFunction(), 1, Function.FLAG_DETERMINISTIC);
        Function.create(connection, "ST_MinX", new Bound(Envelope::getMinX), 1, Function.FLAG_DETERMINISTIC);
        Function.create(connection, "ST_MaxX", new Bound(Envelope::getMaxX), 1, Function.FLAG_DETERMINISTIC);
        Function.create(connection, "ST_MinY", new Bound(Envelope::getMinY), 1, Function.FLAG_DETERMINISTIC);
        Function.create(connection, "ST_MaxY", new Bound(Envelope::getMaxY), 1, Function.FLAG_DETERMINISTIC);
        Function.create(connection, "ST_Intersects", new Intersects(), 2, Function.FLAG_DETERMINISTIC);
        return connection;
    }

    private static SQLiteConfig config(TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setTransactionMode(mode);
        config.setCacheSize(-32_000);
        config.setPragma(Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
        return config;
    }

    private static final class EmptyFunction extends Function {
        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            if (blob == null) {
                result();
            } else {
                result(GeoPackageBlob.envelope(blob).isNull() ? 1 : 0);
            }
        }
    }

    private static final class Bound extends Function {
        private final java.util.function.ToDoubleFunction<Envelope> side;

        Bound(java.util.function.ToDoubleFunction<Envelope> side) {
            this.side = side;
        }

        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            Envelope box = blob == null ? new Envelope() : GeoPackageBlob.envelope(blob);
            if (box.isNull()) {
                result();
            } else {
                result(side.applyAsDouble(box));
            }
        }
    }

    /** The second geometry is the same for all rows of a statement, so it is prepared once. */
    private static final class Intersects extends Function {
        private byte[] known = new byte[0];
        private @Nullable PreparedGeometry area;

        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            byte[] wanted = value_blob(1);
            if (blob == null || wanted == null) {
                result();
                return;
            }
            PreparedGeometry prepared = area;
            if (prepared == null || !Arrays.equals(known, wanted)) {
                prepared = PreparedGeometryFactory.prepare(GeoPackageBlob.read(wanted));
                area = prepared;
                known = wanted;
            }
            result(prepared.intersects(GeoPackageBlob.read(blob)) ? 1 : 0);
        }
    }
}
